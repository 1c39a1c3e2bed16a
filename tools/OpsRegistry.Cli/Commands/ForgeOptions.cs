using System.CommandLine;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Cli.Commands;

/// <summary>What the verbs that speak to a forge have in common: which forge, the repository, the environment, the clock.</summary>
internal static class ForgeOptions
{
    /// <summary>The forge, where the environment does not tell.</summary>
    public static Option<string?> Forge { get; } = MakeForge();

    public static Option<string?> Repository() => new("--repository")
    {
        Description = "平台上的仓库，默认取流水线的变量（如 GITHUB_REPOSITORY）；令牌取 GITHUB_TOKEN、GITEA_TOKEN、GITEE_TOKEN、GITLAB_TOKEN / the repository on the forge, by default what the pipeline's variables say (such as GITHUB_REPOSITORY); the token is GITHUB_TOKEN, GITEA_TOKEN, GITEE_TOKEN or GITLAB_TOKEN",
        HelpName = "owner/name",
    };

    /// <summary>The forge that the command line and the environment mean.</summary>
    /// <exception cref="UsageException">Something is missing or means nothing.</exception>
    public static IForge Open(ParseResult parse, Option<string?> repository) => Open(ForgeSettings.Read(Environment.GetEnvironmentVariable, parse.GetValue(repository), Asked(parse)));

    /// <summary>The forge of a repository: the one place that chooses an adapter.</summary>
    public static IForge Open(ForgeSettings settings) => Open(settings, RetryPolicy.Default);

    /// <summary>The same with a patience of one's own.</summary>
    public static IForge Open(ForgeSettings settings, RetryPolicy policy) => settings.Kind switch
    {
        ForgeKind.GitHub => new GitHubForge(settings, policy),
        ForgeKind.Gitea => new GiteaForge(settings, policy),
        ForgeKind.Gitee => new GiteeForge(settings, policy),
        ForgeKind.GitLab => new GitLabForge(settings, policy),
    };

    /// <summary>The forge that the command line names; null where it names none.</summary>
    public static ForgeKind? Asked(ParseResult parse) => parse.GetValue(Forge) is { } word ? Enum.Parse<ForgeKind>(word, ignoreCase: true) : null;

    /// <summary>Where the files of a commit can be looked at; null where the repository is not known.</summary>
    public static string? FilesAddress(ForgeKind? asked, string? repository, string commit)
    {
        var names = ForgeVariables.Find(Environment.GetEnvironmentVariable, asked);
        return (repository ?? ForgeVariables.First(Environment.GetEnvironmentVariable, names.Repositories)) is { Length: > 0 } named ? names.FilesAddress(Environment.GetEnvironmentVariable, named, commit) : null;
    }

    private static Option<string?> MakeForge()
    {
        var option = new Option<string?>("--forge") { Description = "代码平台；默认按流水线的变量判断，判断不出为 github / the forge; by default told by the pipeline's variables, else github", HelpName = "name" };
        option.AcceptOnlyFromAmong(ForgeVariables.Words.Split(' '));
        return option;
    }
}
