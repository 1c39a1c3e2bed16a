using OpsRegistry.Model;
using OpsRegistry.Scenarios;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Scenarios.ScenarioResult>;
using PartColumn = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Scenarios.CoveredPart>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The cases of a contract's scenarios, and what became of each.</summary>
internal static class ScenarioTable
{
    public static Table<ScenarioResult> For(IReadOnlyList<ScenarioResult> results) => new("scenarios", new("情形", "Cases"), Columns, results)
    {
        WhenEmpty = new("tests/ 里没有情形。", "There is no case under tests/."),
        Mark = result => !result.Passes,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code("file", new("文件", "file"), result => result.File.Name) with { Width = 16 },
        Column.Code("case", new("情形", "case"), result => result.Case.Id) with { Width = 28 },
        Column.Words("says", new("条款怎么说", "what the clause says"), result => result.Case.Title) with { Width = 44 },
        Column.State("state", new("结果", "result"), result => result.Passes ? new(new("通过", "passed"), Tone.Good) : new(new("未通过", "failed"), Tone.Bad)) with { Width = 8 },
    ];
}

/// <summary>Which parts of a contract its scenarios have moved.</summary>
internal static class ScenarioCoverageTable
{
    public static Table<CoveredPart> For(IReadOnlyList<CoveredPart> parts) => new("moved", new("情形覆盖", "Moved by cases"),
    [
        PartColumn.Label("kind", new("种类", "kind"), part => part.Kind.Title()) with { Width = 12 },
        PartColumn.Code("id", new("编号", "id"), part => part.Id) with { Width = 34 },
        PartColumn.Words("title", new("名称", "title"), part => part.Title) with { Width = 44 },
        PartColumn.Count("cases", new("情形数", "cases"), part => part.Cases.Count),
    ], parts)
    {
        Mark = part => !part.IsMoved,
        WhenEmpty = new("没有可覆盖的内容。", "There is nothing to move."),
    };
}
