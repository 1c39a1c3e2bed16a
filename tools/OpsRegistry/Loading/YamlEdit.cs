using NodaTime.Text;
using YamlDotNet.Core;

namespace OpsRegistry.Loading;

/// <summary>
/// Changes values of a YAML text where they stand: comments, order, blank lines, line ends and the manner of quoting stay, and only lines that must
/// change do. A path names a value by keys and numbers from 0: <c>spec/pauses/0/from</c>. What already says the same is left as it is written.
/// </summary>
internal sealed class YamlEdit
{
    private readonly string lineEnd;
    private YamlSpan root;

    private YamlEdit(string text, YamlSpan root)
    {
        Text = text;
        this.root = root;
        lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    /// <summary>The text as it stands now.</summary>
    public string Text { get; private set; }

    /// <summary>Begins to edit; null where the text cannot be read as YAML.</summary>
    public static YamlEdit? Open(string text) => YamlSpan.Read(text) is { } root ? new(text, root) : null;

    /// <summary>True where something stands at the path.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>The text of a scalar; null where none stands there.</summary>
    public string? Scalar(string path) => (Find(path) as ScalarSpan)?.Value;

    /// <summary>The path of the innermost value (or of the value whose key stands) at a line and column, both from 1; null where there is none.</summary>
    public string? PathAt(int line, int column)
    {
        var index = LineStart(line) + column - 1;
        return PathTo(root, index, "");
    }

    /// <summary>Lets a value say something else; keys that lack on the way are added.</summary>
    /// <param name="value">As in a <see cref="YamlMapping"/>; a mapping takes the place of all keys that stand there; null removes.</param>
    /// <param name="order">The keys of the mapping in the order in which a new one is to stand; at the end without it.</param>
    public YamlEdit Set(string path, object? value, IReadOnlyList<string>? order = null)
    {
        if (value is null)
        {
            return Remove(path);
        }

        if (Find(path) is { } there)
        {
            Turn(path, there, value);
            return this;
        }

        var (parent, last) = Cut(path);
        if (Find(parent) is null && parent.Length > 0)
        {
            return Set(parent, new YamlMapping { { last, value } });
        }

        switch (Find(parent))
        {
            case MappingSpan { Entries.Count: > 0 } mapping:
                AddKey(mapping, last, value, order);
                break;
            case SequenceSpan { Items.Count: > 0 } items:
                AddItem(items, value);
                break;
            case SequenceSpan:
                Replace(parent, Items([value]));
                break;
            default:
                Replace(parent, new YamlMapping { { last, value } });
                break;
        }

        return this;
    }

    /// <summary>Takes a key or an item away, with the comment behind it.</summary>
    public YamlEdit Remove(string path)
    {
        var (parent, last) = Cut(path);
        switch (Find(parent))
        {
            case MappingSpan mapping when mapping.Entry(last) is { } entry:
                RemoveKey(parent, mapping, entry);
                break;
            case SequenceSpan items when Index(items, last) is { } index:
                RemoveItem(parent, items, index);
                break;
        }

        return this;
    }

    /// <summary>Gives a key another name; its value stays as it is.</summary>
    public YamlEdit Rename(string path, string key)
    {
        var (parent, last) = Cut(path);
        if ((Find(parent) as MappingSpan)?.Entry(last)?.Key is { } old && old.Value != key)
        {
            Put(old.Start, old.End, YamlText.Plainly(key, inFlow: false));
        }

        return this;
    }

    private void Turn(string path, YamlSpan there, object value)
    {
        switch (there, value)
        {
            case (MappingSpan { Entries.Count: > 0 } old, YamlMapping { Count: > 0 } mapping):
                foreach (var gone in old.Entries.Select(entry => entry.Key.Value).Except(mapping.Select(entry => entry.Key), StringComparer.Ordinal).ToList())
                {
                    // The last key of all goes after the first new one has come: a mapping is never empty in between.
                    if ((Find(path) as MappingSpan)?.Entries.Count > 1)
                    {
                        Remove(Join(path, gone));
                    }
                    else
                    {
                        Replace(path, mapping);
                        return;
                    }
                }

                var order = mapping.Select(entry => entry.Key).ToList();
                foreach (var (key, inner) in mapping)
                {
                    Set(Join(path, key), inner, order);
                }

                break;
            case (SequenceSpan { Items.Count: > 0 } old, IEnumerable<object> list) when list.Any():
                TurnItems(path, old, list.ToList());
                break;
            default:
                if (!Says(there, value))
                {
                    Replace(path, value);
                }

                break;
        }
    }

    // What is the same at both ends stays; what is between is turned one by one, then added or taken away.
    private void TurnItems(string path, SequenceSpan old, List<object> items)
    {
        var shorter = Math.Min(old.Items.Count, items.Count);
        var head = 0;
        while (head < shorter && Says(old.Items[head], items[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && Says(old.Items[^(tail + 1)], items[^(tail + 1)]))
        {
            tail++;
        }

        var between = shorter - tail;
        for (var index = head; index < between; index++)
        {
            Turn(Join(path, index), ((SequenceSpan)Find(path)!).Items[index], items[index]);
        }

        for (var index = old.Items.Count - tail - 1; index >= between; index--)
        {
            Remove(Join(path, index));
        }

        for (var index = between; index < items.Count - tail; index++)
        {
            AddItem((SequenceSpan)Find(path)!, items[index], index);
        }
    }

    private static bool Says(YamlSpan there, object value) => (there, value) switch
    {
        (MappingSpan old, YamlMapping mapping) => old.Entries.Count == mapping.Count && mapping.All(pair => old.Entry(pair.Key) is { } entry && Says(entry.Value, pair.Value)),
        (SequenceSpan old, IEnumerable<object> list) => list.ToList() is var items && items.Count == old.Items.Count && old.Items.Zip(items).All(pair => Says(pair.First, pair.Second)),
        (ScalarSpan old, YamlLine line) => Says(old, line.Text),
        (ScalarSpan old, YamlPlain plain) => old.Style == ScalarStyle.Plain && old.Value == plain.Text,
        (ScalarSpan old, string text) => old.Value == text && (old.Style != ScalarStyle.Plain || ScalarRules.KindOfPlain(old.Value) == ScalarKind.String),
        (ScalarSpan { Style: ScalarStyle.Plain } old, OffsetDateTime time) => OffsetDateTimePattern.ExtendedIso.Parse(old.Value) is { Success: true } said ? said.Value == time : old.Value == YamlText.Plainly(time),
        (ScalarSpan old, decimal amount) => old.Value == amount.ToString("0.00", CultureInfo.InvariantCulture),
        (ScalarSpan { Style: ScalarStyle.Plain } old, bool or int or LocalDate) => old.Value == YamlText.Plainly(value),
        _ => false,
    };

    private void Replace(string path, object value)
    {
        var there = Find(path)!;
        var (parent, last) = Cut(path);
        var isFlow = path.Length > 0 && InFlow(parent);
        if (path.Length == 0)
        {
            Put(there.Start, there.End, value is YamlMapping { Count: > 0 } all ? YamlText.Write(all).TrimEnd('\n').Replace("\n", lineEnd, StringComparison.Ordinal) : YamlText.Flow(value));
            return;
        }

        var container = Find(parent);
        var (behind, indent) = container is MappingSpan mapping
            ? (mapping.Entry(last)!.AfterColon, Column(mapping.Entry(last)!.Key.Start))
            : (Dash((SequenceSpan)container!, there) + 1, Column(Dash((SequenceSpan)container!, there)));
        if (isFlow)
        {
            Put(there.Start, there.End, YamlText.Flow(value));
            return;
        }

        var written = Written(value, indent + 2, isFlow: false, there as ScalarSpan);
        if (container is SequenceSpan && value is YamlMapping { Count: > 0 })
        {
            written = " " + written.TrimStart('\r', '\n', ' ');
        }

        var cut = written.IndexOf('\n', StringComparison.Ordinal);
        var (head, body) = cut < 0 ? (written, "") : (written[..cut].TrimEnd('\r'), lineEnd + written[(cut + 1)..]);
        if (there is not ScalarSpan { IsBlock: true } && IsOneLine(behind, there.End))
        {
            // The comment behind the old value stays on its line.
            var restEnd = LineEnd(Math.Max(there.End, behind));
            var rest = Text[Math.Max(there.End, behind)..restEnd];
            Put(behind, restEnd, head + (head.Length == 0 && rest.Trim().Length == 0 ? "" : rest.TrimEnd()) + body);
        }
        else
        {
            Put(behind, LineEnd(Math.Max(there.End, behind)), head + body);
        }
    }

    private bool IsOneLine(int from, int to) => to <= from || !Text.AsSpan(from, to - from).Contains('\n');

    /// <summary>A value as it stands behind a colon or a dash, its blank included: on the same line, or on lines below.</summary>
    private string Written(object value, int indent, bool isFlow, ScalarSpan? old)
    {
        if (isFlow)
        {
            return YamlText.Flow(value);
        }

        if (value is string or YamlLine && old is { Style: ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted })
        {
            var text = value as string ?? ((YamlLine)value).Text;
            return " " + (old.Style == ScalarStyle.SingleQuoted && text.All(letter => !char.IsControl(letter)) ? "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'" : YamlText.InQuotes(text));
        }

        if (value is YamlLine one)
        {
            return " " + YamlText.Plainly(one.Text, inFlow: false);
        }

        var output = new StringBuilder();
        YamlText.Write(output, new YamlMapping { { "k", value } }, indent - 2);
        return output.ToString()[(indent - 2 + "k:".Length)..].TrimEnd('\n').Replace("\n", lineEnd, StringComparison.Ordinal);
    }

    private void AddKey(MappingSpan mapping, string key, object value, IReadOnlyList<string>? order)
    {
        var rank = order is null ? -1 : order.ToList().IndexOf(key);
        var before = rank < 0 ? mapping.Entries[^1] : mapping.Entries.LastOrDefault(entry => order!.Take(rank).Contains(entry.Key.Value, StringComparer.Ordinal));
        if (mapping.IsFlow)
        {
            var pair = $"{YamlText.Plainly(key, inFlow: true)}: {YamlText.Flow(value)}";
            var at = before is null ? mapping.Entries[0].Key.Start : Math.Max(before.Value.End, before.AfterColon);
            Put(at, at, before is null ? pair + ", " : ", " + pair);
            return;
        }

        var indent = Column(mapping.Entries[0].Key.Start);
        var line = YamlText.Plainly(key, inFlow: false) + ":" + Written(value, indent + 2, isFlow: false, null);
        var first = mapping.Entries[0].Key.Start;
        if (before is null && Text.AsSpan(LineStartOf(first), first - LineStartOf(first)).Trim().Length == 0)
        {
            Put(LineStartOf(first), LineStartOf(first), new string(' ', indent) + line + lineEnd);
        }
        else
        {
            var after = before ?? mapping.Entries[0];
            var at = LineEnd(Math.Max(after.Value.End, after.AfterColon));
            Put(at, at, lineEnd + new string(' ', indent) + line);
        }
    }

    private void AddItem(SequenceSpan items, object value, int? at = null)
    {
        var index = at ?? items.Items.Count;
        if (items.IsFlow)
        {
            var place = index == 0 ? items.Items[0].Start : items.Items[index - 1].End;
            Put(place, place, index == 0 ? YamlText.Flow(value) + ", " : ", " + YamlText.Flow(value));
            return;
        }

        var indent = Column(items.Start);
        var written = Written(value, indent + 2, isFlow: false, null);
        var line = new string(' ', indent) + "- " + (value is YamlMapping { Count: > 0 } ? written.TrimStart('\r', '\n', ' ') : written.TrimStart(' '));
        if (index == 0)
        {
            var dash = items.Start;
            Put(dash, dash, line.TrimStart(' ') + lineEnd + new string(' ', indent));
        }
        else
        {
            var place = LineEnd(items.Items[index - 1].End);
            Put(place, place, lineEnd + line);
        }
    }

    private void RemoveKey(string path, MappingSpan mapping, EntrySpan entry)
    {
        var index = mapping.Entries.ToList().IndexOf(entry);
        var end = Math.Max(entry.Value.End, entry.AfterColon);
        if (mapping.Entries.Count == 1)
        {
            Replace(path, new YamlMapping());
        }
        else if (mapping.IsFlow)
        {
            Put(index == 0 ? entry.Key.Start : EndOf(mapping.Entries[index - 1]), index == 0 ? mapping.Entries[1].Key.Start : end, "");
        }
        else if (Text.AsSpan(LineStartOf(entry.Key.Start), entry.Key.Start - LineStartOf(entry.Key.Start)).Trim().Length > 0)
        {
            Put(entry.Key.Start, mapping.Entries[index + 1].Key.Start, ""); // behind a dash: the next key takes its place
        }
        else
        {
            RemoveLines(entry.Key.Start, end);
        }
    }

    private void RemoveItem(string path, SequenceSpan items, int index)
    {
        if (items.Items.Count == 1)
        {
            Replace(path, Array.Empty<string>());
        }
        else if (items.IsFlow)
        {
            Put(index == 0 ? items.Items[0].Start : items.Items[index - 1].End, index == 0 ? items.Items[1].Start : items.Items[index].End, "");
        }
        else
        {
            var dash = Dash(items, items.Items[index]);
            if (index == 0 && Text.AsSpan(LineStartOf(dash), dash - LineStartOf(dash)).Trim().Length > 0)
            {
                Put(dash, Dash(items, items.Items[1]), "");
            }
            else
            {
                RemoveLines(dash, Math.Max(items.Items[index].End, dash + 1));
            }
        }
    }

    private static int EndOf(EntrySpan entry) => Math.Max(entry.Value.End, entry.AfterColon);

    private void RemoveLines(int from, int to)
    {
        var (start, end) = (LineStartOf(from), LineEnd(to));
        var next = Text.IndexOf('\n', end);
        if (next >= 0)
        {
            Put(start, next + 1, "");
        }
        else
        {
            Put(start == 0 ? 0 : start - lineEnd.Length, Text.Length, "");
        }
    }

    private void Put(int start, int end, string words)
    {
        Text = string.Concat(Text.AsSpan(0, start), words, Text.AsSpan(end));
        root = YamlSpan.Read(Text) ?? throw new InvalidOperationException("an edit left a text that is no YAML");
    }

    private YamlSpan? Find(string path)
    {
        YamlSpan? at = root;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at switch
            {
                MappingSpan mapping => mapping.Entry(step)?.Value,
                SequenceSpan items => Index(items, step) is { } index ? items.Items[index] : null,
                _ => null,
            };
        }

        return at;
    }

    private bool InFlow(string path)
    {
        for (; ; path = Cut(path).Parent)
        {
            if (Find(path) is SequenceSpan { IsFlow: true } or MappingSpan { IsFlow: true })
            {
                return true;
            }

            if (path.Length == 0)
            {
                return false;
            }
        }
    }

    private static string? PathTo(YamlSpan at, int index, string path)
    {
        switch (at)
        {
            case MappingSpan mapping:
                var entry = mapping.Entries.FirstOrDefault(entry => entry.Key.Start <= index && index <= Math.Max(EndOf(entry) - 1, entry.Key.Start));
                return entry is null ? null : PathTo(entry.Value, index, Join(path, entry.Key.Value)) ?? Join(path, entry.Key.Value);
            case SequenceSpan items:
                for (var number = 0; number < items.Items.Count; number++)
                {
                    if (items.Items[number].Start <= index && index <= Math.Max(items.Items[number].End - 1, items.Items[number].Start))
                    {
                        return PathTo(items.Items[number], index, Join(path, number)) ?? Join(path, number);
                    }
                }

                return null;
            default:
                return at.Start <= index && index < Math.Max(at.End, at.Start + 1) ? path : null;
        }
    }

    private static int? Index(SequenceSpan items, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Items.Count ? index : null;

    private static (string Parent, string Last) Cut(string path)
    {
        var at = path.LastIndexOf('/');
        return at < 0 ? ("", path) : (path[..at], path[(at + 1)..]);
    }

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}/{step}";

    private static string Join(string path, int index) => Join(path, index.ToString(CultureInfo.InvariantCulture));

    private static object Items(IReadOnlyList<object> items) => items[0] is YamlMapping ? items.Cast<YamlMapping>().ToList() : items.Select(item => item is YamlLine line ? line.Text : (string)item).ToList();

    /// <summary>The dash of an item: all dashes of a list stand in one column.</summary>
    private int Dash(SequenceSpan items, YamlSpan item)
    {
        var column = Column(items.Start);
        for (var line = LineStartOf(item.Start); ; line = LineStartOf(line - 1))
        {
            if (line + column < Text.Length && Text[line + column] == '-' && line + column <= item.Start && !Text.AsSpan(line, column).Contains('#'))
            {
                return line + column;
            }

            if (line == 0)
            {
                return items.Start;
            }
        }
    }

    private int Column(int index) => index - LineStartOf(index);

    private int LineStartOf(int index) => index == 0 ? 0 : Text.LastIndexOf('\n', index - 1) + 1;

    /// <summary>The end of the line on which a place stands, before its line end.</summary>
    private int LineEnd(int index)
    {
        var end = Text.IndexOf('\n', index);
        return end < 0 ? Text.Length : end > 0 && Text[end - 1] == '\r' ? end - 1 : end;
    }

    private int LineStart(int line)
    {
        var at = 0;
        for (var number = 1; number < line && at >= 0; number++)
        {
            at = Text.IndexOf('\n', at) + 1;
        }

        return at;
    }
}
