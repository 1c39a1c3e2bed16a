using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.OpenPoint>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What could still move a period's result: what, whose turn, by when, and what hangs on it.</summary>
internal static class OpenPointTable
{
    public const string Id = "open-points";

    public static Table<OpenPoint> For(IReadOnlyList<OpenPoint> points) => new(Id, new("未定事项", "Open points"), Columns, points)
    {
        WhenEmpty = new("没有未定事项", "nothing is open"),
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Label("kind", new("种类", "kind"), point => point.Kind.Title()) with { Width = 16 },
        new Column("what", new("事项", "what"), ValueKind.Words, point => point.Subject.Path is { } path ? new Value.Link(point.What, Anchor.Record(path)) : new Value.Words(point.What)) { Width = 48 },
        Column.Label("owner", new("待谁办", "owner"), point => point.Owner.Title()) with { Width = 12 },
        Column.Day("due", new("期限", "due"), point => point.Due) with { Width = 12 },
        Column.Words("points", new("得分可变", "score may move"), point => Range(point.Moves.LeastPoints, point.Moves.MostPoints, Points.Plain)) with { Width = 14 },
        Column.Words("yuan", new("扣减可变（元）", "deduction may move (yuan)"), point => Range(point.Moves.LeastYuan, point.Moves.MostYuan, amount => Yuan.Show(amount).En)) with { Width = 26 },
    ];

    /// <summary>A range of changes with signs; the end that is no change is not said.</summary>
    private static Text Range(decimal? least, decimal? most, Func<decimal, string> show) => (least, most) switch
    {
        (null, _) or (_, null) => new("待定", "undetermined"),
        (0m, 0m) => new("不变", "none"),
        (_, 0m) => Text.Same(Signed(least.Value, show)),
        (0m, _) => Text.Same(Signed(most.Value, show)),
        (_, _) => Text.Same($"{Signed(least.Value, show)}…{Signed(most.Value, show)}"),
    };

    private static string Signed(decimal change, Func<decimal, string> show) => (change < 0m ? "−" : "+") + show(Math.Abs(change));
}
