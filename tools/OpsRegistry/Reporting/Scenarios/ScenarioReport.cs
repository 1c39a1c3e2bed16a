using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Scenarios;

namespace OpsRegistry.Reporting.Scenarios;

/// <summary>What became of one contract's scenarios.</summary>
/// <param name="Folder">The contract.</param>
/// <param name="Results">Its cases.</param>
/// <param name="Parts">What they move.</param>
internal sealed record ScenarioReport(ContractFolder Folder, IReadOnlyList<ScenarioResult> Results, IReadOnlyList<CoveredPart> Parts)
{
    /// <summary>The cases that do not pass.</summary>
    public IEnumerable<ScenarioResult> Failed => Results.Where(result => !result.Passes);

    /// <summary>One line: how many pass, and how much of the contract they move.</summary>
    public Text Summary => new(
        $"{Folder.Name}：{Results.Count} 种情形，{Results.Count - Failed.Count()} 种通过；{string.Join("，", Moved.Select(one => $"{one.Kind.Title().Zh} {one.Moved}/{one.All}"))}",
        $"{Folder.Name}: {English.Count(Results.Count, "case")}, {Results.Count - Failed.Count()} passed; {string.Join(", ", Moved.Select(one => $"{one.Kind.Title().En} {one.Moved}/{one.All}"))}");

    /// <summary>Each kind of part, how many are moved and how many there are; none of which there is none.</summary>
    public IEnumerable<(CoveredKind Kind, int Moved, int All)> Moved =>
        Parts.GroupBy(part => part.Kind).Select(group => (group.Key, group.Count(part => part.IsMoved), group.Count()));

    /// <summary>What went wrong, one line for each difference: place, case, what is expected and what came out.</summary>
    public IEnumerable<Text> Complaints => Failed.SelectMany(result => result.Findings
        .Select(finding => Line(result, finding.Place, new(
            $"{finding.Message.Zh}；{finding.Help.Zh}", $"{finding.Message.En}; {finding.Help.En}")))
        .Concat(result.Differences.Select(difference => Line(result, difference.Place, new(
            $"{difference.What.Zh} 应为 {difference.Expected}，算得 {difference.Computed}",
            $"{difference.What.En} should be {difference.Expected} and is {difference.Computed}")))));

    /// <summary>The report as blocks.</summary>
    /// <param name="all">Whether every part is listed, or only what no case moves.</param>
    public IReadOnlyList<Block> Blocks(bool all) =>
    [
        new Block.Heading(Text.Same(Folder.Name), Folder.Name),
        .. Block.Part(ScenarioTable.For(Results)),
        .. Block.Part(ScenarioCoverageTable.For(all ? Parts : Parts.Where(part => !part.IsMoved).ToList())),
    ];

    private static Text Line(ScenarioResult result, Loading.Place place, Text what) => new($"{place}: {result.Case.Id}：{what.Zh}", $"{place}: {result.Case.Id}: {what.En}");
}
