using System.CommandLine;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli;

/// <summary>The files that a verb is asked for: by path, or by what git says has changed; without either, all.</summary>
internal sealed class FileSelection
{
    private static readonly string[] Folders = ["ops-registry", "schemas"];

    /// <summary>Files and folders.</summary>
    public Argument<string[]> Paths { get; } = new("path")
    {
        Description = "只看这些文件和文件夹 / these files and folders only",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>What differs from the commit checked out.</summary>
    public Option<bool> Changed { get; } = new("--changed") { Description = "只看还没有提交的改动 / only files changed since the last commit" };

    /// <summary>What differs from the point where the work left another branch.</summary>
    public Option<string?> Since { get; } = new("--since")
    {
        Description = "只看从这一分支（标签、提交）分出以后改动的文件 / only files changed since the work left this branch, tag or commit",
        HelpName = "revision",
    };

    /// <summary>The files that the command line means.</summary>
    /// <param name="at">The commit that is read; null for the work tree.</param>
    /// <exception cref="UsageException">A path is not there, or there is no git to ask.</exception>
    public SelectedFiles Select(ParseResult parse, Workspace workspace, CommitInfo? at)
    {
        var paths = parse.GetValue(Paths) ?? [];
        var since = parse.GetValue(Since);
        if (since is null && !parse.GetValue(Changed))
        {
            return paths.Length == 0 ? SelectedFiles.All : new(paths.Select(path => Normalized(workspace, path, at)).ToList());
        }

        if (paths.Length > 0)
        {
            throw new UsageException(new("路径与 --changed、--since 只能用一种", "give paths, or --changed or --since, not both"));
        }

        return new(ChangedPaths(workspace, since, at));
    }

    /// <summary>True where the command line asks for some files, and not for all.</summary>
    public bool IsAsked(ParseResult parse) => parse.GetValue(Paths) is { Length: > 0 } || parse.GetValue(Changed) || parse.GetValue(Since) is not null;

    /// <summary>The files that the newest commit has as they are; none without git.</summary>
    public static Func<string, bool> Committed(Workspace workspace)
    {
        if (workspace.Repository is not { Head: { } head } git)
        {
            return _ => false;
        }

        var changed = new Lazy<HashSet<string>>(() => git.ChangedSince(head, Folders).ToHashSet(StringComparer.Ordinal));
        return path => !changed.Value.Contains(path);
    }

    private static IReadOnlyList<string> ChangedPaths(Workspace workspace, string? since, CommitInfo? at)
    {
        if (workspace.Repository is not { Head: { } head } git)
        {
            throw new UsageException(new($"“{workspace.Root}”不是有提交的 git 仓库，不知道改了什么；请写出路径", $"'{workspace.Root}' is no git repository with a commit, so what has changed is not known: give paths"));
        }

        if (since is null)
        {
            return at is null
                ? git.ChangedSince(head, Folders)
                : throw new UsageException(new("--changed 看的是工作目录；与 --at 一起用时请写 --since", "--changed looks at the work tree; with --at use --since"));
        }

        var asked = workspace.Commit(since);
        var from = git.MergeBase(asked, at ?? head) ?? asked;
        return at is null ? git.ChangedSince(from, Folders) : git.Changes(from, at).Select(change => change.Path).ToList();
    }

    // As it is typed it may be seen from the current folder or from the repository's root.
    private static string Normalized(Workspace workspace, string path, CommitInfo? at)
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), workspace.Root })
        {
            var full = Path.GetFullPath(path, start);
            var below = Path.GetRelativePath(workspace.Root, full).Replace(Path.DirectorySeparatorChar, '/');
            if (below.Split('/')[0] != ".." && !Path.IsPathRooted(below) && (at is not null || Path.Exists(full)))
            {
                return below;
            }
        }

        throw new UsageException(new($"“{workspace.Root}”里没有“{path}”", $"there is no '{path}' in '{workspace.Root}'"));
    }
}

/// <summary>Files by their paths from the repository's root; a folder stands for all below it.</summary>
/// <param name="Paths">The paths; null for every file.</param>
internal sealed record SelectedFiles(IReadOnlyList<string>? Paths)
{
    private readonly HashSet<string> exact = new(Paths ?? [], StringComparer.Ordinal);

    /// <summary>Every file.</summary>
    public static SelectedFiles All { get; } = new((IReadOnlyList<string>?)null);

    /// <summary>True where nothing was asked for, which means everything.</summary>
    public bool IsWhole => Paths is null;

    /// <summary>True for a file that was asked for.</summary>
    public bool Holds(string path) =>
        Paths is null || exact.Contains(path) || Paths.Any(one => one == "." || path.StartsWith(one + "/", StringComparison.Ordinal));
}
