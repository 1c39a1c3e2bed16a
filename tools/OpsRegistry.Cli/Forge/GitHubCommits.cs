using Octokit;

namespace OpsRegistry.Cli.Forge;

/// <content>Branches and commits through the git data interface: no clone, no work tree.</content>
internal sealed partial class GitHubForge
{
    private const string Mail = "opsreg@users.noreply.github.com";

    public Task<string> CreateCommit(NewCommit commit) => Ask(Operation.WriteCommit, async () =>
    {
        var git = client.Git;
        var tip = (await Reference($"heads/{commit.Base}")).Object.Sha;
        var parent = await git.Commit.Get(settings.Owner, settings.Name, tip);
        var tree = new NewTree { BaseTree = parent.Tree.Sha };
        foreach (var (path, bytes) in commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var blob = await policy.Repeat(() => git.Blob.Create(settings.Owner, settings.Name, new NewBlob { Content = Convert.ToBase64String(bytes), Encoding = EncodingType.Base64 }));
            tree.Tree.Add(new NewTreeItem { Path = path, Mode = "100644", Type = TreeType.Blob, Sha = blob.Sha });
        }

        var written = await policy.Repeat(() => git.Tree.Create(settings.Owner, settings.Name, tree));
        if (written.Sha == parent.Tree.Sha && commit.Branch == commit.Base)
        {
            return tip;
        }

        var author = new Committer("ops-registry", Mail, commit.Date);
        var made = await policy.Repeat(() => git.Commit.Create(settings.Owner, settings.Name, new Octokit.NewCommit(commit.Message, written.Sha, tip) { Author = author, Committer = author }));
        return await MoveBranch(commit.Branch, made.Sha);
    });

    /// <summary>Creates the branch, or moves it forward where it stands behind; a branch that holds other work is refused by the forge.</summary>
    private async Task<string> MoveBranch(string branch, string sha)
    {
        var name = $"heads/{branch}";
        var written = await BranchEnd(name) is null
            ? await policy.CreateOnce(() => client.Git.Reference.Create(settings.Owner, settings.Name, new NewReference($"refs/{name}", sha)), () => BranchEnd(name))
            : await policy.Repeat(() => client.Git.Reference.Update(settings.Owner, settings.Name, name, new ReferenceUpdate(sha, force: false)));
        return written.Object.Sha;
    }

    private async Task<Reference?> BranchEnd(string name)
    {
        try
        {
            return await Reference(name);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>One reference by the address that GitHub documents; Octokit 14 asks at one that GitHub no longer describes.</summary>
    private async Task<Reference> Reference(string name) =>
        (await client.Connection.Get<Reference>(new Uri($"repos/{settings.Repository}/git/ref/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}", UriKind.Relative), null)).Body;
}
