using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules;

/// <summary>A contract as it is read for some of its days.</summary>
/// <param name="Folder">The contract with one version of each governance file.</param>
/// <param name="Days">The days whose records are judged by it.</param>
internal sealed record ContractVersion(ContractFolder Folder, DateSpan Days)
{
    /// <summary>True for a record that is judged by this version.</summary>
    public bool Holds(RecordSpec record) => Days.Contains(record.OccurredOn);

    /// <summary>A contract's versions: a period is read by the files in force on its last day (K-HIST).</summary>
    public static IReadOnlyList<ContractVersion> Of(ContractFolder folder)
    {
        var starts = folder.Resources.Select(resource => ValidFrom(resource.Spec)).OfType<LocalDate>().Distinct().ToList();
        if (starts.Count == 0 || folder.Terms.Term.End <= folder.Terms.Term.Start)
        {
            return [new(folder, new DateSpan(BeijingTime.FirstDate, BeijingTime.LastDate))];
        }

        return AssessmentPeriod.Of(folder.Terms)
            .GroupBy(period => starts.Count(start => start < period.Days.End))
            .Select(periods => new ContractVersion(
                folder.InForceOn(periods.Last().Days.End.PlusDays(-1)),
                new DateSpan(periods.First().Days.Start, periods.Last().Days.End)))
            .ToList();
    }

    /// <summary>The first day on which a governance file is in force; null for a first version and for files without versions.</summary>
    public static LocalDate? ValidFrom(Spec spec) => spec switch
    {
        Scorecard scorecard => scorecard.ValidFrom,
        ServiceLevels levels => levels.ValidFrom,
        Obligations obligations => obligations.ValidFrom,
        _ => null,
    };
}
