using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.MoneyRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Money that a period takes, or that came after the last of them was closed.</summary>
internal sealed record MoneyRow(PeriodResult? Period, SettlementLine Line);

/// <summary>Every item of money that the periods and the settlement take, by the id under which it is explained and disputed.</summary>
internal static class MoneyTable
{
    private const string Id = "items";

    public static Table<MoneyRow> For(ContractResult result) => new(Id, new("各项扣款", "What is deducted"), Columns, RowsOf(result).ToList())
    {
        WhenEmpty = new("没有扣款。", "Nothing is deducted."),
    };

    private static IEnumerable<MoneyRow> RowsOf(ContractResult result) =>
    [
        .. from period in result.Periods
           from line in period.Settlement.Lines
           where line.Amount != 0m || line.Dispute is not null
           select new MoneyRow(period, line),
        .. result.Settlement.After.Select(line => new MoneyRow(null, line)),
    ];

    private static Text AfterTerm { get; } = new("期满后", "after");

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new Column("period", new("考核期", "period"), ValueKind.Label, row => row.Period is { } period ? new Value.Link(Text.Same(period.Period.Id), Anchor.Part(period.Period.Id)) : new Value.Words(AfterTerm)) { Width = 10 },
        Column.Code("id", new("编号", "No."), row => row.Line.Id) with { Width = 18 },
        Column.Words("reason", new("事由", "reason"), row => row.Line.Reason) with { Width = 44 },
        Column.Yuan("amount", new("金额（元）", "yuan"), row => row.Line.Amount) with { Width = 16, Total = ColumnTotal.Sum },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Line.Clauses) with { Width = 24, IsEssential = false },
    ];
}
