using OpsRegistry.Cli.Commands;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Tests.Forge;

/// <summary>Gitea, Gitee or GitLab on this machine, held to the description of the calls that the adapters make.</summary>
internal sealed class RestServer(ForgeKind kind) : ForgeServer<RestRepository>(ApiDescription.Written(kind), new(kind))
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Variables => kind switch
    {
        ForgeKind.Gitea => new Dictionary<string, string>
        {
            ["GITEA_ACTIONS"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_API_URL"] = Address.ToString(),
            ["GITHUB_SERVER_URL"] = "https://git.example.gov",
            ["GITHUB_REPOSITORY"] = RestRepository.FullName,
            ["GITEA_TOKEN"] = Token,
        },
        ForgeKind.Gitee => new Dictionary<string, string>
        {
            ["GITEE_PIPELINE_NAME"] = "records",
            ["GITEE_API_URL"] = Address.ToString(),
            ["GITEE_REPOSITORY"] = RestRepository.FullName,
            ["GITEE_REPO"] = "ops-registry",
            ["GITEE_TOKEN"] = Token,
        },
        _ => new Dictionary<string, string>
        {
            ["GITLAB_CI"] = "true",
            ["CI_API_V4_URL"] = Address.ToString(),
            ["CI_SERVER_URL"] = "https://gitlab.example.gov",
            ["CI_PROJECT_PATH"] = RestRepository.FullName,
            ["GITLAB_TOKEN"] = Token,
        },
    };

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<RestServer> Start(ForgeKind kind)
    {
        var server = new RestServer(kind);
        await server.Listen();
        return server;
    }

    /// <summary>A client as the command line makes it, that waits for nothing.</summary>
    public IForge Forge(string token = Token) => ForgeOptions.Open(new(Address, RestRepository.FullName, token, null) { Kind = kind }, Policy with { AnswerWithin = TimeSpan.FromSeconds(60), MostBytes = 1_000_000 });
}
