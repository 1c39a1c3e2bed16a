using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.SettlementLine>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What a period costs, line by line.</summary>
internal static class SettlementTable
{
    public const string Id = "settlement";

    public const string Base = "base", Share = "share";

    private const string Amount = "amount";

    public static Table<SettlementLine> For(PeriodResult period) => new(Id, new("本期扣减", "Deductions of money"), ColumnsOf(period), period.Settlement.Lines)
    {
        WhenEmpty = new("合同没有与考核挂钩的扣减。", "The contract takes no money by assessment."),
        Foot = period.Settlement.Lines.Count > 0 ? [] :
        [
            new(new("合计", "Total"), new FootCell(Amount, new Value.Yuan(0)) { Names = ["DeductionTotal"] }),
        ],
    };

    /// <summary>The same as it is signed, in people's words.</summary>
    public static Table<SettlementLine> Signed(PeriodResult period)
    {
        var table = For(period);
        return table with
        {
            All =
            [
                .. table.Without("records").All.Select(column => column.Key switch
                {
                    "id" => Column.Words(column.Key, column.Title, TitleOf) with { Width = column.Width },
                    "clauses" => Column.Words(column.Key, column.Title, line => Text.Same(string.Join("\n", line.Clauses.Select(Citation.Paragraph).Distinct(StringComparer.Ordinal)))) with { Width = column.Width },
                    _ => column,
                }),
            ],
        };
    }

    private static Text TitleOf(SettlementLine line) =>
        line.IsStated ? Text.Same(line.Id)
        : line.Id == PeriodSettlement.Band ? new("按档次扣减", "by the band")
        : line.Id == PeriodSettlement.Shortfall ? new("按差分扣减", "by the points short")
        : Text.Same(line.Id);

    private static IReadOnlyList<Column> ColumnsOf(PeriodResult period) =>
    [
        Column.Code("id", new("编号", "No."), line => line.Id) with { Width = 18, Under = "reason" },
        Column.Words("reason", new("事由", "reason"), line => line.Reason) with { Width = 38 },
        new Column(Base, new("基数（元）", "of (yuan)"), ValueKind.Yuan, line => BaseOf(period, line)) { Width = 16, IsEssential = false, Formula = (line, _) => BaseFormula(period, line) },
        new Column(Share, new("比例", "share"), ValueKind.Share, line => ShareOf(period, line)) { Width = 16, IsEssential = false, Formula = (line, _) => ShareFormula(period, line) },
        Column.Yuan(Amount, new("金额（元）", "yuan"), line => line.Amount) with { Width = 16, Total = ColumnTotal.Sum, TotalName = "DeductionTotal", Formula = (line, cells) => AmountFormula(period, line, cells) },
        Column.Clauses("clauses", new("条款", "clause"), line => line.Clauses) with { Width = 24 },
        new Column("records", new("依据", "records"), ValueKind.Record, line => Value.Records(line.Records)) { Width = 22, IsEssential = false },
    ];

    private static Shortfall? ShortfallOf(PeriodResult period, SettlementLine line) =>
        !line.IsStated && line.Id == PeriodSettlement.Shortfall ? period.Assessment.Scorecard?.Settlement?.Shortfall : null;

    private static bool IsShare(SettlementLine line) => !line.IsStated && (line.Id == PeriodSettlement.Band || line.Share is not null);

    private static Value BaseOf(PeriodResult period, SettlementLine line) =>
        ShortfallOf(period, line) is { } shortfall ? Value.YuanOf(period.Settlement.Base / shortfall.Divisor)
        : IsShare(line) ? Value.YuanOf(period.Settlement.Base)
        : Value.None;

    private static Formula? BaseFormula(PeriodResult period, SettlementLine line) =>
        ShortfallOf(period, line) is { } shortfall ? Formula.Guarded($"ContractTotal/{shortfall.Divisor}")
        : IsShare(line) ? Formula.Guarded("ContractTotal+0")
        : null;

    /// <summary>Taken several times in a period, only the engine knows how often.</summary>
    private static Value ShareOf(PeriodResult period, SettlementLine line)
    {
        if (ShortfallOf(period, line) is { } shortfall)
        {
            var lost = (period.Assessment.Scorecard!.Marks - period.Assessment.Total) / 100m;
            return shortfall.PerTrigger ? new Value.Words(new("按次", "each time"))
                : shortfall.WholePart ? new Value.Share(1)
                : lost is { } known ? new Value.Share(known) : Value.Unknown;
        }

        return IsShare(line) ? line.Share is { } share ? new Value.Share(share) : Value.Unknown
            : line.IsStated || line.Id == PeriodSettlement.Unread ? Value.None
            : new Value.Words(new("每次定额", "fixed, each time"));
    }

    private static Formula? ShareFormula(PeriodResult period, SettlementLine line) => ShortfallOf(period, line) is { } shortfall
        ? shortfall.PerTrigger || shortfall.WholePart ? null : Formula.Guarded($"({Points.Plain(period.Assessment.Scorecard!.Marks)}-Score)/100")
        : line.IsStated ? null
        : line.Id == PeriodSettlement.Band ? Formula.Guarded("BandShare+0")
        : line.Share is { } share ? Formula.Guarded($"{Points.Plain(share)}+0")
        : null;

    private static Formula? AmountFormula(PeriodResult period, SettlementLine line, IFormulaCells cells)
    {
        var back = line.Restored == 0m ? "" : $"-{Points.Plain(line.Restored)}";
        return ShortfallOf(period, line) is { } shortfall
            ? shortfall.PerTrigger ? null : Formula.Guarded($"ROUND(MIN({cells[Base]}+0,{cells[Base]}*{cells[Share]}),2){back}")
            : IsShare(line) ? Formula.Guarded($"ROUND({cells[Base]}*{cells[Share]},2){back}")
            : null;
    }
}
