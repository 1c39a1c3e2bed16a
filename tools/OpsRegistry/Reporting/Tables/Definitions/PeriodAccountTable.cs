using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.PeriodDeduction>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What each period took, and what of it stands under the cap.</summary>
internal static class PeriodAccountTable
{
    public const string Id = "periods";

    private const string Amount = "amount", Confirmed = "confirmed", InDispute = "inDispute";

    /// <summary>The account; a workbook of a period reads that period's amount from its own settlement.</summary>
    public static Table<PeriodDeduction> For(ContractResult result, AssessmentPeriod? own = null) => new(Id, new("各期扣减", "Deductions by period"), ColumnsOf(result, own), result.Settlement.Deductions)
    {
        WhenEmpty = new("还没有考核期开始。", "No period has begun."),
        Foot = Sums(result),
    };

    private static IReadOnlyList<Column> ColumnsOf(ContractResult result, AssessmentPeriod? own) =>
    [
        new Column("period", new("考核期", "period"), ValueKind.Label, line => new Value.Link(Text.Same(line.Period.Id), Anchor.Period(result.Folder.Name, line.Period.Id))) { Width = 18 },
        Column.Days("days", new("起止", "days"), line => line.Period.Days) with { Width = 38 },
        Column.State("state", new("状态", "state"), line => new(line.Seal is { } seal ? StateWords.Of(seal) : line.State.Title(), Tone.Plain)) with { Width = 16 },
        Column.Yuan(Amount, new("扣减（元）", "deducted (yuan)"), line => line.Amount) with { Width = 16, Formula = (line, _) => line.Period == own ? Formula.Guarded("DeductionTotal+0") : null },
        .. result.Settlement.Upheld is null ? Array.Empty<Column>() :
        [
            Column.Yuan(Confirmed, new("其中确认（元）", "confirmed (yuan)"), line => line.Range.Confirmed) with { Width = 16 },
            Column.Yuan(InDispute, new("有异议（元）", "in dispute (yuan)"), line => line.Range.InDispute) with { Width = 16 },
        ],
    ];

    private static IReadOnlyList<FootRow> Sums(ContractResult result)
    {
        var (account, share) = (result.Settlement, result.Folder.Scorecard?.Settlement?.Cap);
        return
        [
            .. account.After.Count == 0 ? Array.Empty<FootRow>() :
            [
                new(new("期满后的结转与调整（元）", "Carried and adjusted after the term (yuan)"), new FootCell(Amount, Value.YuanOf(account.After.Any(line => line.Amount is null) ? null : account.After.Sum(line => line.Amount))) { Names = ["DeductedAfterTerm"] }),
            ],
            new(new("累计扣减（元）", "Deductions so far (yuan)"), new FootCell(Amount, Value.YuanOf(account.Accumulated))
            {
                Formula = cells => SumOf(account.Deductions.Count == 0 ? "0" : Formula.SumOf(cells.Column(Amount)), account.After.Count > 0), Names = ["DeductedSoFar"],
            }),
            new(new("扣减上限（元）", "Cap (yuan)"), new FootCell(Amount, share is null ? new Value.Words(new("未约定", "none agreed")) : Value.YuanOf(account.Cap))
            {
                Formula = share is { } part ? _ => Formula.Guarded($"ROUND(ContractTotal*{Points.Plain(part)},2)") : null, Names = ["DeductionCap"],
            }),
            new(new("封顶后扣减（元）", "Deductions under the cap (yuan)"), [new FootCell(Amount, Value.YuanOf(account.AfterCap))
            {
                Formula = _ => Formula.Guarded(account.Cap is null ? "DeductedSoFar+0" : "MIN(DeductedSoFar+0,DeductionCap+0)"), Names = ["DeductedInAll"],
            }, .. account.Upheld is null ? Array.Empty<FootCell>() : [new(Confirmed, Value.YuanOf(account.Deducted.Confirmed)), new(InDispute, Value.YuanOf(account.Deducted.InDispute))]]),
        ];
    }

    private static Formula SumOf(Formula deductions, bool withAfterTerm) => withAfterTerm ? Formula.Guarded($"{deductions.Text}+DeductedAfterTerm") : deductions;
}
