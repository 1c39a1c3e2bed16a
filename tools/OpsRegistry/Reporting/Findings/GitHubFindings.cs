using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as GitHub workflow commands, which the platform shows at the line of a pull request.</summary>
internal static class GitHubFindings
{
    /// <summary>Writes one command a line, causes first.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Language language)
    {
        foreach (var finding in FindingOrder.CausesFirst(findings))
        {
            var place = finding.Place;
            var line = FindingWords.Number(place.Line);
            var title = $"{finding.Rule.Id} {finding.Rule.Title.In(language)}";
            var message = $"{VisibleText.Show(finding.Message.In(language))}\n{(language == Language.Zh ? "办法" : "help")}: {VisibleText.Show(finding.Help.In(language))}";
            output.Write($"::{Command(finding.Rule.Severity)} file={Property(VisibleText.Show(place.Path))},line={line},endLine={line}");
            output.Write($",col={FindingWords.Number(place.Column)},endColumn={FindingWords.Number(place.Column + place.Length)}");
            output.Write($",title={Property(title)}::{Data(message)}\n");
        }
    }

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
