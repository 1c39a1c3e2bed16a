namespace OpsRegistry.Loading.Schemas;

/// <summary>What was meant by a value that a schema does not accept.</summary>
internal static class MeantValue
{
    /// <summary>The value that was meant, as it is typed; null where it cannot be told.</summary>
    public static string? Find(Node value, Schema schema) => value is not ScalarNode { Kind: not ScalarKind.Null } scalar ? null
        : schema.Type.HasFlag(SchemaTypes.Array) && !schema.Type.HasFlag(SchemaTypes.String) ? ListOf(scalar, schema)
        : Corrections.Find(scalar, schema, candidate => SchemaValues.Fits(candidate, schema));

    // One value, or several between commas, where a list is wanted.
    private static string? ListOf(ScalarNode scalar, Schema schema)
    {
        var items = scalar.Text.Trim('[', ']', '［', '］', '【', '】', ' ').Split([',', '，', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return items.Length > 0 && schema.Item?.Actual is { } item && items.All(text => SchemaValues.Fits(new(scalar.Place, text, ScalarKind.String), item))
            ? $"[{string.Join(", ", items.Select(text => Corrections.Typed(new(scalar.Place, text, ScalarKind.String))))}]"
            : null;
    }

    /// <summary>Items between brackets that a comma of the Chinese keyboard made one; null for anything else.</summary>
    public static string? Split(Subject subject, ScalarNode text, Schema schema)
    {
        var items = text.Text.Split(['，', '、', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return subject.IsBetweenBrackets && items.Length > 1 && items.All(item => SchemaValues.Fits(text with { Text = item }, schema)) ? string.Join(", ", items) : null;
    }
}
