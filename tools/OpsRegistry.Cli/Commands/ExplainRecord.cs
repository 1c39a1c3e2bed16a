using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.ServiceLevels;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg explain incident-2026-0003</c>: every clock of a record, stretch by stretch, and the level of an incident.</summary>
internal static class ExplainRecord
{
    private const string Severity = "severity";

    /// <summary>The contracts that hold a record of the name.</summary>
    public static IReadOnlyList<ContractFolder> Holding(Session session, string name) =>
        session.Loaded.Registry.Contracts.Where(folder => folder.Records.Any(record => record.Name == name)).ToList();

    /// <summary>Writes the proofs.</summary>
    /// <param name="folders">The contracts that hold a record of the name.</param>
    /// <param name="target">A target's id, <c>severity</c>, or null for everything.</param>
    public static int Run(Session session, IReadOnlyList<ContractFolder> folders, string name, string? target, Instant asOf)
    {
        var exit = session.ReportUnreadable();
        foreach (var folder in folders)
        {
            var found = session.Measured(folder, asOf)
                .SelectMany(pair => pair.Measurement.FactsIn(pair.Period).Where(fact => fact.Resource.Name == name).Select(fact => (pair.Measurement, pair.Period, Fact: fact)))
                .ToList();
            if (found.Count == 0)
            {
                session.Output.WriteLine(new Text(
                    $"{folder.Name}：“{name}”在截止日之后，或不在任何考核周期内",
                    $"{folder.Name}: '{name}' is after the cut-off or in no assessment period").In(session.Language));
            }

            foreach (var (measurement, period, fact) in found)
            {
                Write(session, measurement, period, fact, target);
            }

            exit = Math.Max(exit, session.ReportUncovered(folder.Name, found.SelectMany(one => one.Measurement.Targets).Where(result => result.Resource.Name == name)));
        }

        return exit;
    }

    private static void Write(Session session, Measurement measurement, AssessmentPeriod period, Fact fact, string? target)
    {
        var (output, language) = (session.Output, session.Language);
        var clocks = measurement.Targets
            .Where(result => ReferenceEquals(result.Resource, fact.Resource) && (target is null || result.Target.Id == target))
            .ToList();
        var graded = Graded(measurement, fact, target);
        output.WriteLine($"{measurement.Folder.Name} {period.Id}  {fact.Resource.Name}  {fact.Resource.Path}");
        if (clocks.Count == 0 && graded is null)
        {
            var known = measurement.Targets.Where(result => ReferenceEquals(result.Resource, fact.Resource)).Select(result => result.Target.Id).ToList();
            output.WriteLine(Nothing(target, known).In(language));
        }

        if (graded is { } grading)
        {
            SeverityProof.Write(output, grading, ((Incident)fact.Record).Severity, language);
            output.WriteLine();
        }

        foreach (var clock in clocks)
        {
            output.WriteLine($"{clock.Target.Id}{(clock.Provisional ? new Text("  暂定", "  provisional").In(language) : "")}");
            DeductionProof.WriteClock(output, clock, language);
            output.WriteLine();
        }
    }

    private static SeverityGrading? Graded(Measurement measurement, Fact fact, string? target) =>
        target is null or Severity &&
        fact.Record is Incident incident &&
        measurement.Folder.ServiceLevels?.Severities is { } terms && fact.Matches(terms.AppliesTo)
            ? SeverityGrading.Of(terms, incident, measurement.AsOf)
            : null;

    private static Text Nothing(string? target, IReadOnlyList<string> known) => target is null
        ? new("这条记录没有时限", "no limit holds for this record")
        : new($"这条记录没有时限“{target}”；有：{string.Join(" ", known)}", $"no limit '{target}' holds for this record; there are: {string.Join(" ", known)}");
}
