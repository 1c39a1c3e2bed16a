using System.Globalization;
using System.Text;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Cli.Requests;

namespace OpsRegistry.Tests.Forge;

/// <summary>A repository, the forge that serves it, and what happens between them, written down as it happens.</summary>
internal sealed class RequestPlay : IAsyncDisposable
{
    private readonly StringBuilder script = new();
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-play-").FullName;
    private int told;

    private RequestPlay(GitFixture git, IForgeServer server)
    {
        Git = git;
        Server = server;
        Name(git.Head, "base");
    }

    /// <summary>The repository; its branch <c>fork</c> is the vendor's.</summary>
    public GitFixture Git { get; }

    /// <summary>The forge.</summary>
    public IForgeServer Server { get; }

    /// <summary>What a reader of the play sees.</summary>
    public string Script => names.Aggregate(script.ToString(), (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal).Replace(name.Key[..12], name.Value, StringComparison.Ordinal));

    /// <summary>The folder that steps hand to each other.</summary>
    public string Folder => folder;

    /// <summary>Begins.</summary>
    public static async Task<RequestPlay> Begin(GitFixture git, ForgeKind kind = ForgeKind.GitHub) => new(git, kind == ForgeKind.GitHub ? await GitHubServer.Start() : await RestServer.Start(kind));

    /// <summary>A heading of the script.</summary>
    public void Scene(string words) => script.Append(CultureInfo.InvariantCulture, $"\n# {words}\n");

    /// <summary>The fork's newest commit becomes the request's head.</summary>
    public void Push(string account)
    {
        Name(Git.Head, "head" + (names.Count > 1 ? names.Count.ToString(CultureInfo.InvariantCulture) : ""));
        var requests = Server.Repository.Requests;
        if (!requests.TryGetValue(1, out var request))
        {
            requests.Add(1, request = new(1, "fork", account) { BaseSha = names.Single(name => name.Value == "<base>").Key });
        }

        request.HeadSha = Git.Head;
    }

    /// <summary>Judges the request's head from blobs, as the read-only job does.</summary>
    public Outcome Judge()
    {
        var request = Server.Repository.Requests[1];
        new RequestFile(1, request.BaseSha, request.HeadSha, request.Author, null).Write(folder);
        var outcome = Git.Run("review", "--base", request.BaseSha, "--head", request.HeadSha, "--actor", request.Author, "--merged-at", "commit", "--format", "json");
        File.WriteAllText(Path.Combine(folder, "review.json"), outcome.Output);
        script.Append(CultureInfo.InvariantCulture, $"$ opsreg review …\nexit {outcome.Exit}\n{outcome.Error}");
        return outcome;
    }

    /// <summary>Publishes what was judged, as the job without checkout does.</summary>
    public Task<Outcome> Publish() => Step("comment", "--request", folder);

    /// <summary>Runs a verb as a job does and writes down what it said and asked of the forge.</summary>
    public async Task<Outcome> Step(params string[] arguments)
    {
        var outcome = await WorkflowStep.Run(Server, arguments);
        script.Append(CultureInfo.InvariantCulture, $"$ opsreg {arguments[0]} …\nexit {outcome.Exit}\n{outcome.Output}{outcome.Error}");
        foreach (var line in Server.Transcript.Skip(told))
        {
            script.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        }

        told = Server.Transcript.Count;
        return outcome;
    }

    /// <summary>Shows what stands on the forge now.</summary>
    public void Show()
    {
        var (commit, state, description) = Server.Repository.Verdicts.Last();
        script.Append(CultureInfo.InvariantCulture, $"status of {commit}: {state} · {description}\n");
        foreach (var (number, author, body) in Server.Repository.Said)
        {
            script.Append(CultureInfo.InvariantCulture, $"comment under #{number} by {author}:\n{string.Join('\n', body.TrimEnd().Split('\n').Select(line => $"| {line}".TrimEnd()))}\n");
        }
    }

    /// <summary>Adds a line to the script.</summary>
    public void Say(string words) => script.Append(words).Append('\n');

    /// <summary>Gives a commit a name in the script.</summary>
    public void Name(string id, string name) => names[id] = $"<{name}>";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        Git.Dispose();
    }
}
