using NodaTime.Text;

namespace OpsRegistry.Loading;

/// <summary>
/// Writes mappings as the registry writes them by hand: blocks, two blanks an indent, quotes only where they are needed. Whatever a string holds,
/// reading gives the same string back, or refuses one of its characters.
/// </summary>
internal static class YamlText
{
    private const string NeedsQuotesAtStart = "-?:,[]{}#&*!|>'\"%@` ~=<";

    /// <summary>The first line of a file: editors complete and check by the schema that it names.</summary>
    /// <param name="path">Where the file will stand, from the repository's root.</param>
    public static string SchemaLine(string path, string schema) =>
        $"# yaml-language-server: $schema={string.Concat(Enumerable.Repeat("../", path.Count(letter => letter == '/')))}schemas/{schema}\n";

    /// <summary>The mapping as a text that ends with a line feed.</summary>
    public static string Write(YamlMapping mapping)
    {
        var text = new StringBuilder();
        Write(text, mapping, 0);
        return text.ToString();
    }

    /// <summary>Appends the mapping, each line indented by as many blanks.</summary>
    public static void Write(StringBuilder output, YamlMapping mapping, int indent)
    {
        foreach (var (key, value) in mapping)
        {
            output.Append(' ', indent).Append(Plainly(key, inFlow: false)).Append(':');
            switch (value)
            {
                case YamlMapping { Count: > 0 } inner:
                    output.Append('\n');
                    Write(output, inner, indent + 2);
                    break;
                case IReadOnlyList<YamlMapping> { Count: > 0 } items:
                    output.Append('\n');
                    WriteItems(output, items, indent + 2);
                    break;
                case IEnumerable<YamlLine> { } lines:
                    output.Append('\n');
                    WriteLines(output, lines, indent + 2);
                    break;
                case string text when IsBlock(text):
                    WriteBlock(output, text, indent + 2);
                    break;
                default:
                    output.Append(' ').Append(Plainly(value)).Append('\n');
                    break;
            }
        }
    }

    private static void WriteItems(StringBuilder output, IReadOnlyList<YamlMapping> items, int indent)
    {
        foreach (var item in items)
        {
            var start = output.Length;
            Write(output, item, indent + 2);
            output[start + indent] = '-';
        }
    }

    private static void WriteLines(StringBuilder output, IEnumerable<YamlLine> lines, int indent)
    {
        foreach (var line in lines)
        {
            output.Append(' ', indent).Append("- ").Append(Plainly(line.Text, inFlow: false)).Append('\n');
        }
    }

    // Several lines stand as people write them: a bar, then the lines.
    private static void WriteBlock(StringBuilder output, string text, int indent)
    {
        output.Append(" |-\n");
        foreach (var line in text.Split('\n'))
        {
            output.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
        }
    }

    private static bool IsBlock(string text) =>
        text.Contains('\n')
        && text[0] is not (' ' or '\n')
        && text[^1] != '\n'
        && !text.Contains(" \n", StringComparison.Ordinal)
        && text.All(letter => letter == '\n' || !char.IsControl(letter));

    /// <summary>A value on one line, as it stands between brackets.</summary>
    public static string Flow(object value) => value switch
    {
        YamlMapping { Count: > 0 } mapping => $"{{ {string.Join(", ", mapping.Select(pair => $"{Plainly(pair.Key, inFlow: true)}: {Flow(pair.Value)}"))} }}",
        IReadOnlyList<YamlMapping> items => $"[{string.Join(", ", items.Select(Flow))}]",
        IEnumerable<YamlLine> lines => $"[{string.Join(", ", lines.Select(line => Plainly(line.Text, inFlow: true)))}]",
        YamlLine line => Plainly(line.Text, inFlow: true),
        string text => Plainly(text, inFlow: true),
        _ => Plainly(value),
    };

    /// <summary>A text between double quotes.</summary>
    public static string InQuotes(string text) => "\"" + string.Concat(text.Select(Escaped)) + "\"";

    /// <summary>A value that needs no lines of its own.</summary>
    public static string Plainly(object value) => value switch
    {
        YamlPlain plain => plain.Text,
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal amount => $"\"{amount.ToString("0.00", CultureInfo.InvariantCulture)}\"",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        OffsetDateTime moment => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<m>").Format(moment),
        IReadOnlyList<string> words => $"[{string.Join(", ", words.Select(word => Plainly(word, inFlow: true)))}]",
        IReadOnlyList<YamlMapping> => "[]",
        YamlMapping => "{}",
        string text => Plainly(text, inFlow: false),
        _ => throw new ArgumentException($"cannot write a {value.GetType().Name}", nameof(value)),
    };

    /// <summary>A text as it stands, between quotes only where it must.</summary>
    public static string Plainly(string text, bool inFlow) => IsPlain(text, inFlow) ? text : InQuotes(text);

    private static string Escaped(char letter) => letter switch
    {
        '\\' => "\\\\",
        '"' => "\\\"",
        '\n' => "\\n",
        '\t' => "\\t",
        '\r' => "\\r",
        < ' ' or (>= '\x7f' and <= '\x9f') or '\u2028' or '\u2029' or '\ufeff' => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
        _ => letter.ToString(),
    };

    // A hash is always quoted, because one of digits and a single e would be a number; so are numbers, and the words that YAML 1.1 took for truth.
    private static bool IsPlain(string text, bool inFlow) =>
        text.Length > 0
        && !NeedsQuotesAtStart.Contains(text[0], StringComparison.Ordinal)
        && (!(char.IsAsciiDigit(text[0]) || text[0] is '.' or '+') || text.Contains('/'))
        && !(text.Length == 64 && text.All(char.IsAsciiHexDigitLower))
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !(inFlow && text.Any(letter => ",[]{}:#".Contains(letter, StringComparison.Ordinal)))
        && text[^1] is not (':' or ' ')
        && !text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\ufeff')
        && !text.StartsWith("---", StringComparison.Ordinal)
        && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
}
