using YamlDotNet.Core;

namespace OpsRegistry.Loading;

/// <summary>What of a text becomes what.</summary>
/// <param name="Start">The first character that goes.</param>
/// <param name="End">The first that stays.</param>
/// <param name="Words">What stands between them then.</param>
internal readonly record struct TextChange(int Start, int End, string Words);

/// <summary>How a change of one value is written into a YAML text: in its manner of quoting, indenting and ending lines. It changes nothing itself.</summary>
/// <param name="lineEnd">How lines end.</param>
internal sealed class YamlLayout(string text, YamlSpan root, string lineEnd)
{
    private readonly TextLines lines = new(text);

    /// <summary>Another value in the place of the one at a path.</summary>
    public TextChange Replace(string path, object value)
    {
        var there = Find(path)!;
        if (path.Length == 0)
        {
            return new(there.Start, there.End, value is YamlMapping { Count: > 0 } all ? YamlText.Write(all).TrimEnd('\n').Replace("\n", lineEnd, StringComparison.Ordinal) : YamlText.Flow(value));
        }

        var (parent, last) = YamlPath.Cut(path);
        var container = Find(parent);
        var (behind, indent) = container is MappingSpan mapping
            ? (mapping.Entry(last)!.AfterColon, lines.Column(mapping.Entry(last)!.Key.Start))
            : (Dash((SequenceSpan)container!, there) + 1, lines.Column(Dash((SequenceSpan)container!, there)));
        if (YamlPath.IsInFlow(root, parent))
        {
            return new(there.Start, there.End, YamlText.Flow(value));
        }

        var written = Written(value, indent + 2, there as ScalarSpan);
        if (container is SequenceSpan && value is YamlMapping { Count: > 0 })
        {
            written = " " + written.TrimStart('\r', '\n', ' ');
        }

        var cut = written.IndexOf('\n', StringComparison.Ordinal);
        var (head, body) = cut < 0 ? (written, "") : (written[..cut].TrimEnd('\r'), lineEnd + written[(cut + 1)..]);
        var lineEnds = lines.LineEnd(Math.Max(there.End, behind));
        if (there is ScalarSpan { IsBlock: true } || !lines.IsOneLine(behind, there.End))
        {
            return new(behind, lineEnds, head + body);
        }

        // The comment behind the old value stays on its line.
        var rest = text[Math.Max(there.End, behind)..lineEnds];
        return new(behind, lineEnds, head + (head.Length == 0 && rest.Trim().Length == 0 ? "" : rest.TrimEnd()) + body);
    }

    /// <summary>One key more.</summary>
    /// <param name="order">The keys in the order in which it is to stand; at the end without it.</param>
    public TextChange AddKey(MappingSpan mapping, string key, object value, IReadOnlyList<string>? order)
    {
        var rank = order is null ? -1 : order.ToList().IndexOf(key);
        var before = rank < 0 ? mapping.Entries[^1] : mapping.Entries.LastOrDefault(entry => order!.Take(rank).Contains(entry.Key.Value, StringComparer.Ordinal));
        if (mapping.IsFlow)
        {
            var pair = $"{YamlText.Plainly(key, inFlow: true)}: {YamlText.Flow(value)}";
            var at = before is null ? mapping.Entries[0].Key.Start : before.End;
            return new(at, at, before is null ? pair + ", " : ", " + pair);
        }

        var indent = lines.Column(mapping.Entries[0].Key.Start);
        var line = YamlText.Plainly(key, inFlow: false) + ":" + Written(value, indent + 2, null);
        var first = mapping.Entries[0].Key.Start;
        if (before is null && lines.IsFirst(first))
        {
            return new(lines.LineStartOf(first), lines.LineStartOf(first), new string(' ', indent) + line + lineEnd);
        }

        var end = lines.LineEnd((before ?? mapping.Entries[0]).End);
        return new(end, end, lineEnd + new string(' ', indent) + line);
    }

