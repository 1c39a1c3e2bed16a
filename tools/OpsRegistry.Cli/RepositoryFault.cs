using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli;

/// <summary>What a repository cannot give, said with the remedy that helps: exit code 3.</summary>
internal sealed class RepositoryFault(Text words) : Exception(words.En)
{
    /// <summary>What is wrong and what to do, in both languages.</summary>
    public Text Words { get; } = words;

    /// <summary>The fault behind a failure, however deep it stands in it; null where the repository is not to blame.</summary>
    public static RepositoryFault? Find(Exception failure) => failure switch
    {
        RepositoryFault known => known,
        MissingObjectException missing => new(Missing(missing.Id)),
        LibGit2Sharp.NotFoundException missing => new(Missing(missing.Message)),
        LibGit2Sharp.LibGit2SharpException unreadable => new(Unreadable(unreadable.Message)),
        AggregateException several => several.InnerExceptions.Select(Find).OfType<RepositoryFault>().FirstOrDefault(),
        { InnerException: { } inner } => Find(inner),
        _ => null,
    };

    /// <summary>That a repository cannot be read as it is.</summary>
    public static Text Unreadable(string said)
    {
        var remedy = said switch
        {
            _ when said.Contains("'link'", StringComparison.Ordinal) => new Text("先运行 git update-index --no-split-index", "run git update-index --no-split-index first"),
            _ when said.Contains("'sdir'", StringComparison.Ordinal) => new Text("先运行 git sparse-checkout disable", "run git sparse-checkout disable first"),
            _ when said.Contains("sha256", StringComparison.Ordinal) => new Text(
                "只读 SHA-1 的仓库，转成一个：git init ../copy && git fast-export --all --signed-tags=strip | git -C ../copy fast-import",
                "only repositories of SHA-1 are read; make one of it: git init ../copy && git fast-export --all --signed-tags=strip | git -C ../copy fast-import"),
            _ when said.Contains("relativeworktrees", StringComparison.OrdinalIgnoreCase) => new Text(
                "先运行 git worktree repair --no-relative-paths 和 git config --unset extensions.relativeWorktrees",
                "run git worktree repair --no-relative-paths and git config --unset extensions.relativeWorktrees first"),
            _ => new Text("用通常的格式重新完整克隆（git clone --ref-format=files，SHA-1）", "clone again in full and in the usual format (git clone --ref-format=files, SHA-1)"),
        };
        return new($"git 仓库读不了：{said}；{remedy.Zh}", $"the git repository cannot be read: {said}; {remedy.En}");
    }

    private static Text Missing(string id)
    {
        var words = HistoryGuard.Missing(id);
        return new($"{words.Zh}；{HistoryGuard.FetchAll.Zh}", $"{words.En}; {HistoryGuard.FetchAll.En}");
    }
}
