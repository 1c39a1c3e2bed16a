namespace OpsRegistry.Generators;

/// <summary>Every type that the kinds need, each once.</summary>
internal sealed class TypeCollector
{
    private readonly Dictionary<string, SchemaNode> origins = [];

    /// <summary>The types' sources by their names.</summary>
    public SortedDictionary<string, string> All { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a kind of file, and all that it is made of.</summary>
    public void AddKind(SchemaNode kind)
    {
        var spec = kind.Below("properties").Below("spec");
        Add(spec, KindsWriter.TypeNameOf(kind), name => RecordWriter.WriteKind(kind, spec, name));
        AddParts(spec);
        AddParts(kind.Below("properties").Below("metadata"));
    }

    private void AddParts(SchemaNode record)
    {
        foreach (var type in record.Properties.SelectMany(property => Parts(ValueType.Of(property), property)))
        {
            if (type.Enumeration is { } words)
            {
                Add(words, type.Name, name => EnumWriter.Write(words, name));
            }
            else if (type.Record is { } part && Add(part, part.TypeName, name => RecordWriter.Write(part, name, part.Word("x-base") ?? "Bound")))
            {
                AddParts(part);
            }
        }
    }

    private static IEnumerable<ValueType> Parts(ValueType type, SchemaNode property)
    {
        yield return type;
        if (type.IsList && type.Record is null)
        {
            yield return ValueType.Of(property.Resolved().Below("items"));
        }
        else if (type.Item is not null && type.Record is null)
        {
            yield return ValueType.Of(property.Resolved().Below("additionalProperties"));
        }
    }

    private bool Add(SchemaNode node, string name, Func<string, string> write)
    {
        if (origins.TryGetValue(name, out var earlier))
        {
            return earlier.File == node.File && earlier.Way == node.Way ? false : throw node.Refused($"type '{name}' is also made of {earlier.File}{earlier.Way}; x-type gives it another name");
        }

        origins[name] = node;
        All[name] = write(name);
        return true;
    }
}
