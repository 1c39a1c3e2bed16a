using OpsRegistry.Assessing;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Assessing.Deduction>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>扣分明细: every deduction with its clause, its records and the readings it rests on.</summary>
internal static class DeductionTable
{
    public const string Id = "deductions", Indicator = "indicator", Before = "pointsBeforeFloor", Counted = "points";

    public static Table<Deduction> For(Assessment assessment)
    {
        var (folder, rows) = (assessment.Measurement.Folder, assessment.Deductions.ToList());
        var firsts = rows.DistinctBy(row => row.Indicator.Id, StringComparer.Ordinal).ToHashSet(ReferenceEqualityComparer.Instance);
        return new(Id, new("扣分明细", "Deductions"), ColumnsOf(folder), rows)
        {
            WhenEmpty = new("本期没有扣分。", "Nothing is deducted."),
            IsList = true,
            Anchors = row => firsts.Contains(row)
                ? [Anchor.Deduction(row.Id), Anchor.Indicator(row.Indicator.Id)]
                : [Anchor.Deduction(row.Id)],
            Foot = assessment.Scorecard is { } scorecard ? [Check(assessment, scorecard)] : [],
        };
    }

    /// <summary>The same as it is signed: a row each, in people's words, with no more than paper needs.</summary>
    public static Table<Deduction> Signed(Assessment assessment)
    {
        var table = For(assessment);
        return table with
        {
            All =
            [
                .. table.Without("files", "readings", "rule").All.Select(column => column.Key switch
                {
                    "reason" => column with { Width = 52 },
                    "clauses" => Column.Words(column.Key, column.Title, row => Text.Same(string.Join("\n", row.Clauses.Select(Citation.Paragraph).Distinct(StringComparer.Ordinal)))) with { Width = 24 },
                    "records" => Column.Words(column.Key, column.Title, FewRecords) with { Width = 27 },
                    _ => column,
                }),
            ],
        };
    }

    private const int MostRecords = 6;

    /// <summary>The numbers of the records, which the ledgers bear too; of many the first.</summary>
    private static Text FewRecords(Deduction row)
    {
        var all = row.Records.Select(record => record.Name).Distinct(StringComparer.Ordinal).ToList();
        var few = all.Take(MostRecords).Select(RecordNames.Show).ToList();
        var more = all.Count > MostRecords ? new Text($"等 {all.Count} 条", $"… {all.Count} in all") : Text.Same("");
        return all.Count == 0 ? new("没有记录", "no record") : new($"{string.Join("、", few.Select(name => name.Zh))}{more.Zh}", $"{string.Join(", ", few.Select(name => name.En))}{more.En}");
    }

    /// <summary>Marks less what was lost are what the form adds up to.</summary>
    private static FootRow Check(Assessment assessment, Scorecard scorecard)
    {
        var left = scorecard.Marks - assessment.Deductions.Sum(deduction => deduction.Points);
        var (same, different) = (new Text("✓ 相符", "✓ agrees"), new Text("✗ 不符", "✗ does not agree"));
        return new(
            new("核对：满分减去计入分合计，应等于评分表各指标得分之和", "Check: marks less the points lost are the sum of the form"),
            new FootCell(Counted, new Value.Points(left)) { Formula = _ => Formula.Guarded($"{Points.Plain(scorecard.Marks)}-PointsLost") },
            new FootCell("records", assessment.SumOfIndicators is { } sum ? new Value.Words(sum == left ? same : different) : Value.Unknown)
            {
                Formula = cells => Formula.Guarded($"IF(ABS(ScoreSum-{cells[Counted]})<0.000001,{cells.Quoted(same)},{cells.Quoted(different)})"),
            })
        { IsForPaper = true };
    }

    private static IReadOnlyList<Column> ColumnsOf(ContractFolder folder) =>
    [
        Column.Code("id", new("编号", "No."), row => row.Id) with { Width = 12, Repeats = true },
        Column.Code(Indicator, new("指标", "indicator"), row => row.Indicator.Id) with { Width = 7, Repeats = true, IsEssential = false, Under = "id" },
        Column.Words("title", new("指标名称", "name of the indicator"), row => row.Indicator.Title) with { Width = 17, Repeats = true, IsEssential = false, Under = "reason" },
        Column.Words("reason", new("事由", "reason"), row => row.Reason) with { Width = 40 },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Clauses) with { Width = 22 },
        Column.Points(Before, new("应扣分", "before the floor"), row => row.PointsBeforeFloor) with { Width = 9, IsEssential = false, Under = Counted, Total = ColumnTotal.Sum },
        Column.Points(Counted, new("计入分", "points"), row => row.Points) with { Width = 9, Formula = CountedFormula, Total = ColumnTotal.Sum, TotalName = "PointsLost" },
        new Column("records", new("记录", "records"), ValueKind.Record, RecordsOf) { Width = 25 },
        new Column("files", new("文件:行", "file:line"), ValueKind.Code, row => FilesOf(folder, row)) { Width = 28, IsForPaper = true },
        Column.Code("readings", new("口径", "readings"), row => string.Join(" ", row.Interpretations)) with { Width = 36, IsEssential = false, Under = "reason" },
        Column.Words("rule", new("扣分规则", "rule"), row => row.Term.Title) with { Width = 26, IsEssential = false, Under = "reason" },
    ];

    /// <summary>What the floor leaves of a deduction: no more than the indicator still has above its floor.</summary>
    private static Formula? CountedFormula(Deduction row, IFormulaCells cells)
    {
        var above = $"SUMIF({cells.Above(Indicator)},{cells[Indicator]},{cells.Above(Counted)})";
        return row.Indicator.Floor is { } floor
            ? $"MIN({cells[Before]},MAX(0,{Points.Plain(row.Indicator.Marks)}-{Points.Plain(floor)}-{above}))"
            : cells[Before];
    }

    private static Value RecordsOf(Deduction row) => row.Records.Count > 0 ? Value.Records(row.Records)
        : row.Occurrences.Count > 0 ? new Value.Many(row.Occurrences.Select(Value (occurrence) => new Value.Link(RecordNames.Show(occurrence.Name), Anchor.Occurrence(occurrence))).ToList())
        : new Value.Words(new("没有记录", "no record"));

    /// <summary>Some of the deductions, each leading to its place in the whole list.</summary>
    public static Table<Deduction> Linking(Assessment assessment, IReadOnlyList<Deduction> some) => For(assessment) with
    {
        Rows = some,
        Anchors = _ => [],
        Foot = [],
        All = [new Column("id", new("编号", "No."), ValueKind.Code, row => new Value.Link(Text.Same(row.Id), Anchor.Deduction(row.Id))), .. ColumnsOf(assessment.Measurement.Folder).Skip(1)],
    };

    private static Value FilesOf(ContractFolder folder, Deduction row) => new Value.Many(row.Records
        .Select(Value (record) => new Value.Code(FormattableString.Invariant($"{ContractFiles.Short(folder, record.Path)}:{record.Line}"))).ToList());
}
