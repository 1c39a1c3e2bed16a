using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>Reads a node; what cannot be read is a finding, and the value then means nothing.</summary>
internal delegate T Reader<out T>(Node node, ICollection<Finding> findings);

/// <summary>The keys of a mapping, read one by one into a record. YAML keys are property names in lowerCamelCase.</summary>
internal sealed class Fields(MappingNode node, ICollection<Finding> findings)
{
    /// <summary>The mapping.</summary>
    public MappingNode Node { get; } = node;

    /// <summary>The fields of a node; null, and a finding, where it is no mapping.</summary>
    public static Fields? Of(Node node, ICollection<Finding> findings) =>
        node is MappingNode mapping ? new(mapping, findings) : Values.Refused<Fields?>(node, findings, new("此处应为一组键值", "a mapping is expected here"));

    /// <summary>A value that must be there.</summary>
    public T Required<T>(string key, Reader<T> reader) =>
        Given(key, reader) is { } value ? reader(value, findings) : Values.Refused<T>(Node, findings, new($"缺少“{key}”", $"'{key}' is missing"));

    /// <summary>A value, or what holds where it is absent.</summary>
    public T Or<T>(string key, Reader<T> reader, T unset) => Given(key, reader) is { } value ? reader(value, findings) : unset;

    /// <summary>A value that may be absent.</summary>
    public T? Maybe<T>(string key, Reader<T> reader)
        where T : struct => Given(key, reader) is { } value ? reader(value, findings) : null;

    // Where any tree may stand, null says something too.
    private Node? Given<T>(string key, Reader<T> reader) =>
        Node[key] is { } value && (value is not ScalarNode { Kind: ScalarKind.Null } || ReferenceEquals(reader, Values.Tree)) ? value : null;
}
