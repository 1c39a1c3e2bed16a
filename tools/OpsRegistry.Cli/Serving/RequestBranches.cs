using System.Diagnostics;
using LibGit2Sharp;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Cli.Intake;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Serving;

/// <summary>A request: a branch that the branch of the parties does not hold yet.</summary>
/// <param name="Name">The branch, as it is called here or on the other side.</param>
/// <param name="Tip">The commit at its end.</param>
/// <param name="IsOwn">True for a branch of this clone that the desk made and nobody stands on: more may be put on it.</param>
internal sealed record RequestBranch(string Name, CommitInfo Tip, bool IsOwn);

/// <summary>What became of what was handed in.</summary>
/// <param name="Branch">The branch that holds it.</param>
/// <param name="Address">The request's page on the forge; null where none was opened.</param>
/// <param name="Next">What is left to do, as a command or a sentence.</param>
internal sealed record HandedIn(string Branch, string Commit, string? Address, Text Next);

/// <summary>
/// Branches on which something is handed in. Commits are made beside the work tree, which stays as it is: what a person has open there has nothing to do with what is
/// handed in here, and a branch moves in one step or not at all.
/// </summary>
/// <param name="git">The repository.</param>
/// <param name="root">The registry's folder.</param>
internal sealed class RequestBranches(GitRepository git, string root)
{
    /// <summary>Below this stand the branches that the desk makes.</summary>
    public const string Folder = "desk/";

    private const string Heads = "refs/heads/", Remote = "origin";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lock Gate = new();

    /// <summary>The commit at the end of the branch that the parties merge into; null before the first one.</summary>
    public static CommitInfo? MainEnd(GitRepository git) => FormDesk.MainOf(git);

