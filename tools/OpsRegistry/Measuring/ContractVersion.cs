using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>A contract with one version of each governance file, and the periods that are read by it.</summary>
/// <param name="Folder">The contract with one version of each governance file.</param>
/// <param name="Periods">The periods, in order.</param>
internal sealed record ContractVersion(ContractFolder Folder, IReadOnlyList<AssessmentPeriod> Periods)
{
    /// <summary>A contract's versions: a period is read by the files in force on its last day.</summary>
    public static IReadOnlyList<ContractVersion> List(ContractFolder folder) => AssessmentPeriod.Plan(folder.Terms)
        .Select(period => (Period: period, Folder: folder.InForceOn(period.Days.End.PlusDays(-1))))
        .GroupBy(pair => string.Join('\n', pair.Folder.Versions.Select(resource => resource.Path)), StringComparer.Ordinal)
        .Select(version => new ContractVersion(version.First().Folder, version.Select(pair => pair.Period).ToList()))
        .ToList();

    /// <summary>True for a record that is judged by this version: what lies before the first period by the first, what lies after the last by the last.</summary>
    public bool Holds(RecordSpec record) =>
        Periods.Any(period => period.Days.Contains(record.BeganOn)) ||
        (Periods[0].Number == 1 && record.BeganOn < Periods[0].Days.Start) ||
        (Periods[^1].IsLast && record.BeganOn >= Periods[^1].Days.End);
}
