using System.Text.RegularExpressions;
using NJsonSchema;

namespace OpsRegistry.Loading.Schemas;

/// <summary>What a message speaks of: a field or kind, its title, and where its key stands.</summary>
internal readonly record struct Subject(string Name, Text Title, Place Owner);

/// <summary>
/// Walks values and schema together, so that each finding has the exact place of its value and words of its own.
/// NJsonSchema's validator gives neither; a test holds that both reach the same verdict on random schemas and values.
/// </summary>
internal sealed class SchemaWalk(IReadOnlyDictionary<string, Regex> patterns, CappedFindings findings)
{
    /// <summary>Checks a value and all below it. The depth is bounded by that of the nodes.</summary>
    public void Check(Node value, JsonSchema declared, Subject subject)
    {
        var schema = declared.ActualSchema;
        if (schema.Type != JsonObjectType.None && (schema.Type & TypesOf(value)) == JsonObjectType.None)
        {
            findings.Add(() => SchemaWords.WrongType(subject, value, schema.Type));
            return;
        }

        if (schema.Enumeration.Count > 0 && !schema.Enumeration.Any(allowed => IsEqual(value, allowed)))
        {
            findings.Add(() => SchemaWords.NotAllowed(subject, value, [.. schema.Enumeration.Select(SchemaWords.Show)]));
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
        foreach (var name in schema.RequiredProperties.Where(name => mapping[name] is null))
        {
            var title = schema.Properties.TryGetValue(name, out var property) ? SchemaWords.TitleOf(property) : default;
            findings.Add(() => SchemaWords.Missing(subject.Name, name, title, subject.Owner));
        }

        string[]? absent = null;
        foreach (var entry in mapping.Entries)
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
                absent ??= [.. schema.Properties.Keys.Where(name => mapping[name] is null)];
                findings.Add(() => SchemaWords.Unknown(subject.Name, entry, absent));
            }
        }
    }

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
            for (var index = 0; index < sequence.Items.Count; index++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{subject.Name}[{index}]");
                Check(sequence.Items[index], item, new Subject(name, SchemaWords.TitleOf(item), sequence.Items[index].Place));
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
        var length = text.Text.EnumerateRunes().Count();
        CheckCount(text.Place, length, new Bounds(schema.MinLength ?? 0, schema.MaxLength ?? int.MaxValue, new Text("个字符", "character")), subject);
        if (schema.Pattern is { } pattern && !patterns[pattern].IsMatch(text.Text))
        {
            findings.Add(() => SchemaWords.WrongPattern(subject, text, schema));
        }

        if (schema.Format == "date" && !TimeFormats.IsDate(text.Text))
        {
            findings.Add(() => SchemaWords.WrongDate(subject, text));
        }

        if (schema.Format == "date-time" && !TimeFormats.IsDateTime(text.Text))
        {
            findings.Add(() => SchemaWords.WrongTime(subject, text));
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
            findings.Add(() => SchemaWords.WrongCount(subject, place, bounds.Counted(count), new Text($"少于 {bounds.Minimum}", $"fewer than {bounds.Minimum}")));
        }

        if (count > bounds.Maximum)
        {
            findings.Add(() => SchemaWords.WrongCount(subject, place, bounds.Counted(count), new Text($"多于 {bounds.Maximum}", $"more than {bounds.Maximum}")));
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
