using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Measuring.AggregateLine>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Figures over many records against their limits: how many, what share, how long on average.</summary>
internal static class AggregateTable
{
    public const string Id = "aggregates";

    public static Table<AggregateLine> For(IReadOnlyList<AggregateLine> lines) => new(Id, new("汇总指标", "Aggregate targets"), Columns, lines)
    {
        WhenEmpty = new("合同没有约定汇总指标。", "The contract names no aggregate targets."),
        Mark = line => line.State == TargetState.Missed,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code("id", new("编号", "id"), line => TargetTable.IdOf(line.Terms.Id, line.Service)) with { Width = 20, IsEssential = false, Under = "title" },
        Column.Words("title", new("指标", "target"), line => line.Terms.Title) with { Width = 26 },
        Column.Code("of", new("对象", "of"), line => line.Of) with { Width = 18 },
        Column.Code("span", new("期间", "span"), line => line.Span) with { Width = 8 },
        Column.Days("days", new("日期", "days"), line => line.Days) with { Width = 22, IsEssential = false, Under = "span" },
        Column.Label("limit", new("要求", "limit"), line => line.DescribeLimit()) with { Width = 18 },
        Column.Label("figure", new("实际", "found"), line => line.Describe(line.Figure)) with { Width = 14 },
        Column.State("state", new("结论", "outcome"), line => States.Show(line.State)) with { Width = 10 },
        new Column("records", new("记录", "records"), ValueKind.Record, line => Value.Records(line.Records.Select(fact => RecordReference.To(fact)))) { Width = 24, IsEssential = false },
        Column.Clauses("clauses", new("条款", "clause"), line => line.Terms.Clauses) with { Width = 24, IsEssential = false },
    ];
}
