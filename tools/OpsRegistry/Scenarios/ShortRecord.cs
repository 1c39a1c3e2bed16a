using NodaTime.Text;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Scenarios;

/// <summary>A made-up record: written with the fields that matter, and completed to a file like any other.</summary>
/// <param name="Resource">The complete record.</param>
/// <param name="Never">What the scenario says was never done: fields, and types of reports.</param>
internal sealed record ShortRecord(Resource Resource, IReadOnlyList<string> Never)
{
    private const string NameKey = "name", NeverKey = "never";

    private static readonly LocalTime Morning = new(10, 0);

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>Completes a record.</summary>
    /// <param name="written">The record as the scenario writes it.</param>
    /// <param name="contract">The contract's name.</param>
    /// <param name="number">Its number among the scenario's records, from 1.</param>
    /// <param name="day">The day on which it happened, where nothing is said.</param>
    /// <param name="names">What the scenario calls its records, and the names of their files.</param>
    /// <param name="findings">Takes what cannot be understood, at its place.</param>
    public static ShortRecord? Complete(Node written, string contract, int number, LocalDate day, IReadOnlyDictionary<string, string> names, List<Finding> findings)
    {
        if (written is not MappingNode given || given["kind"] is not ScalarNode { Text: var word } said || (Kinds.Named(word) ?? Kinds.Called(word)) is not { } kind)
        {
            var root = Envelope((written as MappingNode)?["kind"] as ScalarNode ?? new ScalarNode(written.Place, "", ScalarKind.String), new("x", contract, written.Place), new(written.Place, []));
            findings.AddRange(KindExamples.Schemas.Validate(root));
            return null;
        }

        var started = Started(kind, given, day);
        var entries = given.Entries
            .Where(entry => entry.Key is not ("kind" or NameKey or NeverKey))
            .Select(entry => entry with { Value = Named(Timed(entry.Value, kind.Field(entry.Key)?.Type, started), kind.Field(entry.Key), names) })
            .ToList();
        foreach (var field in KindExamples.RequiredOf(kind.Name).Where(field => given[field] is null))
        {
            entries.Add(new(field, given.Place, Supposed(kind, field, given.Place, started)));
        }

        var name = FileName(kind, started, number);
        var never = given[NeverKey] is SequenceNode list ? list.Items.OfType<ScalarNode>().Select(item => item.Text).ToList() : [];
        return Read(kind, said, new(name, contract, given.Place), new MappingNode(given.Place, entries), findings) is { } resource ? new(resource, never) : null;
    }

    /// <summary>What a scenario calls its records, and the names that their files would have; a record without a name is called by its file's.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(IReadOnlyList<Node> records, LocalDate day)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (written, index) in records.Select((written, index) => (written as MappingNode, index)))
        {
            if (written?["kind"] is ScalarNode { Text: var word } && (Kinds.Named(word) ?? Kinds.Called(word)) is { } kind)
            {
                var name = FileName(kind, Started(kind, written, day), index + 1);
                names[(written[NameKey] as ScalarNode)?.Text ?? name] = name;
            }
        }

