using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Measuring.QuotaLine>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Work that the contract has paid for: how much there is, how much was used, how much is left.</summary>
internal static class QuotaTable
{
    public const string Id = "quotas";

    private const string Amount = "amount", Used = "used";

    public static Table<QuotaLine> For(IReadOnlyList<QuotaLine> lines) => new(Id, new("已付费的额度", "Paid-for quotas"), Columns, lines)
    {
        WhenEmpty = new("合同没有约定额度。", "The contract names no quotas."),
        Mark = line => line.Left < 0m,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code("id", new("编号", "id"), line => TargetTable.IdOf(line.Terms.Id, line.Service)) with { Width = 20, IsEssential = false, Under = "title" },
        Column.Words("title", new("额度", "quota"), line => line.Terms.Title) with { Width = 30 },
        Column.Code("span", new("期间", "span"), line => line.Span) with { Width = 8 },
        Column.Days("days", new("日期", "days"), line => line.Days) with { Width = 22, IsEssential = false, Under = "span" },
        Column.Label("unit", new("单位", "unit"), line => line.Terms.Unit) with { Width = 12 },
        Column.Count(Amount, new("额度", "paid for"), line => line.Terms.Amount) with { Width = 10 },
        Column.Count(Used, new("已用", "used"), line => line.Used) with { Width = 10 },
        Column.Count("left", new("剩余", "left"), line => line.Left) with { Width = 10, Formula = (_, cells) => $"{cells[Amount]}-{cells[Used]}" },
        new Column("records", new("记录", "records"), ValueKind.Record, line => Value.Records(line.Records.Select(fact => RecordReference.To(fact)))) { Width = 24, IsEssential = false },
        Column.Clauses("clauses", new("条款", "clause"), line => line.Terms.Clauses) with { Width = 24, IsEssential = false },
    ];
}
