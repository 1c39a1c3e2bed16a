using System.Text.RegularExpressions;

namespace OpsRegistry.Model;

/// <summary>What people call files whose names are their kind and a number: <c>incident-2026-0018</c> is 事件 2026-0018. Programs go on by the name.</summary>
internal static class RecordNames
{
    // The longest first: a service request is no service.
    private static readonly Regex Names = new(
        $"(?<![A-Za-z0-9/_.-])(?<kind>{string.Join('|', Kinds.All.Select(kind => kind.KebabName).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))})-(?<number>[a-z0-9-]*[0-9])(?![A-Za-z0-9/_-]|\\.[a-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>A name, or words with names in them, as people say it; what names no kind stays as it is.</summary>
    public static Text Show(string words) => words.Contains('-', StringComparison.Ordinal) ? new(Said(words, Language.Zh), Said(words, Language.En)) : Text.Same(words);

    /// <summary>The same in words that are already in two languages.</summary>
    public static Text Show(Text words) => new(Show(words.Zh).Zh, Show(words.En).En);

    private static string Said(string words, Language language) =>
        Names.Replace(words, match => $"{Kinds.Hyphenated(match.Groups["kind"].Value)!.Title.In(language)} {match.Groups["number"].Value}");
}
