using System.CommandLine;

namespace OpsRegistry.Cli;

/// <summary>The verbs as people look for them: by what they are about.</summary>
internal static class VerbGroups
{
    private static readonly IReadOnlyList<(Text Title, IReadOnlyList<string> Verbs)> Known =
    [
        (new("开始", "Begin"), ["init", "serve", "book", "completion"]),
        (new("记录", "Records"), ["new", "evidence", "fix", "fmt", "form", "import", "list"]),
        (new("审查", "Review"), ["check", "test", "review", "waiting", "due", "coverage"]),
        (new("结果", "Results"), ["score", "explain", "sla", "staff", "clock", "settle", "report", "document", "site", "publish"]),
        (new("证明", "Proof"), ["seal", "verify"]),
        (new("流水线", "CI"), ["ci", "shard", "merge", "request", "intake", "comment", "release"]),
    ];

    /// <summary>Every verb in a group, each group in its order; what no group names comes last.</summary>
    public static IReadOnlyList<(Text Title, IReadOnlyList<Command> Verbs)> Of(RootCommand root)
    {
        var named = Known.SelectMany(group => group.Verbs).ToHashSet(StringComparer.Ordinal);
        return Known.Select(group => (group.Title, Verbs: (IReadOnlyList<Command>)group.Verbs.Select(name => root.Subcommands.FirstOrDefault(verb => verb.Name == name)).OfType<Command>().ToList()))
            .Append((new("维护", "Upkeep"), root.Subcommands.Where(verb => !named.Contains(verb.Name) && !verb.Hidden).ToList()))
            .Where(group => group.Verbs.Count > 0)
            .ToList();
    }
}
