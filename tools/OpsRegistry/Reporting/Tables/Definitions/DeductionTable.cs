using OpsRegistry.Assessing;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.DeductionRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A deduction with the indicator that it comes off.</summary>
internal sealed record DeductionRow(Indicator Indicator, Deduction Deduction);

/// <summary>扣分明细: every deduction with its clause, its records and the readings it rests on.</summary>
internal static class DeductionTable
{
    public const string Id = "deductions", Indicator = "indicator", Before = "pointsBeforeFloor", Counted = "points";

    public static Table<DeductionRow> For(Assessment assessment)
    {
        var rows = assessment.Indicators.SelectMany(score => score.Deductions.Select(deduction => new DeductionRow(score.Indicator, deduction))).ToList();
        var firsts = rows.DistinctBy(row => row.Indicator.Id, StringComparer.Ordinal).Select(row => row.Deduction).ToHashSet(ReferenceEqualityComparer.Instance);
        return new(Id, new("扣分明细", "Deductions"), Columns, rows)
        {
            WhenEmpty = new("本期没有扣分。", "Nothing is deducted."),
            IsList = true,
            Anchors = row => firsts.Contains(row.Deduction)
                ? [Anchor.Deduction(row.Deduction.Id), Anchor.Indicator(row.Indicator.Id)]
                : [Anchor.Deduction(row.Deduction.Id)],
        };
    }

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code("id", new("编号", "No."), row => row.Deduction.Id) with { Width = 12, Repeats = true },
        Column.Code(Indicator, new("指标", "indicator"), row => row.Indicator.Id) with { Width = 7, Repeats = true, IsEssential = false },
        Column.Words("title", new("指标名称", "name of the indicator"), row => row.Indicator.Title) with { Width = 17, Repeats = true, IsEssential = false },
        Column.Words("reason", new("事由", "reason"), row => row.Deduction.Reason) with { Width = 40 },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Deduction.Clauses) with { Width = 22 },
        Column.Points(Before, new("应扣分", "before the floor"), row => row.Deduction.PointsBeforeFloor) with { Width = 9, IsEssential = false, Total = ColumnTotal.Sum },
        Column.Points(Counted, new("计入分", "points"), row => row.Deduction.Points) with { Width = 9, Formula = CountedFormula, Total = ColumnTotal.Sum, TotalName = "PointsLost" },
        new Column("records", new("记录", "records"), ValueKind.Record, RecordsOf) { Width = 25 },
        new Column("files", new("文件:行", "file:line"), ValueKind.Code, FilesOf) { Width = 28, IsForPaper = true },
        Column.Code("readings", new("口径", "readings"), row => string.Join("、", row.Deduction.Interpretations)) with { Width = 36, IsEssential = false },
    ];

    /// <summary>What the floor leaves of a deduction: no more than the indicator still has above its floor.</summary>
    private static Formula? CountedFormula(DeductionRow row, IFormulaCells cells)
    {
        var above = $"SUMIF({cells.Above(Indicator)},{cells[Indicator]},{cells.Above(Counted)})";
        return row.Indicator.Floor is { } floor
            ? $"MIN({cells[Before]},MAX(0,{Points.Plain(row.Indicator.Marks)}-{Points.Plain(floor)}-{above}))"
            : cells[Before];
    }

    private static Value RecordsOf(DeductionRow row) => row.Deduction.Records.Count > 0
        ? Value.Records(row.Deduction.Records)
        : new Value.Words(new("没有记录", "no record"));

    private static Value FilesOf(DeductionRow row) => new Value.Many(row.Deduction.Records
        .Select(Value (record) => new Value.Code(FormattableString.Invariant($"{record.Path}:{record.Line}"))).ToList());
}
