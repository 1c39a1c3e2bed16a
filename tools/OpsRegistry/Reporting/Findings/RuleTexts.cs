using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>What pages and alerts say of a rule beside its findings.</summary>
/// <param name="comments">Why each rule's fault matters, by the rule's name.</param>
/// <param name="pages">The address under which the repository's files are shown, with a slash at its end; null where none is known.</param>
internal sealed class RuleTexts(IReadOnlyDictionary<string, string> comments, string? pages)
{
    /// <summary>For writers that are given nothing.</summary>
    public static RuleTexts None { get; } = new(new Dictionary<string, string>(), null);

    /// <summary>Why the fault matters; the title where nothing is known.</summary>
    public string Why(RuleInfo rule) => comments.TryGetValue(rule.Name, out var comment) && comment.Length > 0 ? comment : rule.Title.En;

    /// <summary>The address of the rule's page; null where none is known.</summary>
    public string? AddressOf(RuleInfo rule) => pages is null ? null : pages + FindingWords.Docs(rule);
}
