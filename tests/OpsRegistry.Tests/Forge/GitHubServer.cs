using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Tests.Forge;

/// <summary>GitHub on this machine, held to its published description.</summary>
internal sealed class GitHubServer() : ForgeServer<GitHubRepository>(ApiDescription.GitHub, new(ApiDescription.GitHub))
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["GITHUB_API_URL"] = Address.ToString(),
        ["GITHUB_REPOSITORY"] = GitHubRepository.FullName,
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_TOKEN"] = Token,
        ["OPSREG_LOGIN"] = GitHubRepository.Bot,
    };

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<GitHubServer> Start()
    {
        var server = new GitHubServer();
        await server.Listen();
        return server;
    }

    /// <summary>A client as the command line makes it, that waits for nothing.</summary>
    public GitHubForge Forge(string token = Token, string? login = GitHubRepository.Bot, TimeSpan? answerWithin = null, int mostBytes = 1_000_000) =>
        new(new ForgeSettings(Address, GitHubRepository.FullName, token, login), Policy with { AnswerWithin = answerWithin ?? TimeSpan.FromSeconds(60), MostBytes = mostBytes });
}