    /// <summary>One item more.</summary>
    /// <param name="at">Its number, from 0; the last without it.</param>
    public TextChange AddItem(SequenceSpan items, object value, int? at = null)
    {
        var index = at ?? items.Items.Count;
        if (items.IsFlow)
        {
            var place = index == 0 ? items.Items[0].Start : items.Items[index - 1].End;
            return new(place, place, index == 0 ? YamlText.Flow(value) + ", " : ", " + YamlText.Flow(value));
        }

        var indent = lines.Column(items.Start);
        var written = Written(value, indent + 2, null);
        var line = new string(' ', indent) + "- " + (value is YamlMapping { Count: > 0 } ? written.TrimStart('\r', '\n', ' ') : written.TrimStart(' '));
        if (index == 0)
        {
            return new(items.Start, items.Start, line.TrimStart(' ') + lineEnd + new string(' ', indent));
        }

        var end = lines.LineEnd(items.Items[index - 1].End);
        return new(end, end, lineEnd + line);
    }

    /// <summary>One key less, with the comment behind it.</summary>
    /// <param name="path">Where the mapping stands.</param>
    public TextChange RemoveKey(string path, MappingSpan mapping, EntrySpan entry)
    {
        var index = mapping.Entries.ToList().IndexOf(entry);
        return mapping.Entries.Count == 1 ? Replace(path, new YamlMapping())
            : mapping.IsFlow ? new(index == 0 ? entry.Key.Start : mapping.Entries[index - 1].End, index == 0 ? mapping.Entries[1].Key.Start : entry.End, "")
            : !lines.IsFirst(entry.Key.Start) ? new(entry.Key.Start, mapping.Entries[index + 1].Key.Start, "") // behind a dash: the next key takes its place
            : RemoveLines(entry.Key.Start, entry.End);
    }

    /// <summary>One item less, with the comment behind it.</summary>
    /// <param name="path">Where the list stands.</param>
    public TextChange RemoveItem(string path, SequenceSpan items, int index)
    {
        if (items.Items.Count == 1)
        {
            return Replace(path, Array.Empty<string>());
        }

        if (items.IsFlow)
        {
            return new(index == 0 ? items.Items[0].Start : items.Items[index - 1].End, index == 0 ? items.Items[1].Start : items.Items[index].End, "");
        }

        var dash = Dash(items, items.Items[index]);
        return index == 0 && !lines.IsFirst(dash) ? new(dash, Dash(items, items.Items[1]), "") : RemoveLines(dash, Math.Max(items.Items[index].End, dash + 1));
    }

    private TextChange RemoveLines(int from, int to)
    {
        var (start, end) = (lines.LineStartOf(from), lines.LineEnd(to));
        var next = text.IndexOf('\n', end);
        return next >= 0 ? new(start, next + 1, "") : new(start == 0 ? 0 : start - lineEnd.Length, text.Length, "");
    }

    /// <summary>A value as it stands behind a colon or a dash, its blank included: on the same line, or on lines below.</summary>
    private string Written(object value, int indent, ScalarSpan? old)
    {
        if (value is string or YamlLine && old is { Style: ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted })
        {
            var words = value as string ?? ((YamlLine)value).Text;
            return " " + (old.Style == ScalarStyle.SingleQuoted && words.All(letter => !char.IsControl(letter)) ? "'" + words.Replace("'", "''", StringComparison.Ordinal) + "'" : YamlText.InQuotes(words));
        }

        if (value is YamlLine one)
        {
            return " " + YamlText.Plainly(one.Text, inFlow: false);
        }

        var output = new StringBuilder();
        YamlText.Write(output, new YamlMapping { { "k", value } }, indent - 2);
        return output.ToString()[(indent - 2 + "k:".Length)..].TrimEnd('\n').Replace("\n", lineEnd, StringComparison.Ordinal);
    }

    private YamlSpan? Find(string path) => YamlPath.Find(root, path);

    /// <summary>The dash of an item: all dashes of a list stand in one column.</summary>
    private int Dash(SequenceSpan items, YamlSpan item)
    {
        var column = lines.Column(items.Start);
        for (var line = lines.LineStartOf(item.Start); ; line = lines.LineStartOf(line - 1))
        {
            if (line + column < text.Length && text[line + column] == '-' && line + column <= item.Start && !text.AsSpan(line, column).Contains('#'))
            {
                return line + column;
            }

            if (line == 0)
            {
                return items.Start;
            }
        }
    }
}
