using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Loading;

/// <summary>
/// A file's tree in few bytes: what a cache keeps of a file in which reading and schema found nothing wrong. Lines are kept as steps from
/// one node to the next, and keys come back as one string for all files.
/// </summary>
internal static class NodeCodec
{
    private const int SequenceTag = 8;
    private const int MappingTag = 9;

    /// <summary>Writes a tree.</summary>
    public static void Write(CompactWriter output, MappingNode root)
    {
        var line = 0;
        Write(output, root, ref line);
    }

    /// <summary>Reads a tree back; null when the bytes are not a whole tree.</summary>
    /// <param name="bytes">What <see cref="Write(CompactWriter, MappingNode)"/> wrote.</param>
    /// <param name="path">The file's path, which is not among the bytes: equal files share them.</param>
    public static MappingNode? Read(ReadOnlySpan<byte> bytes, string path)
    {
        var input = new CompactReader(bytes);
        var line = 0;
        var root = ReadNode(ref input, path, ref line, 0);
        return input.IsFinished ? root as MappingNode : null;
    }

    private static void Write(CompactWriter output, Node node, ref int line)
    {
        switch (node)
        {
            case ScalarNode scalar:
                output.Number((int)scalar.Kind);
                Write(output, scalar.Place, ref line);
                output.Text(scalar.Text);
                break;
            case SequenceNode sequence:
                output.Number(SequenceTag);
                Write(output, sequence.Place, ref line);
                output.Number(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    Write(output, item, ref line);
                }

                break;
            case MappingNode mapping:
                output.Number(MappingTag);
                Write(output, mapping.Place, ref line);
                output.Number(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    output.Text(entry.Key);
                    Write(output, entry.KeyPlace, ref line);
                    Write(output, entry.Value, ref line);
                }

                break;
        }
    }

    private static void Write(CompactWriter output, Place place, ref int line)
    {
        output.Signed(place.Line - line);
        output.Number(place.Column);
        output.Number(place.Length);
        line = place.Line;
    }

    private static Node? ReadNode(ref CompactReader input, string path, ref int line, int depth)
    {
        var tag = input.Number();
        var place = ReadPlace(ref input, path, ref line);
        switch (tag)
        {
            case <= (int)ScalarKind.Null:
                return new ScalarNode(place, RepeatedTexts.DecodeValue(input.Bytes()), (ScalarKind)tag);
            case SequenceTag when depth < YamlReader.MaximumDepth:
                return new SequenceNode(place, ReadItems(ref input, path, ref line, depth + 1));
            case MappingTag when depth < YamlReader.MaximumDepth:
                return new MappingNode(place, ReadEntries(ref input, path, ref line, depth + 1));
            default:
                input.Fail();
                return null;
        }
    }

    private static Node[] ReadItems(ref CompactReader input, string path, ref int line, int depth)
    {
        var items = new Node[input.Count()];
        for (var index = 0; index < items.Length && ReadNode(ref input, path, ref line, depth) is { } item; index++)
        {
            items[index] = item;
        }

        return items;
    }

    private static MappingEntry[] ReadEntries(ref CompactReader input, string path, ref int line, int depth)
    {
        var entries = new MappingEntry[input.Count()];
        for (var index = 0; index < entries.Length; index++)
        {
            var key = RepeatedTexts.Decode(input.Bytes());
            var place = ReadPlace(ref input, path, ref line);
            if (ReadNode(ref input, path, ref line, depth) is not { } value)
            {
                break;
            }

            entries[index] = new MappingEntry(key, place, value);
        }

        return entries;
    }

    private static Place ReadPlace(ref CompactReader input, string path, ref int line)
    {
        line += input.Signed();
        return new Place(path, line, input.Number(), input.Number());
    }
}
