using System.Runtime.InteropServices;

namespace OpsRegistry.Loading.Strict;

/// <summary>
/// Reads the YAML that records are written in: keys and values, lists, values between quotes and brackets on one line, text blocks, comments. It gives the tree that
/// <see cref="YamlTree"/> gives, to the place; at the first thing that is unusual, let alone wrong, it gives up, and the library reads the file from its beginning and finds words for its faults.
/// </summary>
internal sealed class StrictYaml
{
    private const int MostKeys = 64; // of one mapping, because each is held against all before it

    [ThreadStatic]
    private static (List<MappingEntry> Entries, List<Node> Items)? spare; // of the file that this thread read before

    private readonly StrictLines lines;
    private readonly List<MappingEntry> entries; // of all mappings that are open, the innermost last
    private readonly List<Node> items; // of all lists that are open

    private StrictYaml(StrictLines lines)
    {
        this.lines = lines;
        (entries, items) = spare ?? (new(64), new(32));
        spare = null;
    }

    /// <summary>The keys and values of a file, and the comments behind unquoted values; null where another reader is asked.</summary>
    public static (MappingNode Root, IReadOnlyDictionary<Place, TrailingComment> Comments)? Read(string path, byte[] bytes)
    {
        if (!OrdinaryText.Holds(bytes))
        {
            return null;
        }

        var file = new StrictLines(path, bytes);
        var hasLine = file.Next() && (!file.IsDocumentStart || file.Next());
        return hasLine && file.Indent == 0 && new StrictYaml(file).Whole() is { } root && file.Indent < 0 ? (root, file.Comments) : null;
    }

    private MappingNode? Whole()
    {
        var root = Mapping(0, 1);
        entries.Clear();
        items.Clear();
        spare = (entries, items);
        return root;
    }

    /// <summary>A mapping whose first key is at hand; ends at the first line that is not its own.</summary>
    /// <param name="column">Where its keys begin: bytes before them on their lines.</param>
    /// <param name="depth">Its level; the file's own mapping is 1.</param>
    private MappingNode? Mapping(int column, int depth)
    {
        var first = entries.Count;
        do
        {
            if (depth > YamlReader.MaximumDepth || lines.Key(out var place) is not { } key || Stands(key, first) || Value(column, depth) is not { } value)
            {
                return null;
            }

            entries.Add(new(key, place, value));
        }
        while (lines.Indent == column);
        return lines.Indent > column ? null : Closed(first);
    }

    /// <summary>A list whose first dash is at hand; ends at the first line that is not its own.</summary>
    private SequenceNode? Sequence(int column, int depth)
    {
        var first = items.Count;
        do
        {
            lines.Skip();
            var item = depth > YamlReader.MaximumDepth ? null : lines.IsAtKey ? Mapping(lines.Offset, depth + 1) : OnLine(column, depth);
            if (item is null)
            {
                return null;
            }

            items.Add(item);
        }
        while (lines.Indent == column && lines.IsAtDash);
        return lines.Indent > column ? null : ClosedList(first);
    }

    // What stands behind the colon of a key: on its line, or below.
    private Node? Value(int column, int depth) =>
        !lines.EndLine() ? OnLine(column, depth)
        : lines.IsAtDash && lines.Indent >= column ? Sequence(lines.Indent, depth + 1)
        : lines.IsAtKey && lines.Indent > column ? Mapping(lines.Indent, depth + 1)
        : null;

    private Node? OnLine(int column, int depth) =>
        lines.Current is (byte)'|' or (byte)'>' ? lines.Block(column)
        : Short(depth, inFlow: false) is { } value && lines.EndLine() ? value
        : null;

    private Node? Short(int depth, bool inFlow) => lines.Current switch
    {
        (byte)'[' => Brackets(depth + 1),
        (byte)'{' => Braces(depth + 1),
        (byte)'"' or (byte)'\'' => lines.Quoted(),
        _ => lines.Plain(inFlow),
    };

    private SequenceNode? Brackets(int depth)
    {
        var first = items.Count;
        do
        {
            lines.Skip();
            if (depth > YamlReader.MaximumDepth || Short(depth, inFlow: true) is not { } item)
            {
                return null;
            }

            items.Add(item);
            lines.SkipBlanks();
        }
        while (lines.Current == ',');
        return lines.Takes(']') ? ClosedList(first) : null;
    }

    private MappingNode? Braces(int depth)
    {
        var first = entries.Count;
        do
        {
            lines.Skip();
            if (depth > YamlReader.MaximumDepth || lines.Key(out var place) is not { } key || Stands(key, first))
            {
                return null;
            }

            lines.SkipBlanks();
            if (Short(depth, inFlow: true) is not { } value)
            {
                return null;
            }

            entries.Add(new(key, place, value));
            lines.SkipBlanks();
        }
        while (lines.Current == ',');
        return lines.Takes('}') ? Closed(first) : null;
    }

    // A key stands already, however its letters are cased, or there are too many to look.
    private bool Stands(string key, int first)
    {
        for (var index = first; index < entries.Count; index++)
        {
            if (string.Equals(entries[index].Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return entries.Count - first >= MostKeys;
    }

    private MappingNode Closed(int first)
    {
        var own = CollectionsMarshal.AsSpan(entries)[first..].ToArray();
        entries.RemoveRange(first, own.Length);
        return new(own[0].KeyPlace, own);
    }

    private SequenceNode ClosedList(int first)
    {
        var own = CollectionsMarshal.AsSpan(items)[first..].ToArray();
        items.RemoveRange(first, own.Length);
        return new(own[0].Place, own);
    }
}
