using OpsRegistry.Measuring;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<(OpsRegistry.Model.ExitTrigger Trigger, System.Collections.Generic.IReadOnlyList<OpsRegistry.Measuring.Fact>? Facts)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What would let the purchaser leave, and the records that came near it.</summary>
internal static class TriggerTable
{
    public static Table<(ExitTrigger Trigger, IReadOnlyList<Fact>? Facts)> For(Measurement measurement, AssessmentPeriod period) => new(
        "exitTriggers", new("退出条件监测", "Exit triggers"), Columns,
        measurement.Folder.Terms.ExitTriggers.Select(trigger => (trigger, trigger.Records is { } match ? (IReadOnlyList<Fact>?)measurement.FactsIn(period).Where(fact => fact.Matches(match)).ToList() : null)).ToList())
    {
        WhenEmpty = new("合同没有约定退出条件。", "The contract names no exit triggers."),
        Mark = row => row.Facts is { Count: > 0 },
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words("title", new("情形", "trigger"), row => row.Trigger.Title) with { Width = 46 },
        new Column("records", new("本期记录", "records"), ValueKind.Record, RecordsOf) { Width = 40 },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Trigger.Clauses) with { Width = 30, IsEssential = false },
    ];

    private static Value RecordsOf((ExitTrigger Trigger, IReadOnlyList<Fact>? Facts) row) => row.Facts switch
    {
        null => new Value.Words(new("只能由人判断", "only a person can tell")),
        [] => new Value.Words(new("无", "none")),
        var facts => new Value.Many(facts.Select(Value (fact) => new Value.Record(fact.Resource.Name, fact.Resource.Path, fact.Resource.Place.Line)).ToList()),
    };
}
