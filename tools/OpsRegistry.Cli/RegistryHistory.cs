using OpsRegistry.Reporting;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli;

/// <summary>What the main line did to the contracts' files: first parents only, because a merge is when bytes come in.</summary>
internal static class RegistryHistory
{
    private const string Contracts = "ops-registry/contracts/";

    /// <summary>Every file that a commit up to one added, changed or removed, oldest commit first.</summary>
    /// <param name="git">The repository; null where there is none.</param>
    /// <param name="newest">The last commit; null for the one checked out.</param>
    /// <returns>Null where the history is not there, or only a part of it.</returns>
    public static IReadOnlyList<HistoryLine>? Read(GitRepository? git, CommitInfo? newest)
    {
        if (git is null || git.IsShallow || (newest ?? git.Head) is not { } last)
        {
            return null;
        }

        var commits = git.FirstParents(last).Reverse().ToList();
        return
        [
            .. from pair in commits.Select((commit, index) => (commit, before: index == 0 ? null : commits[index - 1]))
               from change in git.Changes(pair.before, pair.commit)
               where change.Path.StartsWith(Contracts, StringComparison.Ordinal)
               select new HistoryLine(pair.commit, change),
        ];
    }
}
