using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A limit is zero hours or minutes long, or has no meaning. Everything would miss it, except where a target names the moment by which another must have come:
/// gone (<c>from: leftAt</c>) no sooner than it was solved.
/// </summary>
internal sealed class MeaninglessLimit() : Rule("OPS525", new("时限没有长度", "limit without length"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from limit in Limits(folder)
        let amount = limit.Written is null ? null : Amount.Parse(limit.Written)
        where limit.Written is not null && (amount is null || (amount.Unit == AmountUnit.Time && amount.Time == Duration.Zero && !limit.IsBorder))
        select At(
            limit.Place,
            new($"时限“{limit.Written}”没有长度", $"limit '{limit.Written}' has no length"),
            new("写成 PT10M、2wd、3d、1mo 这样的时限", "write a limit such as PT10M, 2wd, 3d or 1mo"));

    private static IEnumerable<(string? Written, Place Place, bool IsBorder)> Limits(ContractFolder folder) =>
    [
        .. Governance.Targets(folder).Select(target => ((string?)target.Limit, target.PlaceOf(nameof(target.Limit)), target.From is not null)),
        .. folder.Terms.Payments.Select(tranche => (tranche.DueWithin, tranche.PlaceOf(nameof(tranche.DueWithin)), false)),
        (folder.Terms.Assessment.EvaluateWithin, folder.Terms.Assessment.PlaceOf(nameof(AssessmentTerms.EvaluateWithin)), false),
        (folder.Terms.PersonnelChange?.Notice, folder.Terms.PersonnelChange?.PlaceOf(nameof(PersonnelChangeTerms.Notice)) ?? folder.Terms.Place, false),
    ];
}
