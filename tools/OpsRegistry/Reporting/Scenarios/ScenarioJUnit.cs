using OpsRegistry.Reporting.Findings;
using OpsRegistry.Scenarios;

namespace OpsRegistry.Reporting.Scenarios;

/// <summary>Scenarios as JUnit XML for continuous-integration servers: a suite for each contract, a case for each case.</summary>
internal static class ScenarioJUnit
{
    /// <summary>Writes the contracts' scenarios.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ScenarioReport> reports, Language language) =>
        JUnitSuite.Write(output, reports.Select(report => new JUnitSuite(report.Folder.Name, report.Results.Select(result => CaseOf(report, result, language)).ToList(), report.Summary.In(language))).ToList());

    private static JUnitCase CaseOf(ScenarioReport report, ScenarioResult result, Language language)
    {
        var lines = result.Passes ? [] : (report with { Results = [result] }).Complaints.Select(line => VisibleText.Show(line.In(language))).ToList();
        return new(
            VisibleText.Show(result.File.Path),
            VisibleText.Show($"{result.Case.Id} {result.Case.Title.In(language)}"),
            result.Passes ? null : ("scenario", lines[0], string.Join('\n', lines)));
    }
}
