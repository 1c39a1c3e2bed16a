using OpsRegistry.Measuring;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.TriggerRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>An exit trigger with what points to it in a period.</summary>
/// <param name="Facts">The records; null where the trigger names none.</param>
/// <param name="Duties">The times of its duty that are late or missing; null where the trigger names no duty.</param>
internal sealed record TriggerRow(ExitTrigger Trigger, IReadOnlyList<Fact>? Facts, IReadOnlyList<Occurrence>? Duties)
{
    public bool Points => Facts is { Count: > 0 } || Duties is { Count: > 0 };

    public static TriggerRow Of(ExitTrigger trigger, Measurement measurement, AssessmentPeriod period) => new(
        trigger,
        trigger.Records is { } match ? measurement.FactsIn(period).Where(fact => fact.Matches(match)).ToList() : null,
        trigger.Duty is not { } duty ? null : measurement.Scope.Obligations
            .Where(scoped => scoped.Service is null && scoped.Obligation.Id == duty)
            .SelectMany(scoped => measurement.OccurrencesIn(period, scoped))
            .Where(occurrence => occurrence.State is OccurrenceState.Late or OccurrenceState.Missing)
            .ToList());
}

/// <summary>What would let the purchaser leave, and the records and duties that came near it.</summary>
internal static class TriggerTable
{
    public static Table<TriggerRow> For(Measurement measurement, AssessmentPeriod period) => new(
        "exitTriggers", new("退出条件监测", "Exit triggers"), Columns,
        measurement.Folder.Terms.ExitTriggers.Select(trigger => TriggerRow.Of(trigger, measurement, period)).ToList())
    {
        WhenEmpty = new("合同没有约定退出条件。", "The contract names no exit triggers."),
        Mark = row => row.Points,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words("title", new("情形", "trigger"), row => row.Trigger.Title) with { Width = 46 },
        new Column("records", new("本期记录", "records"), ValueKind.Record, RecordsOf) { Width = 40 },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Trigger.Clauses) with { Width = 30, IsEssential = false },
    ];

    private static Value RecordsOf(TriggerRow row) => row switch
    {
        { Facts: null, Duties: null } => new Value.Words(new("只能由人判断", "only a person can tell")),
        { Points: false } => new Value.Words(new("无", "none")),
        _ => new Value.Many(
        [
            .. (row.Facts ?? []).Select(Value (fact) => new Value.Record(fact.Resource.Name, fact.Resource.Path, fact.Resource.Place.Line)),
            .. (row.Duties ?? []).Select(Value (duty) => new Value.Link(new($"{duty.Obligation.Title.Zh}：{duty.State.Title().Zh}", $"{duty.Obligation.Title.En}: {duty.State.Title().En}"), Anchor.Occurrence(duty))),
        ]),
    };
}
