using System.Globalization;
using System.Text;

namespace OpsRegistry.Samples.Writing;

/// <summary>Writes mappings as the registry writes them by hand: blocks, two blanks an indent, quotes only where they are needed.</summary>
internal static class YamlText
{
    private const string NeedsQuotesAtStart = "-?:,[]{}#&*!|>'\"%@` ~";

    /// <summary>Appends the mapping, each line indented by as many blanks.</summary>
    public static void Write(StringBuilder output, YamlMapping mapping, int indent, Func<Reference, string> nameOf)
    {
        foreach (var (key, value) in mapping)
        {
            output.Append(' ', indent).Append(key).Append(':');
            switch (value)
            {
                case YamlMapping inner:
                    output.Append('\n');
                    Write(output, inner, indent + 2, nameOf);
                    break;
                case IReadOnlyList<YamlMapping> items:
                    output.Append('\n');
                    WriteItems(output, items, indent + 2, nameOf);
                    break;
                default:
                    output.Append(' ').Append(Scalar(value, nameOf)).Append('\n');
                    break;
            }
        }
    }

    private static void WriteItems(StringBuilder output, IReadOnlyList<YamlMapping> items, int indent, Func<Reference, string> nameOf)
    {
        foreach (var item in items)
        {
            var start = output.Length;
            Write(output, item, indent + 2, nameOf);
            output[start + indent] = '-';
        }
    }

    private static string Scalar(object value, Func<Reference, string> nameOf) => value switch
    {
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal amount => $"\"{amount.ToString("0.00", CultureInfo.InvariantCulture)}\"",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+08:00",
        Reference reference => nameOf(reference),
        string[] words => $"[{string.Join(", ", words)}]",
        string text => Quoted(text),
        _ => throw new ArgumentException($"cannot write a {value.GetType().Name}", nameof(value)),
    };

    private static string Quoted(string text) => IsPlain(text)
        ? text
        : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    // A hash is always quoted, because one of digits and a single e would be a number; so are numbers, and the words that YAML 1.1 took for truth.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && !NeedsQuotesAtStart.Contains(text[0], StringComparison.Ordinal)
        && (!char.IsAsciiDigit(text[0]) || text.Contains('/'))
        && !(text.Length == 64 && text.All(char.IsAsciiHexDigitLower))
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.EndsWith(':')
        && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off");
}