        return names;
    }

    /// <summary>A record that a scenario takes for granted, such as a duty that was done.</summary>
    public static Resource? Suppose(Kind kind, string name, string contract, LocalDate day, IEnumerable<MappingEntry> fields, Place place)
    {
        var started = day.At(Morning).WithOffset(BeijingTime.Offset);
        var entries = fields.ToList();
        entries.AddRange(KindExamples.RequiredOf(kind.Name).Concat(kind.OccurredOn.Take(1))
            .Distinct(StringComparer.Ordinal)
            .Where(field => entries.TrueForAll(entry => entry.Key != field))
            .Select(field => new MappingEntry(field, place, Supposed(kind, field, place, started)))
            .ToList());
        return Read(kind, new(place, kind.Name, ScalarKind.String), new(name, contract, place), new MappingNode(place, entries), []);
    }

    /// <summary>A moment as files write it.</summary>
    public static ScalarNode Write(Instant moment, bool isDay, Place place)
    {
        var time = BeijingTime.Local(moment).WithOffset(BeijingTime.Offset);
        return new(place, isDay ? LocalDatePattern.Iso.Format(time.Date) : OffsetDateTimePattern.Rfc3339.Format(time), ScalarKind.String);
    }

    private static string FileName(Kind kind, OffsetDateTime started, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind.KebabName}-{started.Year:0000}-{9000 + number:0000}");

    /// <summary>The value, with the file's name where it calls another record by the scenario's.</summary>
    private static Node Named(Node value, SpecField? field, IReadOnlyDictionary<string, string> names) => value switch
    {
        ScalarNode scalar when field is { Words: null } && field.Type == typeof(string) && names.TryGetValue(scalar.Text, out var name) => scalar with { Text = name },
        SequenceNode list when field?.References is not null => list with { Items = list.Items.Select(item => item is ScalarNode one && names.TryGetValue(one.Text, out var name) ? one with { Text = name } : item).ToList() },
        _ => value,
    };

    private static Resource? Read(Kind kind, ScalarNode said, Identity identity, MappingNode spec, List<Finding> findings)
    {
        var root = Envelope(said with { Text = kind.Name }, identity, spec);
        var faults = KindExamples.Schemas.Validate(kind.Name, root).Where(fault => fault.Rule.Severity == Severity.Error).ToList();
        var bound = faults.Count == 0 ? Binder.Bind(kind.Read, spec, faults) : null;
        findings.AddRange(faults);
        return bound is null ? null : new Resource(
            $"ops-registry/contracts/{identity.Contract}/records/{identity.Name}.yaml", "", kind, Binder.Bind(Metadata.Read, (MappingNode)root["metadata"]!, faults)!, root, bound);
    }

    private static MappingNode Envelope(ScalarNode kind, Identity identity, MappingNode spec)
    {
        var place = identity.Place;
        return new(place,
        [
            Entry("apiVersion", SchemaSet.ApiVersion),
            new("kind", kind.Place, kind),
            new("metadata", place, new MappingNode(place, [Entry("name", identity.Name), Entry("contract", identity.Contract), Entry("provenance", "sample")])),
            new("spec", place, spec),
        ]);

        MappingEntry Entry(string key, string text) => new(key, place, new ScalarNode(place, text, ScalarKind.String));
    }

    private static Node Supposed(Kind kind, string field, Place place, OffsetDateTime started) => kind.Field(field) switch
    {
        { IsMoment: true } moment => Write(started.ToInstant(), moment.Type == typeof(LocalDate), place),
        _ => KindExamples.Find(kind.Name, field, place) ?? new ScalarNode(place, "", ScalarKind.Null),
    };

    /// <summary>When it began: what the scenario says, else ten o'clock of the day.</summary>
    private static OffsetDateTime Started(Kind kind, MappingNode given, LocalDate day) =>
        kind.OccurredOn.Select(field => given[field] is ScalarNode scalar ? TimeIn(scalar.Text) : null).FirstOrDefault(time => time is not null)
        ?? day.At(Morning).WithOffset(BeijingTime.Offset);

    private static OffsetDateTime? TimeIn(string text) =>
        Minute.Parse(text) is { Success: true } minute ? minute.Value.WithOffset(BeijingTime.Offset)
        : Values.DateIn(text) is { } date ? date.At(Morning).WithOffset(BeijingTime.Offset)
        : Values.TimeIn(text);

    private static Node Timed(Node node, Type? type, OffsetDateTime started) => node switch
    {
        MappingNode mapping => mapping with { Entries = mapping.Entries.Select(entry => entry with { Value = Timed(entry.Value, null, started) }).ToList() },
        SequenceNode list => list with { Items = list.Items.Select(item => Timed(item, null, started)).ToList() },
        ScalarNode scalar when type is null || type == typeof(OffsetDateTime) || type == typeof(LocalDate) => Timed(scalar, type == typeof(LocalDate), started),
        ScalarNode => node,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ScalarNode Timed(ScalarNode scalar, bool isDay, OffsetDateTime started) =>
        Minute.Parse(scalar.Text) is { Success: true } minute ? Write(BeijingTime.At(minute.Value), isDay, scalar.Place)
        : scalar.Text.StartsWith('P') && PeriodPattern.NormalizingIso.Parse(scalar.Text) is { Success: true } span ? Write(BeijingTime.At(started.LocalDateTime.Plus(span.Value)), isDay, scalar.Place)
        : scalar;

    private sealed record Identity(string Name, string Contract, Place Place);
}
