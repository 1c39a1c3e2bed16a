using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsRegistry.Loading;

/// <summary>Which characters of a text a value takes up: from <paramref name="Start"/> to before <paramref name="End"/>, without the comment behind it.</summary>
internal abstract record YamlSpan(int Start, int End)
{
    /// <summary>Reads the spans of a text.</summary>
    /// <returns>The whole document; null where the text is no YAML, nests too deep or uses what the registry does not take.</returns>
    public static YamlSpan? Read(string text)
    {
#pragma warning disable CA1031 // As in YamlEvents: the library throws far more than YamlException on hostile text.
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext() && parser.Current is not NodeEvent)
            {
                // the stream and the document begin
            }

            return parser.Current is null ? null : new Reader(text, parser).Node(0);
        }
        catch (Exception)
        {
            return null;
        }
#pragma warning restore CA1031
    }

    private sealed class Reader(string text, Parser parser)
    {
        public YamlSpan? Node(int depth)
        {
            var start = parser.Current;
            if (depth > YamlReader.MaximumDepth || start is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            {
                return null;
            }

            switch (start)
            {
                case Scalar scalar:
                    parser.MoveNext();
                    return new ScalarSpan(At(scalar.Start), EndOf(scalar), scalar.Style, scalar.Value);
                case SequenceStart sequence:
                    return Sequence(sequence, depth);
                case MappingStart mapping:
                    return Mapping(mapping, depth);
                default:
                    return null;
            }
        }

        private SequenceSpan? Sequence(SequenceStart start, int depth)
        {
            var items = new List<YamlSpan>();
            for (parser.MoveNext(); parser.Current is not SequenceEnd;)
            {
                if (Node(depth + 1) is not { } item)
                {
                    return null;
                }

                items.Add(item);
            }

            parser.MoveNext();
            var isFlow = start.Style == SequenceStyle.Flow;
            var last = items.Count == 0 ? At(start.Start) + 1 : items[^1].End;
            return new(At(start.Start), isFlow ? Behind(']', last) : last, isFlow, items);
        }

        private MappingSpan? Mapping(MappingStart start, int depth)
        {
            var entries = new List<EntrySpan>();
            for (parser.MoveNext(); parser.Current is not MappingEnd;)
            {
                if (Node(depth + 1) is not ScalarSpan key || Node(depth + 1) is not { } value)
                {
                    return null;
                }

                var afterColon = text.IndexOf(':', key.End) + 1;
                entries.Add(new(key, value is ScalarSpan { Value.Length: 0, Style: ScalarStyle.Plain } nothing ? nothing with { Start = afterColon, End = afterColon } : value, afterColon));
            }

            parser.MoveNext();
            var isFlow = start.Style == MappingStyle.Flow;
            var last = entries.Count == 0 ? At(start.Start) + 1 : Math.Max(entries[^1].Value.End, entries[^1].AfterColon);
            return new(At(start.Start), isFlow ? Behind('}', last) : last, isFlow, entries);
        }

        // A block of lines ends with its last line; what the library calls its end is where the next thing begins.
        private int EndOf(Scalar scalar)
        {
            var end = At(scalar.End);
            if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            {
                while (end > At(scalar.Start) && text[end - 1] is '\n' or '\r' or ' ')
                {
                    end--;
                }
            }

            return end;
        }

        /// <summary>Behind the bracket that closes: between it and the last value stand blanks, commas and comments only.</summary>
        private int Behind(char bracket, int from)
        {
            for (var at = from; at < text.Length; at++)
            {
                if (text[at] == bracket)
                {
                    return at + 1;
                }

                at = text[at] == '#' ? Math.Max(text.IndexOf('\n', at), at) : at;
            }

            return text.Length;
        }

        private int At(Mark mark) => (int)Math.Clamp(mark.Index, 0, text.Length);
    }
}

/// <summary>A scalar.</summary>
/// <param name="Style">How it is written; a block begins with its bar.</param>
/// <param name="Value">What it says.</param>
internal sealed record ScalarSpan(int Start, int End, ScalarStyle Style, string Value) : YamlSpan(Start, End)
{
    /// <summary>True for one whose lines stand below its bar.</summary>
    public bool IsBlock => Style is ScalarStyle.Literal or ScalarStyle.Folded;
}

/// <summary>A list; one in lines begins with its first dash.</summary>
internal sealed record SequenceSpan(int Start, int End, bool IsFlow, IReadOnlyList<YamlSpan> Items) : YamlSpan(Start, End);

/// <summary>Keys and values.</summary>
internal sealed record MappingSpan(int Start, int End, bool IsFlow, IReadOnlyList<EntrySpan> Entries) : YamlSpan(Start, End)
{
    /// <summary>The entry of a key, or null.</summary>
    public EntrySpan? Entry(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key);
}

/// <summary>A key with its value.</summary>
/// <param name="AfterColon">The index behind the colon.</param>
internal sealed record EntrySpan(ScalarSpan Key, YamlSpan Value, int AfterColon)
{
    /// <summary>Where it ends: an empty value leaves the colon.</summary>
    public int End => Math.Max(Value.End, AfterColon);
}
