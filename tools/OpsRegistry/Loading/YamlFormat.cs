using OpsRegistry.Loading.Schemas;

namespace OpsRegistry.Loading;

/// <summary>
/// Puts a YAML text into the one order and manner: keys as the schema has them, two blanks an indent, no blanks at the ends of lines, at most one empty
/// line in a row, line feeds, one at the end. Comments go with the key below them. What the text says never changes; a text that would say something
/// else stays as it is.
/// </summary>
internal sealed class YamlFormat
{
    private const string ByteOrderMark = "\ufeff";

    private readonly string text;
    private readonly List<string> lines;
    private readonly List<int> starts = [0];

    private YamlFormat(string text)
    {
        this.text = text;
        lines = [.. text.TrimEnd('\n').Split('\n')];
        for (var index = text.IndexOf('\n', StringComparison.Ordinal); index >= 0; index = text.IndexOf('\n', index + 1))
        {
            starts.Add(index + 1);
        }
    }

    /// <summary>The text in its order and manner.</summary>
    /// <param name="path">Where the file stands, from the repository's root: decides how its first line reaches the schema.</param>
    /// <param name="schemas">The schemas, which know the order.</param>
    /// <returns>Null where the text cannot be read.</returns>
    public static string? Format(string path, string text, SchemaSet schemas)
    {
        var before = YamlReader.Read(path, Encoding.UTF8.GetBytes(text));
        if (before.Root is not { } root)
        {
            return null;
        }

        var kind = (root["kind"] as ScalarNode)?.Text ?? "";
        var plain = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        plain = plain.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? plain[1..] : plain;
        var ordered = YamlSpan.Read(plain) is MappingSpan { IsFlow: false } span && schemas.PartOf(kind) is { } part ? new YamlFormat(plain).Ordered(span, part) : plain;
        var tidy = WithSchemaLine(Tidy(ordered), path, kind, schemas);
        return Says(path, tidy, root) ? tidy : Says(path, WithSchemaLine(ordered, path, kind, schemas), root) ? WithSchemaLine(ordered, path, kind, schemas) : text;
    }

