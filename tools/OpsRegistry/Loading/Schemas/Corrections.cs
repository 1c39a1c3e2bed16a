using System.Text.RegularExpressions;

namespace OpsRegistry.Loading.Schemas;

/// <summary>
/// What somebody meant to write, where it can be read: each way of writing proposes a value, and the first that the schema itself accepts is it. So no proposal can be refused.
/// </summary>
internal static partial class Corrections
{
    private static readonly string[] Yes = ["true", "yes", "y", "on", "是", "对", "真", "有", "√", "✓"];
    private static readonly string[] No = ["false", "no", "n", "off", "否", "不是", "假", "无", "×", "✗"];
    private static readonly int[] Widths = [2, 4]; // digits of running numbers

    /// <summary>The value that was meant, as it is typed in YAML; null where it cannot be told.</summary>
    /// <param name="fits">Whether the schema accepts a value.</param>
    public static string? Find(ScalarNode value, Schema schema, Func<ScalarNode, bool> fits) =>
        Candidates(value, schema).FirstOrDefault(fits) is { } meant ? Typed(meant) : null;

    /// <summary>A scalar as it is typed: quoted where it would be another value without.</summary>
    public static string Typed(ScalarNode value) =>
        value.Kind == ScalarKind.String && !IsPlain(value.Text) ? YamlText.InQuotes(value.Text) : value.Text;

    private static bool IsPlain(string text) =>
        ScalarRules.KindOfPlain(text) == ScalarKind.String
        && !"-?:,[]{}#&*!|>'\"%@` ~=<".Contains(text[0], StringComparison.Ordinal)
        && text.IndexOfAny([',', '[', ']', '{', '}', '\n', '\t']) < 0
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text[^1] is not (':' or ' ')
        && text.ToLowerInvariant() is not ("yes" or "no" or "on" or "off" or "y" or "n" or "true" or "false" or "null");

    private static IEnumerable<ScalarNode> Candidates(ScalarNode value, Schema schema)
    {
        var written = WrittenTime.HalfWidth(value.Text);
        var form = schema.Actual;
        if (form.Format == "date-time")
        {
            return Texts(value, WrittenForms.Time(written));
        }

        if (form.Format == "date")
        {
            return Texts(value, WrittenForms.Date(written));
        }

        if (form.Enumeration.Count > 0)
        {
            return Words(value, written, form).Concat(Texts(value, value.Text, written));
        }

        return Truths(value, written).Concat(Plain(value, written)).Concat(Numbers(value, written)).Concat(Texts(value, WrittenForms.Limit(written), WrittenForms.TimeOfDay(written))).Concat(Names(value, written));
    }

    private static IEnumerable<ScalarNode> Words(ScalarNode value, string written, Schema form)
    {
        var labels = SchemaWords.LabelsOf(form);
        var allowed = form.Enumeration.Select(SchemaWords.Show).ToList();
        var meaning = Yes.Contains(written, StringComparer.OrdinalIgnoreCase) ? "yes" : No.Contains(written, StringComparer.OrdinalIgnoreCase) ? "no" : written;
        return Texts(value, allowed
            .Where(word => string.Equals(word, written, StringComparison.OrdinalIgnoreCase) || word == meaning || (labels.TryGetValue(word, out var label) && label.IsNamed(written)))
            .ToArray());
    }

    private static IEnumerable<ScalarNode> Truths(ScalarNode value, string written) =>
        Yes.Contains(written, StringComparer.OrdinalIgnoreCase) ? [value with { Text = "true", Kind = ScalarKind.Boolean }]
        : No.Contains(written, StringComparer.OrdinalIgnoreCase) ? [value with { Text = "false", Kind = ScalarKind.Boolean }]
        : [];

    // The same text as what it is without quotes, and with them.
    private static IEnumerable<ScalarNode> Plain(ScalarNode value, string written) =>
        from text in new[] { value.Text, written }
        where text.Length > 0
        from kind in new[] { ScalarRules.KindOfPlain(text), ScalarKind.String }
        select value with { Text = text, Kind = kind };

    private static IEnumerable<ScalarNode> Numbers(ScalarNode value, string written) =>
        WrittenForms.Number(written) is not { } number ? []
        : from text in new[] { number, WrittenForms.WithoutZeros(number) }.Distinct()
          from kind in new[] { ScalarRules.KindOfPlain(text), ScalarKind.String }
          select value with { Text = text, Kind = kind };

    private static IEnumerable<ScalarNode> Names(ScalarNode value, string written)
    {
        var lower = written.ToLowerInvariant();
        var path = written.Replace('\\', '/');
        path = LeadingFolder().Replace(path, "");
        var joined = Separators().Replace(lower, "-");
        return Texts(value, lower, path, joined)
            .Concat(Texts(value, Widths.Select(width => LastNumber().Replace(joined, found => found.Value.PadLeft(width, '0'))).ToArray()))
            .Concat(Texts(value, written.Trim('。', '，', '；', '、', '.', ',', ';', '“', '”', '"', '\'', '《', '》')));
    }

    private static IEnumerable<ScalarNode> Texts(ScalarNode value, params string?[] texts) =>
        from text in texts
        where !string.IsNullOrEmpty(text)
        select value with { Text = text, Kind = ScalarKind.String };

    [GeneratedRegex("^(\\./|/)*(evidence/)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LeadingFolder();

    [GeneratedRegex("[ _./—–－]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separators();

    [GeneratedRegex("[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LastNumber();
}
