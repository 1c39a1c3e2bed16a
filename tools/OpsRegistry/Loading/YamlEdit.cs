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
        var index = new TextLines(Text).LineStart(line) + column - 1;
        return YamlPath.At(root, index, "");
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

        var (parent, last) = YamlPath.Cut(path);
        if (Find(parent) is null && parent.Length > 0)
        {
            return Set(parent, new YamlMapping { { last, value } });
        }

        switch (Find(parent))
        {
            case MappingSpan { Entries.Count: > 0 } mapping:
                Put(Layout.AddKey(mapping, last, value, order));
                break;
            case SequenceSpan { Items.Count: > 0 } items:
                Put(Layout.AddItem(items, value));
                break;
            case SequenceSpan:
                Put(Layout.Replace(parent, Items([value])));
                break;
            default:
                Put(Layout.Replace(parent, new YamlMapping { { last, value } }));
                break;
        }

        return this;
    }

    /// <summary>Takes a key or an item away, with the comment behind it.</summary>
    public YamlEdit Remove(string path)
    {
        var (parent, last) = YamlPath.Cut(path);
        switch (Find(parent))
        {
            case MappingSpan mapping when mapping.Entry(last) is { } entry:
                Put(Layout.RemoveKey(parent, mapping, entry));
                break;
            case SequenceSpan items when YamlPath.Index(items, last) is { } index:
                Put(Layout.RemoveItem(parent, items, index));
                break;
        }

        return this;
    }

    /// <summary>Gives a key another name; its value stays as it is.</summary>
    public YamlEdit Rename(string path, string key)
    {
        var (parent, last) = YamlPath.Cut(path);
        if ((Find(parent) as MappingSpan)?.Entry(last)?.Key is { } old && old.Value != key)
        {
            Put(new(old.Start, old.End, YamlText.Plainly(key, inFlow: false)));
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
                        Remove(YamlPath.Join(path, gone));
                    }
                    else
                    {
                        Put(Layout.Replace(path, mapping));
                        return;
                    }
                }

                var order = mapping.Select(entry => entry.Key).ToList();
                foreach (var (key, inner) in mapping)
                {
                    Set(YamlPath.Join(path, key), inner, order);
                }

                break;
            case (SequenceSpan { Items.Count: > 0 } old, IEnumerable<object> list) when list.Any():
                TurnItems(path, old, list.ToList());
                break;
            default:
                if (!YamlMeaning.Says(there, value))
                {
                    Put(Layout.Replace(path, value));
                }

                break;
        }
    }

    // What is the same at both ends stays; what is between is turned one by one, then added or taken away.
    private void TurnItems(string path, SequenceSpan old, List<object> items)
    {
        var shorter = Math.Min(old.Items.Count, items.Count);
        var head = 0;
        while (head < shorter && YamlMeaning.Says(old.Items[head], items[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && YamlMeaning.Says(old.Items[^(tail + 1)], items[^(tail + 1)]))
        {
            tail++;
        }

        var between = shorter - tail;
        for (var index = head; index < between; index++)
        {
            Turn(YamlPath.Join(path, index), ((SequenceSpan)Find(path)!).Items[index], items[index]);
        }

        for (var index = old.Items.Count - tail - 1; index >= between; index--)
        {
            Remove(YamlPath.Join(path, index));
        }

        for (var index = between; index < items.Count - tail; index++)
        {
            Put(Layout.AddItem((SequenceSpan)Find(path)!, items[index], index));
        }
    }

    private YamlLayout Layout => new(Text, root, lineEnd);

    private YamlSpan? Find(string path) => YamlPath.Find(root, path);

    private void Put(TextChange change)
    {
        Text = string.Concat(Text.AsSpan(0, change.Start), change.Words, Text.AsSpan(change.End));
        root = YamlSpan.Read(Text) ?? throw new InvalidOperationException("an edit left a text that is no YAML");
    }

    private static object Items(IReadOnlyList<object> items) => items[0] is YamlMapping ? items.Cast<YamlMapping>().ToList() : items.Select(item => item is YamlLine line ? line.Text : (string)item).ToList();
}
