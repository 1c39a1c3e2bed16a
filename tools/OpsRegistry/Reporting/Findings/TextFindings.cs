using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings for people: message, place, excerpt with carets, help and the rule's page.</summary>
internal static class TextFindings
{
    private const int AtOnce = 16_384; // characters: a pipe is not written to word by word

    private const string Red = "\u001B[1;31m";
    private const string Yellow = "\u001B[1;33m";
    private const string Cyan = "\u001B[1;36m";
    private const string Blue = "\u001B[1;34m";
    private const string Bold = "\u001B[1m";
    private const string Plain = "\u001B[0m";

    /// <summary>Writes the findings, causes first (<see cref="FindingOrder.CausesFirst"/>), and a last line that counts them. Lines end with LF.</summary>
    /// <param name="linesOf">The lines of a file, or null when they are not known.</param>
    /// <param name="colour">Whether to colour with ANSI sequences; those in records are always made visible instead.</param>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Func<string, IReadOnlyList<string>?> linesOf, Language language, bool colour = false) =>
        Write(output, FindingView.Whole(findings), linesOf, language, colour);

    /// <summary>The same for a part of the findings, with a line for each rule whose remarks are only counted, and what else should be known.</summary>
    public static void Write(TextWriter output, FindingView view, Func<string, IReadOnlyList<string>?> linesOf, Language language, bool colour = false)
    {
        using var text = new StringWriter();
        foreach (var finding in FindingOrder.CausesFirst(view.Shown))
        {
            Write(text, finding, linesOf(finding.Place.Path), language, colour);
            text.Write('\n');
            if (text.GetStringBuilder() is { Length: >= AtOnce } written)
            {
                output.Write(written.ToString());
                written.Clear();
            }
        }

        IEnumerable<Text> last = [.. FindingWords.Folded(view.Folded), FindingWords.Summary([.. view.Shown, .. view.Folded]), .. FindingWords.Further(view)];
        foreach (var line in last)
        {
            text.Write(line.In(language));
            text.Write('\n');
        }

        output.Write(text.ToString());
    }

    private static void Write(TextWriter output, Finding finding, IReadOnlyList<string>? lines, Language language, bool colour)
    {
        var line = FindingWords.Number(finding.Place.Line);
        var margin = new string(' ', line.Length);
        var ink = colour ? Ink(finding.Rule.Severity) : "";
        var frame = colour ? Blue : "";
        var strong = colour ? Bold : "";
        var plain = colour ? Plain : "";
        output.Write($"{ink}{finding.Rule.Severity.Title().In(language)}[{finding.Rule.Id}]{plain}{strong}: {Shown(finding.Message, language)}{plain}\n");
        output.Write($"{margin}{frame}--> {plain}{VisibleText.Show(finding.Place.Path)}:{line}:{FindingWords.Number(finding.Place.Column)}\n");
        if (Excerpt.Cut(finding.Place, lines) is { } excerpt)
        {
            var label = Shown(finding.Label, language);
            output.Write($"{margin} {frame}|{plain}\n");
            output.Write($"{frame}{line} |{plain} {excerpt.Line}".TrimEnd(' ') + "\n");
            output.Write($"{margin} {frame}|{plain} {new string(' ', excerpt.Indent)}{ink}{new string('^', excerpt.Carets)}{(label.Length > 0 ? " " + label : "")}{plain}\n");
        }

        foreach (var related in finding.Related)
        {
            output.Write($"{margin}{frame}={plain} {Related(related, finding.Place, language)}\n");
        }

        output.Write($"{margin}{frame}={plain} {(language == Language.Zh ? "办法" : "help")}: {Shown(finding.Help, language)}\n");
        output.Write($"{margin}{frame}={plain} {(language == Language.Zh ? "文档" : "docs")}: ./opsreg explain {finding.Rule.Id}\n");
    }

    private static string Related(RelatedPlace related, Place from, Language language)
    {
        var line = FindingWords.Number(related.Place.Line);
        var isNear = related.Place.Path == from.Path;
        var elsewhere = $"{VisibleText.Show(related.Place.Path)}:{line}:{FindingWords.Number(related.Place.Column)}";
        var where = isNear ? new Text($"第 {line} 行", $"line {line}") : Text.Same(elsewhere);
        return new Text($"{Shown(related.Note, Language.Zh)}：{where.Zh}", $"{Shown(related.Note, Language.En)} at {where.En}").In(language);
    }

    private static string Shown(Text text, Language language) => VisibleText.Show(text.In(language));

    private static string Ink(Severity severity) => severity switch
    {
        Severity.Error => Red,
        Severity.Warning => Yellow,
        Severity.Note => Cyan,
    };
}
