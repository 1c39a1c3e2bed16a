namespace OpsRegistry.Cli;

/// <summary>Says why nothing can be proved from a checkout's history.</summary>
internal static class HistoryGuard
{
    /// <summary>How to get what is missing.</summary>
    public static Text FetchAll { get; } = new(
        "浅克隆运行 git fetch --unshallow，部分克隆运行 git fetch --refetch --no-filter，或重新完整克隆",
        "in a shallow clone run git fetch --unshallow, in a partial clone git fetch --refetch --no-filter, or clone again in full");

    /// <summary>Why there is no history to prove anything from, and what to do; null where there is.</summary>
    public static (Text Why, Text Remedy)? Refusal(Session session)
    {
        if (session.Workspace.Unreadable is { } said)
        {
            return (RepositoryFault.Unreadable(said), new("再运行一次", "then run it again"));
        }

        if (session.Workspace.Repository is not { } git || git.Head is null)
        {
            return (new($"“{session.Workspace.Root}”没有 git 历史", $"'{session.Workspace.Root}' has no git history"), new("在登记库的完整克隆里运行", "run it in a full clone of the registry"));
        }

        return git.IsShallow
            ? (new("这是浅克隆，历史不全，什么也证明不了", "this is a shallow clone: with history cut off nothing can be proved"), FetchAll)
            : null;
    }

    /// <summary>That an object is missing.</summary>
    public static Text Missing(string id) => new($"仓库缺少对象 {id}，不能核验", $"object {id} is missing from the repository, so nothing can be proved");
}
