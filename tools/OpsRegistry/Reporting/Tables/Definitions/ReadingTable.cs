using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.SensitivityRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What each other reading of an unclear clause would make of a period.</summary>
internal static class ReadingTable
{
    public const string Id = "sensitivity";

    private const string Total = "score", Amount = "amount", Verdict = "verdict";

    /// <summary>Stands beside a result that may not be settled before the parties decide; a sign that prints in black.</summary>
    public static Text NeedsDecision { get; } = new("▲ 须先决定", "▲ to be decided first");

    /// <summary>Every other reading that can be computed, those to be decided first.</summary>
    public static Table<SensitivityRow> For(PeriodResult period) => For(period, period.Sensitivity.OrderByDescending(row => row.NeedsDecision).ToList());

    /// <summary>The readings that change points or money.</summary>
    public static Table<SensitivityRow> ForDifferent(PeriodResult period) =>
        For(period, period.Sensitivity.Where(row => row.Total != period.Assessment.Total || row.Amount != period.Settlement.Total).ToList()) with
        {
            Notes = [new("只列出结果不同的解释；其余解释下得分与扣款不变。", "Readings that change nothing are left out.")],
            WhenEmpty = new("换成其他任何一种解释，得分与扣款都不变。", "No other reading changes points or money."),
        };

    private static Table<SensitivityRow> For(PeriodResult period, IReadOnlyList<SensitivityRow> rows) => new(Id, new("换一种理解会怎样", "What other readings would change"), ColumnsOf(period), rows)
    {
        WhenEmpty = new("没有可以计算的其他理解。", "No other reading can be computed."),
        Mark = row => row.NeedsDecision,
        MarkFormula = cells => $"LEFT({cells[Verdict]},1)=\"▲\"",
    };

    private static IReadOnlyList<Column> ColumnsOf(PeriodResult period) =>
    [
        new Column("key", new("键", "key"), ValueKind.Code, row => new Value.Link(Text.Same(row.Interpretation.Key), Anchor.Reading(row.Interpretation.Key))) { Width = 17 },
        Column.Words("option", new("其他理解", "read as"), row => row.Option.Title) with { Width = 46 },
        new Column(Total, new("得分", "score"), ValueKind.Points, row => PointsOf(period, row, row.Total)) { Width = 13 },
        new Column("scoreDifference", new("得分差", "difference"), ValueKind.Points, row => PointsOf(period, row, row.Total - period.Assessment.Total, isDifference: true))
        {
            Width = 13, IsEssential = false, Formula = (_, cells) => period.Assessment.Scorecard is null ? null : Formula.Guarded($"{cells[Total]}-Score"),
        },
        Column.Yuan(Amount, new("扣减（元）", "deducted (yuan)"), row => row.Amount) with { Width = 16 },
        new Column("amountDifference", new("扣减差（元）", "difference (yuan)"), ValueKind.Yuan, row => DifferenceOf(row.Amount - period.Settlement.Total))
        {
            Width = 16, IsEssential = false, Formula = (_, cells) => Formula.Guarded($"{cells[Amount]}-DeductionTotal"),
        },
        Column.State(Verdict, new("结论", "outcome"), VerdictOf) with { Width = 26 },
    ];

    /// <summary>The score in force, and under it what each other reading that changes it would make of it; null where none does.</summary>
    public static FigureChart? Chart(PeriodResult period)
    {
        var rows = period.Sensitivity.Where(row => row.Total is { } total && total != period.Assessment.Total).ToList();
        return rows.Count == 0 || period.Assessment is not { Total: { } now, Scorecard: { } scorecard } ? null : new(
            "readings", new("换一种理解的得分", "Scores by other readings"), new($"现行理解 {Points.Show(now)} 分；{rows.Count} 种其他理解使得分不同", $"{Points.Show(now)} as read now; {rows.Count} other readings change it"), ChartForm.Bars,
            [
                new(new("现行理解", "as read now")) { Tone = Tone.Good },
                .. rows.Select(row => new ChartCategory(new($"{row.Interpretation.Key} {row.Option.Title.Zh}", $"{row.Interpretation.Key} {row.Option.Title.En}"), Anchor.Reading(row.Interpretation.Key)) { Tone = row.ChangesBand ? Tone.Bad : Tone.Plain }),
            ],
            [new("score", new("得分", "score"), [now, .. rows.Select(row => row.Total)])])
        {
            Kind = ValueKind.Points,
            Largest = scorecard.Marks,
            Bands = BandTable.Edges(scorecard),
            Legend = [(Tone.Bad, new("另一档次", "another band")), (Tone.Plain, new("同一档次", "the same band"))],
        };
    }

    private static Value PointsOf(PeriodResult period, SensitivityRow row, decimal? points, bool isDifference = false) =>
        period.Assessment.Scorecard is null ? Value.None
        : points is { } known ? new Value.Points(known, isDifference) { IsTotal = !isDifference }
        : Value.Unknown;

    private static Value DifferenceOf(decimal? amount) => amount is { } known ? new Value.Yuan(known, IsDifference: true) : Value.Unknown;

    private static Value.State VerdictOf(SensitivityRow row) => row.NeedsDecision ? new(NeedsDecision, Tone.Warning)
        : row.ChangesBand ? new(new("另一档次（已决定）", "another band (decided)"), Tone.Plain)
        : row.Settled ? new(new("已决定", "decided"), Tone.Plain)
        : new(new("同一档次", "the same band"), Tone.Plain);
}
