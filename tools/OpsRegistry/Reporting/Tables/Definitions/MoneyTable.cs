using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.MoneyRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Money that a period takes.</summary>
internal sealed record MoneyRow(PeriodResult Period, SettlementLine Line);

/// <summary>Every item of money that the periods take, by the id under which it is explained and disputed.</summary>
internal static class MoneyTable
{
    private const string Id = "items";

    public static Table<MoneyRow> For(ContractResult result) => new(Id, new("各项扣款", "What is deducted"), Columns, RowsOf(result).ToList())
    {
        WhenEmpty = new("没有扣款。", "Nothing is deducted."),
    };

    private static IEnumerable<MoneyRow> RowsOf(ContractResult result) =>
        from period in result.Periods
        from line in period.Settlement.Lines
        where line.Amount != 0m || line.Dispute is not null
        select new MoneyRow(period, line);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new Column("period", new("考核期", "period"), ValueKind.Label, row => new Value.Link(Text.Same(row.Period.Period.Id), Anchor.Part(row.Period.Period.Id))) { Width = 10 },
        Column.Code("id", new("编号", "No."), row => row.Line.Id) with { Width = 18 },
        Column.Words("reason", new("事由", "reason"), row => row.Line.Reason) with { Width = 44 },
        Column.Yuan("amount", new("金额（元）", "yuan"), row => row.Line.Amount) with { Width = 16, Total = ColumnTotal.Sum },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Line.Clauses) with { Width = 24, IsEssential = false },
    ];
}
