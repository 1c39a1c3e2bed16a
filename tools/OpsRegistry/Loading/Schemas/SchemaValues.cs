namespace OpsRegistry.Loading.Schemas;

/// <summary>Whether single values are what a schema asks for.</summary>
internal static class SchemaValues
{
    /// <summary>Whether a schema accepts a scalar.</summary>
    public static bool Fits(ScalarNode value, Schema schema) =>
        (schema.Type == SchemaTypes.None || (schema.Type & Schema.TypesOf(value)) != SchemaTypes.None)
        && IsAmong(value, schema.Enumeration)
        && (value.Kind != ScalarKind.String || (HasForm(value, schema) && value.Text.EnumerateRunes().Count() is var length && length >= (schema.MinLength ?? 0) && length <= (schema.MaxLength ?? int.MaxValue)))
        && (value.Kind is not (ScalarKind.Integer or ScalarKind.Number) || ((schema.Minimum is not { } least || Compare(value.Text, least) >= 0) && (schema.Maximum is not { } most || Compare(value.Text, most) <= 0)));

    /// <summary>Whether a text has the form that a schema asks for.</summary>
    public static bool HasForm(ScalarNode text, Schema schema) =>
        schema.Form?.IsMatch(text.Text) != false
        && (schema.Format != "date" || TimeFormats.IsDate(text.Text))
        && (schema.Format != "date-time" || TimeFormats.IsDateTime(text.Text));

    /// <summary>How a number stands to a bound: exact where decimal reaches; beyond its 28 digits a double tells far from near bounds, which is all a bound asks there.</summary>
    public static int Compare(string number, decimal bound) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.CompareTo(bound)
            : double.Parse(number, CultureInfo.InvariantCulture).CompareTo((double)bound);

    /// <summary>Whether a value is one of those allowed; an empty enumeration allows everything.</summary>
    public static bool IsAmong(Node value, IReadOnlyList<object?> allowed)
    {
        for (var index = 0; index < allowed.Count; index++)
        {
            if (IsEqual(value, allowed[index]))
            {
                return true;
            }
        }

        return allowed.Count == 0;
    }

    private static bool IsEqual(Node value, object? allowed) => value is ScalarNode scalar && allowed switch
    {
        null => scalar.Kind == ScalarKind.Null,
        string text => scalar.Kind == ScalarKind.String && scalar.Text == text,
        bool truth => scalar.Kind == ScalarKind.Boolean && scalar.Text == (truth ? "true" : "false"),
        long number => scalar.Kind == ScalarKind.Integer && long.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var same) && same == number,
        _ => false,
    };

    /// <summary>A text by which two values are equal: lengths before texts keep one value from imitating another.</summary>
    public static string Canonical(Node value) => value switch
    {
        ScalarNode scalar => string.Create(CultureInfo.InvariantCulture, $"{(int)scalar.Kind}:{scalar.Text.Length}:{scalar.Text}"),
        SequenceNode sequence => "[" + string.Join(',', sequence.Items.Select(Canonical)) + "]",
        MappingNode mapping => "{" + string.Join(',', mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key.Length}:{entry.Key}={Canonical(entry.Value)}")) + "}",
        _ => "",
    };
}
