using OpsRegistry.Reporting.Json;
using OpsRegistry.Scenarios;

namespace OpsRegistry.Reporting.Scenarios;

/// <summary>What became of scenarios, for machines.</summary>
internal static class ScenarioJson
{
    /// <summary>Writes the contracts' scenarios.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ScenarioReport> reports, Language language) =>
        JsonOutput.Write<IReadOnlyList<ScenarioEntry>>(output, reports.Select(report => new ScenarioEntry(
            report.Folder.Name,
            report.Results.Select(result => new ScenarioCaseEntry(
                result.Case.Id,
                result.Case.Title.In(language),
                result.File.Path,
                result.Case.Place.Line,
                result.Case.Clauses,
                result.Passes,
                result.Findings.Select(finding => new ScenarioDifference(finding.Place.Path, finding.Place.Line, finding.Place.Column, finding.Message.In(language), null, null))
                    .Concat(result.Differences.Select(one => new ScenarioDifference(one.Place.Path, one.Place.Line, one.Place.Column, one.What.In(language), one.Expected, one.Computed)))
                    .ToList())).ToList(),
            report.Parts.Select(part => new MovedPart(part.Kind, part.Id, part.Title.In(language), part.Cases)).ToList())).ToList());
}

/// <summary>A contract's scenarios.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Cases">The cases, in the order of their files.</param>
/// <param name="Parts">The parts of the contract that cases should move.</param>
internal sealed record ScenarioEntry(string Contract, IReadOnlyList<ScenarioCaseEntry> Cases, IReadOnlyList<MovedPart> Parts);

/// <summary>A case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What the clause says.</param>
/// <param name="File">The file that it stands in.</param>
/// <param name="Line">Its line.</param>
/// <param name="Clauses">The clauses.</param>
/// <param name="Passed">Whether the contract makes of it what it expects.</param>
/// <param name="Differences">Where not.</param>
internal sealed record ScenarioCaseEntry(string Id, string Title, string File, int Line, IReadOnlyList<string> Clauses, bool Passed, IReadOnlyList<ScenarioDifference> Differences);

/// <summary>One thing that is expected and does not come out.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
/// <param name="What">What it is, or why the case cannot be understood.</param>
/// <param name="Expected">What is expected; null where the case cannot be understood.</param>
/// <param name="Computed">What came out; null where the case cannot be understood.</param>
internal sealed record ScenarioDifference(string File, int Line, int Column, string What, string? Expected, string? Computed);

/// <summary>A part of a contract that cases should move.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Cases">The ids of the cases that pass and move it; none where it is not covered.</param>
internal sealed record MovedPart(CoveredKind Kind, string Id, string Title, IReadOnlyList<string> Cases);
