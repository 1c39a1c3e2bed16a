using System.Text.RegularExpressions;
using NJsonSchema;

namespace OpsRegistry.Loading.Schemas;

/// <summary>What a message speaks of: a field or kind, its title, and where its key stands.</summary>
internal readonly record struct Subject(string Name, Text Title, Place Owner)
{
    /// <summary>True for an item that stands between brackets.</summary>
    public bool IsBetweenBrackets { get; init; }
}

/// <summary>
/// Walks values and schema together, so that each finding has the exact place of its value and words of its own.
/// NJsonSchema's validator gives neither; a test holds that both reach the same verdict on random schemas and values.
/// </summary>
/// <param name="patterns">The schemas' patterns, compiled.</param>
/// <param name="comments">The comments behind unquoted values, by the value's place.</param>
internal sealed class SchemaWalk(IReadOnlyDictionary<string, Regex> patterns, CappedFindings findings, IReadOnlyDictionary<Place, TrailingComment> comments)
{
    private readonly HashSet<string> misplaced = new(StringComparer.Ordinal);

    /// <summary>Checks a value and all below it. The depth is bounded by that of the nodes.</summary>
    public void Check(Node value, JsonSchema declared, Subject subject)
    {
        var schema = declared.ActualSchema;
        if (schema.Type != JsonObjectType.None && (schema.Type & TypesOf(value)) == JsonObjectType.None)
        {
            findings.Add(() => SchemaWords.WrongType(subject, value, schema, Meant(value, schema)));
            return;
        }

        if (schema.Enumeration.Count > 0 && !schema.Enumeration.Any(allowed => IsEqual(value, allowed)))
        {
            findings.Add(() => SchemaWords.NotAllowed(subject, value, schema, Meant(value, schema)));
            return;
        }

        switch (value)
        {
            case MappingNode mapping:
                CheckMapping(mapping, schema, subject);
                break;
            case SequenceNode sequence:
                CheckSequence(sequence, schema, subject);
                break;
            case ScalarNode { Kind: ScalarKind.String } text:
                CheckText(text, schema, subject);
                break;
            case ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } number:
                CheckNumber(number, schema, subject);
                break;
        }
    }

    private void CheckMapping(MappingNode mapping, JsonSchema schema, Subject subject)
    {
        var slips = Slips(mapping, schema);
        foreach (var name in schema.RequiredProperties.Where(name => mapping[name] is null && !slips.ContainsValue(name) && !misplaced.Contains(name)))
        {
            findings.Add(() => SchemaWords.Missing(subject.Name, name, schema.Properties.TryGetValue(name, out var property) ? property : null, subject.Owner));
        }

        string[]? absent = null;
        foreach (var entry in mapping.Entries.OrderBy(entry => schema.Properties.ContainsKey(entry.Key)))
        {
            if (schema.Properties.TryGetValue(entry.Key, out var property))
            {
                Check(entry.Value, property, new Subject(entry.Key, SchemaWords.TitleOf(property), entry.KeyPlace));
            }
            else if (schema.AdditionalPropertiesSchema is { } others)
            {
                Check(entry.Value, others, new Subject(entry.Key, SchemaWords.TitleOf(others), entry.KeyPlace));
            }
            else if (!schema.AllowAdditionalProperties)
            {
                if (SchemaWords.HomeOf(entry.Key, schema) is not null)
                {
                    misplaced.Add(entry.Key);
                }

                absent ??= [.. schema.Properties.Keys.Where(name => mapping[name] is null)];
                findings.Add(() => SchemaWords.Unknown(subject.Name, entry, slips.GetValueOrDefault(entry), absent, schema));
            }
        }
    }

    /// <summary>The keys that no field has, each with the field that was meant. A field is meant once: what it is called wrongly is not missing as well.</summary>
    private static Dictionary<MappingEntry, string> Slips(MappingNode mapping, JsonSchema schema)
    {
        var slips = new Dictionary<MappingEntry, string>();
        if (schema.AllowAdditionalProperties || schema.AdditionalPropertiesSchema is not null)
        {
            return slips;
        }

        var absent = schema.Properties.Where(property => mapping[property.Key] is null).ToDictionary(property => property.Key, property => SchemaWords.TitleOf(property.Value), StringComparer.Ordinal);
        foreach (var entry in mapping.Entries.Where(entry => !schema.Properties.ContainsKey(entry.Key)).Take(SchemaSet.MaximumFindings))
        {
            if (Nearest.Meant(entry.Key, absent) is { } meant)
            {
                slips[entry] = meant;
                absent.Remove(meant);
            }
        }

        return slips;
    }

    /// <summary>The value that was meant, as it is typed; null where it cannot be told.</summary>
    private string? Meant(Node value, JsonSchema schema) => value is not ScalarNode { Kind: not ScalarKind.Null } scalar ? null
        : schema.Type.HasFlag(JsonObjectType.Array) && !schema.Type.HasFlag(JsonObjectType.String) ? ListOf(scalar, schema)
        : Corrections.Find(scalar, schema, candidate => Fits(candidate, schema));

    // One value, or several between commas, where a list is wanted.
    private string? ListOf(ScalarNode scalar, JsonSchema schema)
    {
        var items = scalar.Text.Trim('[', ']', '［', '］', '【', '】', ' ').Split([',', '，', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length > 0 && schema.Item?.ActualSchema is { } item && items.All(text => Fits(new(scalar.Place, text, ScalarKind.String), item))
            ? $"[{string.Join(", ", items.Select(text => Corrections.Typed(new(scalar.Place, text, ScalarKind.String))))}]"
            : null;
    }

    // Items between brackets that a comma of the Chinese keyboard made one.
    private string? Split(Subject subject, ScalarNode text, JsonSchema schema)
    {
        var items = text.Text.Split(['，', '、', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return subject.IsBetweenBrackets && items.Length > 1 && items.All(item => Fits(text with { Text = item }, schema)) ? string.Join(", ", items) : null;
    }

    /// <summary>Whether a schema accepts a scalar.</summary>
    private bool Fits(ScalarNode value, JsonSchema schema) =>
        (schema.Type == JsonObjectType.None || (schema.Type & TypesOf(value)) != JsonObjectType.None)
        && (schema.Enumeration.Count == 0 || schema.Enumeration.Any(allowed => IsEqual(value, allowed)))
        && (value.Kind != ScalarKind.String || (HasForm(value, schema) && value.Text.EnumerateRunes().Count() is var length && length >= (schema.MinLength ?? 0) && length <= (schema.MaxLength ?? int.MaxValue)))
        && (value.Kind is not (ScalarKind.Integer or ScalarKind.Number) || ((schema.Minimum is not { } least || Compare(value.Text, least) >= 0) && (schema.Maximum is not { } most || Compare(value.Text, most) <= 0)));

    private bool HasForm(ScalarNode text, JsonSchema schema) =>
        (schema.Pattern is not { } pattern || patterns[pattern].IsMatch(text.Text))
        && (schema.Format != "date" || TimeFormats.IsDate(text.Text))
        && (schema.Format != "date-time" || TimeFormats.IsDateTime(text.Text));

    private void CheckSequence(SequenceNode sequence, JsonSchema schema, Subject subject)
    {
        var bounds = new Bounds(schema.MinItems, schema.MaxItems == 0 ? int.MaxValue : schema.MaxItems, new Text("项", "item"));
        CheckCount(sequence.Place, sequence.Items.Count, bounds, subject);
        if (schema.UniqueItems)
        {
            CheckUnique(sequence, subject);
        }

        if (schema.Item is { } item)
        {
            var isBetweenBrackets = sequence.Place.Line == subject.Owner.Line && sequence.Place != subject.Owner;
            for (var index = 0; index < sequence.Items.Count; index++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{subject.Name}[{index}]");
                Check(sequence.Items[index], item, new Subject(name, SchemaWords.TitleOf(item), sequence.Items[index].Place) { IsBetweenBrackets = isBetweenBrackets });
            }
        }
    }

    private void CheckUnique(SequenceNode sequence, Subject subject)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var item in sequence.Items)
        {
            var identity = Canonical(item);
            if (!seen.TryAdd(identity, item.Place))
            {
                findings.Add(() => SchemaWords.Repeated(subject, item, seen[identity]));
            }
        }
    }

    private void CheckText(ScalarNode text, JsonSchema schema, Subject subject)
    {
        if (!HasForm(text, schema))
        {
            findings.Add(() => schema.Format switch
            {
                "date" => SchemaWords.WrongDate(subject, text, Meant(text, schema)),
                "date-time" => SchemaWords.WrongTime(subject, text, Meant(text, schema)),
                _ => SchemaWords.WrongPattern(subject, text, schema, Meant(text, schema) ?? Split(subject, text, schema)),
            });
            return;
        }

        var length = text.Text.EnumerateRunes().Count();
        CheckCount(text.Place, length, new Bounds(schema.MinLength ?? 0, schema.MaxLength ?? int.MaxValue, new Text("个字符", "character")), subject);
        if (schema.Pattern is null && schema.Format is null && schema.Enumeration.Count == 0)
        {
            RemarkOnText(text, subject);
        }
    }

    // What people write freely and others read.
    private void RemarkOnText(ScalarNode text, Subject subject)
    {
        if (comments.TryGetValue(text.Place, out var comment))
        {
            findings.Add(SchemaWords.Comment(subject, text, comment));
        }

        if (GarbledWords.Find(text.Text) is { } garbled)
        {
            findings.Add(SchemaWords.Garbled(subject, text, garbled));
        }
    }

    private void CheckNumber(ScalarNode number, JsonSchema schema, Subject subject)
    {
        if (schema.Minimum is { } minimum && Compare(number.Text, minimum) < 0)
        {
            findings.Add(() => SchemaWords.OutOfRange(subject, number, minimum, isBelow: true));
        }

        if (schema.Maximum is { } maximum && Compare(number.Text, maximum) > 0)
        {
            findings.Add(() => SchemaWords.OutOfRange(subject, number, maximum, isBelow: false));
        }
    }

    private void CheckCount(Place place, int count, Bounds bounds, Subject subject)
    {
        if (count < bounds.Minimum)
        {
            findings.Add(() => SchemaWords.WrongCount(subject, place, bounds.Counted(count), bounds.Minimum, isBelow: true));
        }

        if (count > bounds.Maximum)
        {
            findings.Add(() => SchemaWords.WrongCount(subject, place, bounds.Counted(count), bounds.Maximum, isBelow: false));
        }
    }

    // Exact where decimal reaches; beyond its 28 digits a double tells far from near bounds, which is all a bound asks there.
    private static int Compare(string number, decimal bound) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.CompareTo(bound)
            : double.Parse(number, CultureInfo.InvariantCulture).CompareTo((double)bound);

    private static JsonObjectType TypesOf(Node value) => value switch
    {
        MappingNode => JsonObjectType.Object,
        SequenceNode => JsonObjectType.Array,
        ScalarNode { Kind: ScalarKind.Integer } => JsonObjectType.Integer | JsonObjectType.Number,
        ScalarNode { Kind: ScalarKind.Number } => JsonObjectType.Number,
        ScalarNode { Kind: ScalarKind.Boolean } => JsonObjectType.Boolean,
        ScalarNode { Kind: ScalarKind.Null } => JsonObjectType.Null,
        _ => JsonObjectType.String,
    };

    private static bool IsEqual(Node value, object? allowed) => value is ScalarNode scalar && allowed switch
    {
        null => scalar.Kind == ScalarKind.Null,
        string text => scalar.Kind == ScalarKind.String && scalar.Text == text,
        bool truth => scalar.Kind == ScalarKind.Boolean && scalar.Text == (truth ? "true" : "false"),
        long number => scalar.Kind == ScalarKind.Integer && long.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var same) && same == number,
        _ => false,
    };

    // Two values are equal when this text is: lengths before texts keep one value from imitating another.
    private static string Canonical(Node value) => value switch
    {
        ScalarNode scalar => string.Create(CultureInfo.InvariantCulture, $"{(int)scalar.Kind}:{scalar.Text.Length}:{scalar.Text}"),
        SequenceNode sequence => "[" + string.Join(',', sequence.Items.Select(Canonical)) + "]",
        MappingNode mapping => "{" + string.Join(',', mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key.Length}:{entry.Key}={Canonical(entry.Value)}")) + "}",
        _ => "",
    };

    private readonly record struct Bounds(int Minimum, int Maximum, Text Unit)
    {
        public Text Counted(int count) => new($"{count} {Unit.Zh}", $"{count} {Unit.En}{(count == 1 ? "" : "s")}");
    }
}
