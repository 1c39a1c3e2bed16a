namespace OpsRegistry.Cli.Forge;

/// <summary>Where one forge's pipelines say what they know, and where things stand on that forge. One table, read by whoever asks a forge for anything.</summary>
/// <param name="Kind">The forge.</param>
/// <param name="Tokens">The variables that may hold the secret, the first one that is set counts; so for the others.</param>
/// <param name="Repositories">Owner and name.</param>
/// <param name="Interfaces">The address of the programming interface.</param>
/// <param name="Servers">The address of its pages.</param>
internal sealed record ForgeVariables(ForgeKind Kind, string[] Tokens, string[] Repositories, string[] Interfaces, string[] Servers)
{
    /// <summary>The variable that names a forge where nothing else does.</summary>
    public const string Stated = "OPSREG_FORGE";

    /// <summary>The interface where no variable names one; null where it must be named.</summary>
    public string? UsualInterface { get; init; }

    /// <summary>The pages where no variable names them; null where they are where the interface is.</summary>
    public string? UsualServer { get; init; }

    /// <summary>What stands between a repository's page and a commit's files.</summary>
    public required string FilesOfCommit { get; init; }

    /// <summary>The references under which the ends of requests are kept; the star is the number.</summary>
    public string RequestHeads { get; init; } = "refs/pull/*/head";

    /// <summary>The variable with the path of a file that tells what happened, in the forge's own JSON; null where there is no such file.</summary>
    public string? EventFile { get; init; }

    /// <summary>True where a pipeline without that file was not started by anything.</summary>
    public bool NeedsEvent { get; init; }

    /// <summary>The variables with the number of the request that a pipeline is about.</summary>
    public string[] RequestNumbers { get; init; } = [];

    /// <summary>The variables with the commit at that request's end.</summary>
    public string[] RequestCommits { get; init; } = [];

    /// <summary>Whom a token belongs to where git asks for a name; null where a checkout comes with a secret of its own.</summary>
    public string? TokenName { get; init; } = "oauth2";

    private static readonly IReadOnlyList<ForgeVariables> All =
    [
        new(ForgeKind.GitHub, ["GITHUB_TOKEN"], ["GITHUB_REPOSITORY"], ["GITHUB_API_URL"], ["GITHUB_SERVER_URL"])
        {
            UsualInterface = "https://api.github.com", UsualServer = "https://github.com", FilesOfCommit = "blob", TokenName = "x-access-token",
            EventFile = "GITHUB_EVENT_PATH", NeedsEvent = true,
        },
        new(ForgeKind.Gitea, ["GITEA_TOKEN", "GITHUB_TOKEN"], ["GITEA_REPOSITORY", "GITHUB_REPOSITORY"], ["GITEA_API_URL", "GITHUB_API_URL"], ["GITEA_SERVER_URL", "GITHUB_SERVER_URL"])
        {
            FilesOfCommit = "src/commit", EventFile = "GITHUB_EVENT_PATH", NeedsEvent = true,
        },
        new(ForgeKind.Gitee, ["GITEE_TOKEN"], ["GITEE_REPOSITORY", "GITEE_REPO"], ["GITEE_API_URL"], ["GITEE_SERVER_URL"])
        {
            UsualInterface = "https://gitee.com/api/v5", UsualServer = "https://gitee.com", FilesOfCommit = "blob",
            RequestNumbers = ["GITEE_PULL_ID"], RequestCommits = ["GITEE_SOURCE_COMMIT"],
        },
        new(ForgeKind.GitLab, ["GITLAB_TOKEN"], ["CI_PROJECT_PATH"], ["CI_API_V4_URL"], ["CI_SERVER_URL"])
        {
            UsualInterface = "https://gitlab.com/api/v4", UsualServer = "https://gitlab.com", FilesOfCommit = "-/blob", RequestHeads = "refs/merge-requests/*/head",
            EventFile = "TRIGGER_PAYLOAD", TokenName = null, RequestNumbers = ["CI_MERGE_REQUEST_IID"],
        },
    ];

    /// <summary>Those of one forge.</summary>
    public static ForgeVariables Named(ForgeKind kind) => All.Single(one => one.Kind == kind);

    /// <summary>The forge that the command line, else the environment means; GitHub where neither says anything.</summary>
    /// <param name="asked">The forge from the command line; null where it names none.</param>
    /// <exception cref="UsageException">The environment names a forge that there is none of.</exception>
    public static ForgeVariables Find(Func<string, string?> variable, ForgeKind? asked = null)
    {
        if (asked is { } kind)
        {
            return Named(kind);
        }

        if (variable(Stated) is { Length: > 0 } stated)
        {
            return All.FirstOrDefault(one => string.Equals($"{one.Kind}", stated, StringComparison.OrdinalIgnoreCase)) ?? throw new UsageException(new(
                $"环境变量 {Stated}“{Reporting.VisibleText.Show(stated)}”不是 {Words}",
                $"the variable {Stated} '{Reporting.VisibleText.Show(stated)}' is none of {Words}"));
        }

        // Runners of Gitea and Forgejo set what GitHub's set too, so they are asked for first.
        return Named(
            variable("GITEA_ACTIONS") == "true" || variable("FORGEJO_ACTIONS") == "true" ? ForgeKind.Gitea
            : variable("GITLAB_CI") == "true" ? ForgeKind.GitLab
            : variable("GITEE_PIPELINE_NAME") is { Length: > 0 } ? ForgeKind.Gitee
            : ForgeKind.GitHub);
    }

    /// <summary>The words by which a command line names a forge.</summary>
    public static string Words => string.Join(" ", All.Select(one => $"{one.Kind}".ToLowerInvariant()));

    /// <summary>The first of some variables that says anything; null where none does.</summary>
    public static string? First(Func<string, string?> variable, IEnumerable<string> names) => names.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>The address of the forge's pages, without a slash at its end.</summary>
    public string Server(Func<string, string?> variable) =>
        (First(variable, Servers) ?? UsualServer ?? (First(variable, Interfaces) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed.GetLeftPart(UriPartial.Authority) : "")).TrimEnd('/');

    /// <summary>The page under which the files of a commit stand.</summary>
    public string FilesAddress(Func<string, string?> variable, string repository, string commit) => $"{Server(variable)}/{repository}/{FilesOfCommit}/{commit}";

    /// <summary>The reference of one request's end.</summary>
    public string RequestHead(int number) => RequestHeads.Replace("*", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
