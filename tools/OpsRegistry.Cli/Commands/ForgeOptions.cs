using System.CommandLine;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Cli.Commands;

/// <summary>What the verbs that speak to a forge have in common: the repository, the environment, the clock.</summary>
internal static class ForgeOptions
{
    /// <summary>The repository.</summary>
    public static Option<string?> Repository() => new("--repository")
    {
        Description = "平台上的仓库，默认取 GITHUB_REPOSITORY；令牌取 GITHUB_TOKEN / the repository on the forge, GITHUB_REPOSITORY by default; the token is GITHUB_TOKEN",
        HelpName = "owner/name",
    };

    /// <summary>The forge that the command line and the environment mean.</summary>
    /// <exception cref="UsageException">Something is missing or means nothing.</exception>
    public static IForge Open(ParseResult parse, Option<string?> repository) => Open(ForgeSettings.Read(Environment.GetEnvironmentVariable, parse.GetValue(repository)));

    /// <summary>The forge of a repository: the one place that chooses an adapter.</summary>
    public static IForge Open(ForgeSettings settings) => new GitHubForge(settings, RetryPolicy.Default);

    /// <summary>Where the files of a commit can be looked at; null where the repository is not known.</summary>
    public static string? FilesAddress(string? repository, string commit)
    {
        var named = repository ?? Environment.GetEnvironmentVariable("GITHUB_REPOSITORY");
        var server = Environment.GetEnvironmentVariable("GITHUB_SERVER_URL") is { Length: > 0 } stated ? stated.TrimEnd('/') : "https://github.com";
        return string.IsNullOrEmpty(named) ? null : $"{server}/{named}/blob/{commit}";
    }
}
