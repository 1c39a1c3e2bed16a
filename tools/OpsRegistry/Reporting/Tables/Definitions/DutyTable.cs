using OpsRegistry.Measuring;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.DutyRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A duty with the times that it fell due.</summary>
internal sealed record DutyRow(Obligation Obligation, string? Service, IReadOnlyList<Occurrence> Occurrences)
{
    public int In(OccurrenceState state) => Occurrences.Count(occurrence => occurrence.State == state);

    public IEnumerable<Occurrence> Missing => Occurrences.Where(occurrence => occurrence.State == OccurrenceState.Missing);
}

/// <summary>Every duty and how often it was done.</summary>
internal static class DutyTable
{
    public const string Id = "duties";

    private const string Key = "id";

    private const int MostNamed = 24;

    /// <summary>Every duty of the scope, also those that did not fall due.</summary>
    public static Table<DutyRow> For(ServiceScope scope, IReadOnlyList<Occurrence> occurrences)
    {
        var all = occurrences.ToLookup(occurrence => (occurrence.Service, occurrence.Obligation.Id));
        return For(scope.Obligations.Select(scoped => new DutyRow(scoped.Obligation, scoped.Service, all[(scoped.Service, scoped.Obligation.Id)].ToList())).ToList());
    }

    /// <summary>The duties that fell due.</summary>
    public static Table<DutyRow> For(IReadOnlyList<Occurrence> occurrences) => For(occurrences
        .GroupBy(occurrence => (occurrence.Service, occurrence.Obligation.Id))
        .Select(group => new DutyRow(group.First().Obligation, group.Key.Service, group.ToList())).ToList());

    /// <summary>A service's duties: how often each was done, or, where the registry keeps no records of it, what they are.</summary>
    public static Table<DutyRow> Of(Resource<Service> service, IReadOnlyList<Occurrence> occurrences, bool isRecorded) => isRecorded
        ? For(occurrences)
        : For(service.Spec.Obligations.Select(duty => new DutyRow(duty, service.Name, [])).ToList()).Only("title", Key, "clauses");

    /// <summary>The id that counts go by: services may use the same ids.</summary>
    public static string IdOf(Obligation obligation, string? service) => service is null ? obligation.Id : $"{service}/{obligation.Id}";

    private static Table<DutyRow> For(IReadOnlyList<DutyRow> rows) => new(Id, new("义务履行", "Duties"), Columns, rows)
    {
        WhenEmpty = new("合同没有约定周期性义务。", "The contract names no recurring duties."),
        Mark = row => row.Missing.Any(),
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code(Key, new("编号", "id"), row => IdOf(row.Obligation, row.Service)) with { Width = 22, IsEssential = false, Under = "title" },
        Column.Words("title", new("义务", "duty"), row => row.Obligation.Title) with { Width = 26 },
        Column.Count("due", new("应履行", "due"), row => row.Occurrences.Count) with { Width = 18, Formula = (_, cells) => $"COUNTIF({cells.Column(OccurrenceTable.Id, OccurrenceTable.Key)},{cells[Key]})" },
        In(OccurrenceState.Fulfilled, "fulfilled") with { Tone = Tone.Good },
        In(OccurrenceState.Late, "late") with { Tone = Tone.Warning },
        In(OccurrenceState.Missing, "missing") with { Tone = Tone.Bad },
        In(OccurrenceState.Pending, "pending") with { Tone = Tone.Plain },
        new Column("which", new("缺少的", "which are missing"), ValueKind.Words, MissingOf) { Width = 36 },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Obligation.Clauses) with { Width = 30, IsEssential = false },
    ];

    private static Column In(OccurrenceState state, string key) => Column.Count(key, States.Show(state).Title, row => row.In(state)) with
    {
        Width = 10,
        Formula = (_, cells) => $"COUNTIFS({cells.Column(OccurrenceTable.Id, OccurrenceTable.Key)},{cells[Key]},{cells.Column(OccurrenceTable.Id, OccurrenceTable.State)},{cells.Quoted(States.Show(state).Title)})",
    };

    private static Value MissingOf(DutyRow row)
    {
        var missing = row.Missing.ToList();
        var named = string.Join("、", missing.Take(MostNamed).Select(occurrence => occurrence.Name));
        return new Value.Words(RecordNames.Show(missing.Count > MostNamed ? named + " …" : named));
    }
}
