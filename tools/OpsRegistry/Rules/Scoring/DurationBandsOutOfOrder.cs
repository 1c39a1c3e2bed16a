using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The bands of a measured duration are not from shortest to longest, or not exactly the last is open. Some durations would give the points of another band, or none.
/// </summary>
internal sealed class DurationBandsOutOfOrder() : Rule("OPS521", new("时长档位顺序不对", "duration bands out of order"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from term in Governance.Deductions(folder)
        where term.MeasuredBand is not null
        let bands = term.MeasuredBand!.Bands
        from index in Enumerable.Range(0, bands.Count)
        let isLast = index == bands.Count - 1
        where isLast ? bands[index].UpTo is not null : bands[index].UpTo is not { } limit || (index > 0 && limit <= bands[index - 1].UpTo)
        select At(
            bands[index].Place,
            isLast
                ? new("最后一档有上限，更长的时长没有分数", "last band has a limit, so longer durations give no points")
                : new($"第 {index + 1} 档的上限不长于前一档，或没有上限", $"limit of band {index + 1} is missing or not longer than the one before"),
            new("从短到长排列，只有最后一档不写 upTo", "list them from shortest to longest, and leave out upTo in the last alone"));
}
