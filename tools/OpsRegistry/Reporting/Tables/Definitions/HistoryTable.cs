using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.HistoryLine>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Which files were added, changed or removed, by the commits of the main line.</summary>
internal static class HistoryTable
{
    private const string Action = "action";

    private const int ShownBlob = 12;

    private static readonly Text Removed = new("删除", "removed");

    public static Table<HistoryLine> For(ContractFolder folder, IReadOnlyList<HistoryLine> lines) => new("history", new("变更历史", "History of the files"), ColumnsOf(folder), lines)
    {
        WhenEmpty = new("本期内没有并入增改。", "Nothing was merged in the period."),
        IsList = true,
        Mark = line => line.Change.IsRemoval,
        MarkFormula = cells => $"{cells[Action]}={cells.Quoted(Removed)}",
    };

    /// <summary>What a commit did to a file.</summary>
    public static Text ActionOf(HistoryLine line) => line.Change.IsAddition ? new("新增", "added") : line.Change.IsRemoval ? Removed : new("修改", "changed");

    private static IReadOnlyList<Column> ColumnsOf(ContractFolder folder) =>
    [
        Column.Moment("mergedAt", new("并入时刻", "merged"), line => line.Commit.CommittedAt) with { Width = 18 },
        Column.Label("commit", new("提交", "commit"), line => Text.Same(line.Commit.Short)) with { Width = 16, IsEssential = false },
        Column.Label(Action, new("动作", "action"), ActionOf) with { Width = 8 },
        new Column("file", new("文件", "file"), ValueKind.Code, line => new Value.Link(Text.Same(ContractFiles.Short(folder, line.Change.Path)), Anchor.Record(line.Change.Path))) { Width = 60 },
        Column.Words("summary", new("提交说明", "message"), line => Text.Same(line.Commit.Summary)) with { Width = 46 },
        Column.Label("blob", new("内容标识", "content id"), line => Text.Same((line.Change.After ?? line.Change.Before)!.Blob[..ShownBlob])) with { Width = 15, IsEssential = false },
    ];
}
