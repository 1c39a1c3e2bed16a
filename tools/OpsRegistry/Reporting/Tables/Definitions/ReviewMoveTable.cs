using OpsRegistry.Reporting.Reviews;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.ReviewMove>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A deduction or a line of money that comes, goes or differs.</summary>
/// <param name="Points">Points gained or lost; nothing for money.</param>
/// <param name="Yuan">Yuan deducted more or less; nothing for points.</param>
/// <param name="Id">The deduction's or the line's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="Causes">The changed files behind it.</param>
internal sealed record ReviewMove(string Period, Value Points, Value Yuan, string Id, Text Reason, IReadOnlyList<string> Clauses, IReadOnlyList<ReviewedCause> Causes);

/// <summary>What a change moves, and by which files.</summary>
internal static class ReviewMoveTable
{
    public static Table<ReviewMove> For(IReadOnlyList<ReviewedPeriod> periods) => new("moves", new("变动与缘由", "What moves, and why"), Columns, periods.SelectMany(MovesOf).ToList()) { ReadsAsList = true };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("points", new("分", "points"), ValueKind.Points, move => move.Points),
        new("yuan", new("元", "yuan"), ValueKind.Yuan, move => move.Yuan),
        Column.Label("period", new("周期", "period"), move => Text.Same(move.Period)),
        Column.Label("id", new("编号", "id"), move => Text.Same(move.Id)),
        Column.Words("reason", new("事由", "reason"), move => move.Reason),
        new("clauses", new("条款", "clauses"), ValueKind.Clauses, move => move.Clauses.Count == 0 ? Value.None : new Value.Clauses(move.Clauses)),
        new("causes", new("所改文件", "changed files"), ValueKind.Record, move => new Value.Many(move.Causes.Select(Value (cause) => Value.FileAt(cause.Path, cause.Line)).ToList())),
    ];

    private static IEnumerable<ReviewMove> MovesOf(ReviewedPeriod period) =>
    [
        .. period.Points.Select(point => new ReviewMove(period.Period, new Value.Points(point.Moved, IsDifference: true), Value.None, point.Deduction, point.Reason, point.Clauses, point.Causes)),
        .. period.Money.Select(line => new ReviewMove(period.Period, Value.None, line.Moved is { } yuan ? new Value.Yuan(yuan, IsDifference: true) : Value.Unknown, line.Line, line.Reason, [], line.Causes)),
    ];
}