    private static bool Says(string path, string text, MappingNode root) =>
        YamlReader.Read(path, Encoding.UTF8.GetBytes(text)).Root is { } after && NodeEquality.Same(root, after);

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder();
        var wasEmpty = true;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd(' ')))
        {
            if (line.Length > 0 || !wasEmpty)
            {
                tidy.Append(line).Append('\n');
            }

            wasEmpty = line.Length == 0;
        }

        return tidy.ToString().TrimEnd('\n') + "\n";
    }

    private static string WithSchemaLine(string text, string path, string kind, SchemaSet schemas)
    {
        if (schemas.PartOf(kind) is null)
        {
            return text;
        }

        var line = YamlText.SchemaLine(path, SchemaSet.FileOf(kind));
        var rest = text.StartsWith("# yaml-language-server:", StringComparison.Ordinal) ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;
        return line + rest;
    }

    private string Ordered(MappingSpan span, SchemaPart part)
    {
        var first = LineOf(span.Start);
        return string.Join('\n', lines.Take(first).Concat(Mapping(span, part, first, lines.Count - 1))) + "\n";
    }

    private List<string> Value(YamlSpan value, SchemaPart? part, int keyColumn, int from, int to)
    {
        var below = value switch
        {
            MappingSpan { IsFlow: false, Entries.Count: > 0 } mapping => (Lines: Mapping(mapping, part, from, to), Column: ColumnOf(mapping.Start)),
            SequenceSpan { IsFlow: false, Items.Count: > 0 } items => (Lines: Sequence(items, part?.Item, from, to), Column: ColumnOf(items.Start)),
            _ => (Lines: lines.GetRange(from, to - from + 1), Column: -1),
        };
        return below.Column < 0 ? below.Lines : Shifted(below.Lines, keyColumn + 2 - below.Column);
    }

    private List<string> Mapping(MappingSpan mapping, SchemaPart? part, int from, int to)
    {
        var column = ColumnOf(mapping.Start);
        var keys = mapping.Entries.Select(entry => LineOf(entry.Key.Start)).ToList();
        if (keys.Distinct().Count() < keys.Count || keys[0] < from)
        {
            return lines.GetRange(from, to - from + 1);
        }

        var order = part?.Parts.Select(below => below.Name).ToList() ?? [];
        var pieces = new List<(int Rank, List<string> Head, List<string> Body)>();
        for (var index = 0; index < keys.Count; index++)
        {
            var entry = mapping.Entries[index];
            var start = index == 0 ? from : StartOf(keys[index], column, EndLine(mapping.Entries[index - 1]));
            var last = EndLine(entry);
            var next = index + 1 < keys.Count ? StartOf(keys[index + 1], column, last) : to + 1;
            var rank = order.IndexOf(entry.Key.Value);
            List<string> body = [lines[keys[index]]];
            if (last > keys[index])
            {
                body.AddRange(Value(entry.Value, part?.Below(entry.Key.Value), column, keys[index] + 1, last));
            }

            body.AddRange(lines.GetRange(last + 1, next - last - 1));
            pieces.Add((rank < 0 ? int.MaxValue : rank, lines.GetRange(start, keys[index] - start), body));
        }

        // Behind a dash: the dash stands before whichever key comes first.
        var opening = lines[keys[0]][..column];
        if (opening.Trim().Length > 0)
        {
            pieces[0].Body[0] = new string(' ', column) + pieces[0].Body[0][column..];
        }

        var sorted = pieces.OrderBy(piece => piece.Rank).ToList();
        if (opening.Trim().Length > 0)
        {
            sorted[0].Body[0] = opening + sorted[0].Body[0][column..];
            sorted[0] = sorted[0] with { Head = sorted[0].Head.ConvertAll(line => opening[..Indent(opening)] + line.TrimStart(' ')) };
        }

        return [.. sorted.SelectMany(piece => piece.Head.Concat(piece.Body))];
    }

    private List<string> Sequence(SequenceSpan items, SchemaPart? part, int from, int to)
    {
        var dash = ColumnOf(items.Start);
        var keys = items.Items.Select(item => LineOf(item.Start)).ToList();
        if (keys.Distinct().Count() < keys.Count || keys[0] < from || keys.Any(line => line >= lines.Count || lines[line].Length <= dash || lines[line][dash] != '-'))
        {
            return lines.GetRange(from, to - from + 1);
        }

        var made = new List<string>();
        for (var index = 0; index < keys.Count; index++)
        {
            var item = items.Items[index];
            var start = index == 0 ? from : StartOf(keys[index], dash, LastLine(items.Items[index - 1]));
            var last = LastLine(item);
            var next = index + 1 < keys.Count ? StartOf(keys[index + 1], dash, last) : to + 1;
            made.AddRange(lines.GetRange(start, keys[index] - start));
            made.AddRange(item is MappingSpan { IsFlow: false, Entries.Count: > 0 } mapping ? Mapping(mapping, part, keys[index], last) : lines.GetRange(keys[index], last - keys[index] + 1));
            made.AddRange(lines.GetRange(last + 1, next - last - 1));
        }

        return made;
    }

    // A comment belongs to the key below it, unless it stands further in, where the value above goes on.
    private int StartOf(int key, int column, int after)
    {
        var start = key;
        while (start - 1 > after && (lines[start - 1].Trim().Length == 0 || (lines[start - 1].TrimStart(' ') is ['#', ..] && Indent(lines[start - 1]) <= column)))
        {
            start--;
        }

        return start;
    }

    private static List<string> Shifted(List<string> block, int by) => by == 0
        ? block
        : block.ConvertAll(line => line.Trim().Length == 0 ? line : by > 0 ? new string(' ', by) + line : line[Math.Min(Indent(line), -by)..]);

    private int EndLine(EntrySpan entry) => Math.Max(LineOf(entry.AfterColon - 1), LastLine(entry.Value));

    private int LastLine(YamlSpan value) => LineOf(value switch
    {
        MappingSpan { IsFlow: false, Entries.Count: > 0 } mapping => Math.Max(mapping.Entries[^1].Value.End, mapping.Entries[^1].AfterColon) - 1,
        _ => Math.Max(value.Start, value.End - 1),
    });

    private int LineOf(int index)
    {
        var found = starts.BinarySearch(Math.Clamp(index, 0, text.Length));
        return Math.Min(found >= 0 ? found : ~found - 1, lines.Count - 1);
    }

    private int ColumnOf(int index) => index - starts[LineOf(index)];

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
