using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as GitHub workflow commands, which the platform shows at the line of a pull request.</summary>
internal static class GitHubFindings
{
    private const int Shown = 10; // of a severity and step; what is past it the platform drops without a word

    /// <summary>
    /// Writes one command a line, causes first. Past ten of a severity the tenth says how many more there are, and the rest
    /// stands in the log.
    /// </summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Language language)
    {
        var counts = findings.CountBy(finding => finding.Rule.Severity).ToDictionary();
        var seen = new Dictionary<Severity, int>();
        foreach (var finding in FindingOrder.CausesFirst(findings))
        {
            var place = finding.Place;
            var line = FindingWords.Number(place.Line);
            var title = $"{finding.Rule.Id} {finding.Rule.Title.In(language)}";
            var message = $"{VisibleText.Show(finding.Message.In(language))}\n{(language == Language.Zh ? "办法" : "help")}: {VisibleText.Show(finding.Help.In(language))}";
            var number = seen[finding.Rule.Severity] = seen.GetValueOrDefault(finding.Rule.Severity) + 1;
            var all = counts[finding.Rule.Severity];
            if (all > Shown && number >= Shown)
            {
                output.Write(number == Shown ? $"::{Command(finding.Rule.Severity)}::{Data(More(finding.Rule.Severity, all - Shown + 1).In(language))}\n" : "");
                output.Write($"{VisibleText.Show(place.ToString())}: {title}: {message.Replace("\n", "; ", StringComparison.Ordinal)}\n");
                continue;
            }

            output.Write($"::{Command(finding.Rule.Severity)} file={Property(VisibleText.Show(place.Path))},line={line},endLine={line}");
            output.Write($",col={FindingWords.Number(place.Column)},endColumn={FindingWords.Number(place.Column + place.Length)}");
            output.Write($",title={Property(title)}::{Data(message)}\n");
        }
    }

    private static Text More(Severity severity, int count) => new(
        $"还有 {FindingWords.Number(count)} 个{severity.Title().Zh}，见本步骤的日志",
        $"and {FindingWords.Number(count)} more {severity.Title().En}{(count == 1 ? "" : "s")}: see the log of this step");

    private static string Command(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Note => "notice",
    };

    // The platform's own rules: % first, or the others' escapes would be escaped again.
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
