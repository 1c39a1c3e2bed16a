namespace OpsRegistry.Loading.Strict;

/// <summary>
/// The bytes of a file, one line after another, with the keys and scalars that stand on them. Each method reads one thing of the usual form and goes on behind it, or gives null: then the file
/// is another reader's.
/// </summary>
/// <param name="path">The file's path, for the places.</param>
/// <param name="bytes">Text of which <see cref="OrdinaryText"/> holds.</param>
internal sealed class StrictLines(string path, byte[] bytes)
{
    private const int LongestKey = 100; // bytes

    // For each byte, whether it may stand in a key, and whether it may not begin a plain value.
    private static readonly bool[] IsKeyLetter = [.. Enumerable.Range(0, 256).Select(value => char.IsAsciiLetterOrDigit((char)value) || value is '_' or '-' or '.')];
    private static readonly bool[] IsNoPlainStart = [.. Enumerable.Range(0, 256).Select(value => value < 0x80 && ",[]{}#&*!|>'\"%@`?: ".Contains((char)value, StringComparison.Ordinal))];

    private Dictionary<Place, TrailingComment>? comments;
    private int number;  // of the line, from 1
    private int start;   // the line's first byte
    private int at;      // the byte at hand
    private int end;     // behind the line's last byte, its line end not counted
    private int next;    // the first byte of the next line
    private int counted; // the byte up to which columns are counted
    private int column;  // the column of that byte, from 1, in UTF-16 units

    /// <summary>How many blanks the line begins with; -1 behind the last line.</summary>
    public int Indent { get; private set; } = -1;

    /// <summary>How many bytes of the line stand before the one at hand.</summary>
    public int Offset => at - start;

    /// <summary>The byte at hand; 0 at the end of the line.</summary>
    public byte Current => at < end ? bytes[at] : (byte)0;

    /// <summary>True where an item of a list begins.</summary>
    public bool IsAtDash => Current == '-' && at + 1 < end && bytes[at + 1] == ' ';

    /// <summary>True where a key with its colon stands.</summary>
    public bool IsAtKey => KeyLength() > 0;

    /// <summary>True where three dashes stand alone, which begin a document.</summary>
    public bool IsDocumentStart => Indent == 0 && bytes.AsSpan(start, end - start).SequenceEqual("---"u8);

    /// <summary>The comments behind plain values, by the value's place.</summary>
    public IReadOnlyDictionary<Place, TrailingComment> Comments => comments ?? YamlFile.NoComments;