    /// <summary>The requests that are open, the newest first.</summary>
    public static IReadOnlyList<RequestBranch> Open(GitRepository git)
    {
        if (MainEnd(git) is not { } main)
        {
            return [];
        }

        using var repository = new Repository(git.Folder);
        var standing = repository.Head.CanonicalName;
        return git.References(Heads).Select(reference => (Name: reference.Name[Heads.Length..], reference.Id, IsHere: true))
            .Concat(git.RemoteBranches(Remote, "").Select(branch => (branch.Name, branch.Tip.Id, IsHere: false)))
            .Where(branch => branch.Name is not ("HEAD" or "main" or "master") && !git.Holds(main, branch.Id))
            .DistinctBy(branch => branch.Id)
            .Select(branch => (branch, Tip: git.Resolve(branch.Id)))
            .Where(one => one.Tip is not null)
            .Select(one => new RequestBranch(one.branch.Name, one.Tip!, one.branch.IsHere && one.branch.Name.StartsWith(Folder, StringComparison.Ordinal) && Heads + one.branch.Name != standing))
            .Where(request => git.Changes(git.MergeBase(main, request.Tip), request.Tip).Any(change => change.Path.StartsWith("ops-registry/", StringComparison.Ordinal)))
            .OrderByDescending(request => request.Tip.CommittedAt).ThenBy(request => request.Name, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The paths that open requests bring: their numbers are taken.</summary>
    public static IReadOnlyList<string> Pending(GitRepository git) => MainEnd(git) is not { } main ? [] :
        Open(git).SelectMany(request => git.Changes(git.MergeBase(main, request.Tip), request.Tip)).Where(change => change.After is not null).Select(change => change.Path).ToList();

    /// <summary>Who signs: the identity that git was told.</summary>
    public Signature? Identity()
    {
        using var repository = new Repository(git.Folder);
        return repository.Config.BuildSignature(SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset());
    }

    /// <summary>Puts files on a branch, as one commit of the person whom git knows.</summary>
    /// <param name="on">The commit that they are laid over.</param>
    /// <param name="branch">The branch: the one that ends there, or the name of a new one.</param>
    /// <exception cref="UsageException">Git knows no name and address, or the branch has moved.</exception>
    public (string Branch, string Commit) Commit(CommitInfo on, string branch, bool isNew, string message, IReadOnlyDictionary<string, byte[]> files)
    {
        var author = Identity() ?? throw new UsageException(new(
            "git 还不知道您是谁：先运行 git config --global user.name 您的代号 和 git config --global user.email 您的邮箱",
            "git does not know who you are: run git config --global user.name and git config --global user.email first"));
        lock (Gate)
        {
            using var repository = new Repository(git.Folder);
            var parent = repository.Lookup<Commit>(on.Id);
            var tree = TreeDefinition.From(parent.Tree);
            foreach (var (path, bytes) in files)
            {
                using var content = new MemoryStream(bytes);
                tree.Add(git.Below + path, repository.ObjectDatabase.CreateBlob(content), Mode.NonExecutableFile);
            }

            var commit = repository.ObjectDatabase.CreateCommit(author, author, message, repository.ObjectDatabase.CreateTree(tree), [parent], prettifyMessage: true);
            if (!isNew)
            {
                var reference = repository.Refs[Heads + branch];
                if (reference?.ResolveToDirectReference().TargetIdentifier != on.Id)
                {
                    throw new UsageException(new($"分支“{branch}”刚刚变了，请再交一次", $"branch '{branch}' has just moved: hand it in once more"));
                }

                repository.Refs.UpdateTarget(reference, commit.Id);
                return (branch, commit.Sha);
            }

            var name = branch;
            for (var number = 2; repository.Refs[Heads + name] is not null; number++)
            {
                name = FormattableString.Invariant($"{branch}-{number}");
            }

            repository.Refs.Add(Heads + name, commit.Id);
            return (name, commit.Sha);
        }
    }

    /// <summary>Sends a branch to the other side and opens the request there, as far as either is set up.</summary>
    public async Task<HandedIn> Send(string branch, string commit, string title, string body)
    {
        string address, main;
        using (var repository = new Repository(git.Folder))
        {
            if (repository.Network.Remotes[Remote] is not { } remote)
            {
                return new(branch, commit, null, new($"没有远端。采购人合并：git merge --no-ff {branch}", $"There is no remote. The purchaser merges: git merge --no-ff {branch}"));
            }

            address = remote.Url;
            main = (repository.Refs[$"refs/remotes/{Remote}/HEAD"] as SymbolicReference)?.TargetIdentifier.Split('/')[^1] ?? "main";
        }

        if (await Push(branch) is { } complaint)
        {
            return new(branch, commit, null, new($"还没有推送（{complaint}）。请运行：git push {Remote} {branch}", $"Not pushed yet ({complaint}). Run: git push {Remote} {branch}"));
        }

        var names = ForgeVariables.Find(Environment.GetEnvironmentVariable, null);
        var named = ForgeVariables.First(Environment.GetEnvironmentVariable, names.Repositories) ?? NameIn(address);
        if (named is null || ForgeVariables.First(Environment.GetEnvironmentVariable, names.Tokens) is null)
        {
            return new(branch, commit, null, new($"已推送到 {Remote}。请在平台上为分支 {branch} 开合并请求。", $"Pushed to {Remote}. Open a request for branch {branch} on the forge."));
        }

        try
        {
            using var forge = ForgeOptions.Open(ForgeSettings.Read(Environment.GetEnvironmentVariable, named));
            var request = await forge.CreatePullRequest(new(main, branch, title, body));
            return new(branch, commit, request.HtmlUrl, new($"合并请求 #{request.Number} 已开。", $"Request #{request.Number} is open."));
        }
        catch (Exception refused) when (refused is ForgeException or UsageException)
        {
            var words = refused is ForgeException forge ? forge.Words : ((UsageException)refused).Words;
            return new(branch, commit, null, new($"已推送；合并请求没有开成（{words.Zh}）。请在平台上为分支 {branch} 开。", $"Pushed; the request could not be opened ({words.En}). Open it for branch {branch} on the forge."));
        }
    }

    /// <summary>The owner and repository that the address of a remote names; null where it is a folder.</summary>
    private static string? NameIn(string address)
    {
        var parts = address.Replace(':', '/').TrimEnd('/').Split('/');
        var name = parts[^1].EndsWith(".git", StringComparison.Ordinal) ? parts[^1][..^4] : parts[^1];
        return parts.Length > 2 && address.Contains(':', StringComparison.Ordinal) ? $"{parts[^2]}/{name}" : null;
    }

    private async Task<string?> Push(string branch)
    {
        var start = new ProcessStartInfo("git", ["push", "--quiet", Remote, $"{Heads}{branch}:{Heads}{branch}"])
        {
            UseShellExecute = false,
            WorkingDirectory = root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var push = Process.Start(start) ?? throw new IOException("git does not start");
        push.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var complaint = push.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            _ = push.StandardOutput.ReadToEndAsync(patience.Token);
            await push.WaitForExitAsync(patience.Token);
            var said = (await complaint).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return push.ExitCode == 0 ? null : said.FirstOrDefault() ?? "git push";
        }
        catch (OperationCanceledException)
        {
            push.Kill(entireProcessTree: true);
            return "git push: 60 s";
        }
    }
}
