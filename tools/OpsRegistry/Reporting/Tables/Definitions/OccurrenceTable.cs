using OpsRegistry.Measuring;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Measuring.Occurrence>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Every time that a duty fell due, and by what it was fulfilled.</summary>
internal static class OccurrenceTable
{
    public const string Id = "occurrences", Key = "id", State = "state";

    private const string First = "first", Last = "last", Due = "dueDay";

    public static Table<Occurrence> For(IReadOnlyList<Occurrence> occurrences) => new(Id, new("逐次履行", "Each time a duty fell due"), Columns, occurrences)
    {
        WhenEmpty = new("本期没有到期的义务。", "No duty fell due."),
        IsList = true,
        Anchors = occurrence => [Anchor.Occurrence(occurrence)],
        Mark = occurrence => occurrence.State == OccurrenceState.Missing,
        MarkFormula = cells => $"{cells[State]}={cells.Quoted(States.Show(OccurrenceState.Missing).Title)}",
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code(Key, new("编号", "id"), occurrence => DutyTable.IdOf(occurrence.Obligation, occurrence.Service)) with { Width = 22, IsEssential = false, Under = "title" },
        Column.Words("title", new("义务", "duty"), occurrence => occurrence.Obligation.Title) with { Width = 26 },
        Column.Label("name", new("次别", "time"), occurrence => RecordNames.Show(occurrence.Name)) with { Width = 18 },
        Column.Day(First, new("自", "from"), occurrence => occurrence.Days.Start) with { Width = 13 },
        Column.Day(Last, new("至（含）", "through"), occurrence => occurrence.Days.End.PlusDays(-1)) with { Width = 13 },
        Column.Count("days", new("天数", "days"), occurrence => occurrence.Days.Days) with { Width = 8, IsEssential = false, Formula = (_, cells) => $"{cells[Last]}-{cells[First]}+1" },
        new Column(Due, new("最迟", "due"), ValueKind.Day, occurrence => occurrence.Due.Last is { } day ? new Value.Day(day) : occurrence.Due.Problem is { } problem ? new Value.Undetermined(problem.Message) : Value.None) { Width = 13 },
        Column.State(State, new("状态", "state"), occurrence => States.Show(occurrence.State)) with { Width = 10 },
        new Column("record", new("履行记录", "done by"), ValueKind.Record, occurrence => RecordOf(occurrence.FulfilledBy)) { Width = 26 },
        new Column("daysLate", new("迟延天数", "days late"), ValueKind.Count, occurrence => occurrence.DaysLate > 0 ? new Value.Count(occurrence.DaysLate) : Value.None) { Width = 10, IsEssential = false },
        new Column("calledBy", new("由何要求或何处缺材料", "called for by, or where evidence is missing"), ValueKind.Record, CalledBy) { Width = 26, IsEssential = false },
        Column.Clauses("clauses", new("条款", "clause"), occurrence => occurrence.Obligation.Clauses) with { Width = 30, IsEssential = false },
    ];

    private static Value RecordOf(Fact? fact) => fact is null ? Value.None : new Value.Record(fact.Resource.Name, fact.Resource.Path, fact.Resource.Place.Line);

    private static Value CalledBy(Occurrence occurrence)
    {
        if (occurrence.WithoutEvidence.Count == 0)
        {
            return RecordOf(occurrence.CalledBy);
        }

        var names = RecordNames.Show(string.Join("、", occurrence.WithoutEvidence.Select(fact => fact.Resource.Name)));
        return new Value.Link(new($"缺材料：{names.Zh}", $"no evidence: {names.En}"), Anchor.Record(occurrence.WithoutEvidence[0].Resource.Path));
    }
}