    /// <summary>Goes to the next line on which more than a comment stands; false at the end of the file.</summary>
    public bool Next()
    {
        while (NextOfAny())
        {
            if (at < end && bytes[at] != '#')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next line where this one holds nothing more than a comment; false where it does.</summary>
    public bool EndLine()
    {
        var from = at;
        SkipBlanks();
        if (at < end && (bytes[at] != '#' || at == from))
        {
            return false;
        }

        Next();
        return true;
    }

    /// <summary>Goes on behind blanks.</summary>
    public void SkipBlanks()
    {
        while (at < end && bytes[at] == ' ')
        {
            at++;
        }
    }

    /// <summary>Goes on behind the sign at hand and blanks.</summary>
    public void Skip()
    {
        at++;
        SkipBlanks();
    }

    /// <summary>Goes on behind a sign; false where it is not at hand.</summary>
    public bool Takes(char sign)
    {
        var isThere = at < end && bytes[at] == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>The key at hand; goes on behind its colon.</summary>
    public string? Key(out Place place)
    {
        var length = KeyLength();
        place = length > 0 ? PlaceAt(at, length) : default;
        var key = length > 0 ? RepeatedTexts.Decode(bytes.AsSpan(at, length)) : null;
        at += length > 0 ? length + 1 : 0;
        return key == "null" ? null : key;
    }

    /// <summary>An unquoted value, and the comment behind it.</summary>
    /// <param name="inFlow">True between brackets, where a comma or closing bracket ends it and no comment may follow.</param>
    public ScalarNode? Plain(bool inFlow)
    {
        if (at == end || IsNoPlainStart[bytes[at]] || (bytes[at] == '-' && (IsBlankOrEnd(at + 1) || (inFlow && bytes[at + 1] is (byte)',' or (byte)']' or (byte)'}'))))
        {
            return null;
        }

        var (from, last) = (at, at); // last: behind the last byte that is not blank
        for (; at < end; at++)
        {
            var letter = bytes[at];
            if (inFlow ? letter is (byte)',' or (byte)']' or (byte)'}' : letter == '#' && bytes[at - 1] == ' ')
            {
                break;
            }

            if ((letter == ':' && (IsBlankOrEnd(at + 1) || (inFlow && !IsKeyLetter[bytes[at + 1]]))) || (inFlow && letter is (byte)'[' or (byte)'{' or (byte)'#'))
            {
                return null;
            }

            last = letter == ' ' ? last : at + 1;
        }

        var text = RepeatedTexts.DecodeValue(bytes.AsSpan(from, last - from));
        var value = new ScalarNode(PlaceAt(from, text.Length), text, ScalarRules.KindOfPlain(text));
        if (!inFlow && at < end)
        {
            var comment = Encoding.UTF8.GetString(bytes, at, end - at);
            (comments ??= [])[value.Place] = new(PlaceAt(at, comment.Length), comment);
        }

        at = last;
        return value;
    }

    /// <summary>A value between quotes that ends on its line.</summary>
    public ScalarNode? Quoted()
    {
        var (quote, first) = (bytes[at], ColumnOf(at));
        StringBuilder? before = null; // what stands before the last escape
        for (at++; at < end;)
        {
            var length = bytes.AsSpan(at, end - at).IndexOfAny(quote, quote == '"' ? (byte)'\\' : quote);
            if (length < 0)
            {
                return null;
            }

            var piece = Encoding.UTF8.GetString(bytes, at, length);
            at += length + 1;
            var isDoubled = quote == '\'' && Current == '\'';
            if (bytes[at - 1] == quote && !isDoubled)
            {
                return new(new(path, number, first, ColumnOf(at) - first), before is null ? piece : before.Append(piece).ToString(), ScalarKind.String);
            }

            if (Escaped(isDoubled) is not { } letter)
            {
                return null;
            }

            before = (before ?? new()).Append(piece).Append(letter);
        }

        return null;
    }

    /// <summary>The lines of a text block behind <c>|</c> or <c>&gt;</c>, with or without <c>-</c>; goes on to the line behind them.</summary>
    /// <param name="parent">How far the lines must be indented more than.</param>
    public ScalarNode? Block(int parent)
    {
        var isFolded = bytes[at++] == '>';
        var isStripped = Takes('-');
        if (at < end || !NextOfAny() || at == end || Indent <= parent)
        {
            return null;
        }

        var (indent, place) = (Indent, PlaceAt(at, Encoding.UTF8.GetCharCount(bytes.AsSpan(at, end - at).TrimEnd((byte)' '))));
        var text = new StringBuilder();
        bool isMore;
        do
        {
            // A line that begins like the marks of a merge conflict may be one; how lines with blanks of their own are folded is another's affair.
            if (bytes[at] is (byte)'<' or (byte)'>' || (isFolded && (Indent > indent || bytes[end - 1] == ' ')))
            {
                return null;
            }

            text.Append(Encoding.UTF8.GetString(bytes, start + indent, end - start - indent));
            var breaks = 1;
            while ((isMore = NextOfAny()) && at == end)
            {
                if (Indent > indent)
                {
                    return null;
                }

                breaks++;
            }

            isMore &= Indent >= indent;
            if (isMore)
            {
                text.Append(isFolded && breaks == 1 ? ' ' : '\n', isFolded && breaks > 1 ? breaks - 1 : breaks);
            }
        }
        while (isMore);

        if (!isStripped && bytes[^1] != '\n')
        {
            return null;
        }

        if (Current == '#')
        {
            Next();
        }

        return new(place, isStripped ? text.ToString() : text.Append('\n').ToString(), ScalarKind.String);
    }

    // Empty lines and comments too.
    private bool NextOfAny()
    {
        (start, counted, column) = (next, next, 1);
        if (next == bytes.Length)
        {
            (at, end, Indent) = (next, next, -1);
            return false;
        }

        var feed = bytes.AsSpan(start).IndexOf((byte)'\n');
        (end, next) = feed < 0 ? (bytes.Length, bytes.Length) : (start + feed, start + feed + 1);
        end -= end > start && bytes[end - 1] == '\r' ? 1 : 0;
        at = start;
        number++;
        SkipBlanks();
        Indent = at - start;
        return true;
    }

    // The length in UTF-16 units. Places of one line are asked for from left to right, so that a long line is counted once.
    private Place PlaceAt(int index, int length) => new(path, number, ColumnOf(index), length);

    private int ColumnOf(int index)
    {
        column += Encoding.UTF8.GetCharCount(bytes.AsSpan(counted, index - counted));
        counted = index;
        return column;
    }

    private bool IsBlankOrEnd(int index) => index >= end || bytes[index] == ' ';

    // The bytes of the key at hand; 0 for none.
    private int KeyLength()
    {
        var length = 0;
        while (at + length < end && length <= LongestKey && IsKeyLetter[bytes[at + length]])
        {
            length++;
        }

        var isKey = length is > 0 and <= LongestKey && at + length < end && bytes[at + length] == ':' && IsBlankOrEnd(at + length + 1);
        return isKey && bytes[at] is not ((byte)'-' or (byte)'.') ? length : 0;
    }

    // What an escape stands for; goes on behind it.
    private char? Escaped(bool isDoubled)
    {
        if (isDoubled)
        {
            at++;
            return '\'';
        }

        var letter = Current;
        at++;
        return letter switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'n' => '\n',
            _ => null,
        };
    }
}
