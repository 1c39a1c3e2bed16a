using System.CommandLine;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
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
    public static int Run(Session session, IReadOnlyList<ContractFolder> folders, string name, string? target, Option<string?> asOf, string format)
    {
        var exit = session.ReportUnreadable();
        var proofs = new List<(Measurement Measurement, AssessmentPeriod Period, Fact Fact)>();
        foreach (var folder in folders)
        {
            var found = session.Measured(folder, session.AsOf(asOf, folder))
                .SelectMany(pair => pair.Measurement.FactsIn(pair.Period).Where(fact => fact.Resource.Name == name).Select(fact => (pair.Measurement, pair.Period, Fact: fact)))
                .ToList();
            proofs.AddRange(found);
            exit = Math.Max(exit, session.ReportUncovered(folder.Name, found.SelectMany(one => one.Measurement.Targets).Where(result => result.Resource.Name == name)));
            if (format == "json")
            {
                continue;
            }

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
        }

        if (format == "json")
        {
            ProofJson.Write(session.Output, proofs, target);
        }

        return exit;
    }

    private static void Write(Session session, Measurement measurement, AssessmentPeriod period, Fact fact, string? target)
    {
        var (output, language) = (session.Output, session.Language);
        var clocks = measurement.Targets
            .Where(result => ReferenceEquals(result.Resource, fact.Resource) && (target is null || result.Target.Id == target))
            .ToList();
        var graded = target is null or Severity ? measurement.GradingOf(fact) : null;
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

        if (target is null)
        {
            WriteCosts(session, measurement, period, fact);
        }

        ExplainWords.Write(session, measurement.Folder, clocks.SelectMany(clock => clock.Target.Clauses).Concat(graded?.ClausesOf(graded.Level) ?? []));
    }

    /// <summary>What rests on the record, in points.</summary>
    private static void WriteCosts(Session session, Measurement measurement, AssessmentPeriod period, Fact fact)
    {
        foreach (var deduction in Assessor.Assess(measurement, period).Deductions.Where(deduction => deduction.Records.Any(record => record.Path == fact.Resource.Path)))
        {
            session.Output.WriteLine($"{deduction.Id}  −{Points.Plain(deduction.Points)}  {VisibleText.Show(deduction.Term.Title.In(session.Language))}");
        }
    }

    private static Text Nothing(string? target, IReadOnlyList<string> known) => target is null
        ? new("这条记录没有时限", "no limit holds for this record")
        : new($"这条记录没有时限“{target}”；有：{string.Join(" ", known)}", $"no limit '{target}' holds for this record; there are: {string.Join(" ", known)}");
}
