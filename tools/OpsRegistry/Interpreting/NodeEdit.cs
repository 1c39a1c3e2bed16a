using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>Replaces one value deep in a tree without touching the rest; the new value keeps the place of the file that sets it.</summary>
internal static class NodeEdit
{
    /// <summary>
    /// The tree with a value replaced, added or (for a null scalar) removed; null when the way does not lead anywhere.
    /// </summary>
    /// <param name="way">Keys of mappings, and ids of list items (their <c>id</c> or <c>key</c>).</param>
    public static Node? Replace(Node root, ReadOnlySpan<string> way, Node value)
    {
        if (way.IsEmpty)
        {
            return value;
        }

        return root switch
        {
            MappingNode mapping => InMapping(mapping, way, value),
            SequenceNode sequence => InSequence(sequence, way, value),
            ScalarNode => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A file with one value replaced, added or removed, read again; null when the way leads nowhere or the result cannot be read.</summary>
    /// <param name="resource">The file.</param>
    /// <param name="way">The way from the file's root.</param>
    /// <param name="value">The value to stand there.</param>
    public static Resource? Rewritten(Resource resource, ReadOnlySpan<string> way, Node value) =>
        Replace(resource.Root, way, value) is MappingNode root && root["spec"] is MappingNode spec && Binder.Bind(resource.Kind.Read, spec, []) is { } bound
            ? resource with { Root = root, Spec = bound }
            : null;

    private static MappingNode? InMapping(MappingNode mapping, ReadOnlySpan<string> way, Node value)
    {
        var entries = mapping.Entries.ToList();
        var key = way[0];
        var index = entries.FindIndex(entry => entry.Key == key);
        if (way.Length == 1)
        {
            if (index >= 0)
            {
                entries.RemoveAt(index);
            }

            if (value is not ScalarNode { Kind: ScalarKind.Null })
            {
                entries.Insert(index >= 0 ? index : entries.Count, new(key, value.Place, value));
            }

            return mapping with { Entries = entries };
        }

        if (index < 0 || Replace(entries[index].Value, way[1..], value) is not { } replaced)
        {
            return null;
        }

        entries[index] = entries[index] with { Value = replaced };
        return mapping with { Entries = entries };
    }

    private static SequenceNode? InSequence(SequenceNode sequence, ReadOnlySpan<string> way, Node value)
    {
        var items = sequence.Items.ToList();
        var id = way[0];
        var index = items.FindIndex(item => item is MappingNode mapping && ((mapping["id"] ?? mapping["key"]) as ScalarNode)?.Text == id);
        if (index < 0)
        {
            return null;
        }

        if (way.Length == 1 && value is ScalarNode { Kind: ScalarKind.Null })
        {
            items.RemoveAt(index);
        }
        else if (Replace(items[index], way[1..], value) is { } replaced)
        {
            items[index] = replaced;
        }
        else
        {
            return null;
        }

        return sequence with { Items = items };
    }
}
