namespace OpsRegistry.Cli.Forge;

/// <summary>Where the forge is and as whom it is asked.</summary>
/// <param name="Address">The address of its programming interface: <c>https://api.github.com</c>, or <c>https://host/api/v3</c> of an Enterprise server.</param>
/// <param name="Repository">Owner and name with a slash between; a project of GitLab may stand in groups of groups.</param>
/// <param name="Token">The secret; it never stands in a command line, in output or in an error.</param>
/// <param name="Login">The account that it writes as, where that is known; null to ask the forge.</param>
internal sealed record ForgeSettings(Uri Address, string Repository, string Token, string? Login)
{
    /// <summary>Which forge it is.</summary>
    public ForgeKind Kind { get; init; }

    /// <summary>Where its pages are, without a slash at the end; empty where that is not known.</summary>
    public string Server { get; init; } = "";

    public string Owner => Repository[..Repository.LastIndexOf('/')];

    /// <summary>The repository's name.</summary>
    public string Name => Repository[(Repository.LastIndexOf('/') + 1)..];

    /// <summary>Reads the variables that the forge's pipelines set.</summary>
    /// <param name="repository">Owner and name from the command line; null for the forge's variable.</param>
    /// <param name="asked">The forge from the command line; null to tell by the environment.</param>
    /// <exception cref="UsageException">One is missing or means nothing.</exception>
    public static ForgeSettings Read(Func<string, string?> variable, string? repository, ForgeKind? asked = null)
    {
        var names = ForgeVariables.Find(variable, asked);
        var named = repository ?? ForgeVariables.First(variable, names.Repositories) ?? "";
        if (!IsRepository(named, names.Kind))
        {
            throw new UsageException(new(
                $"仓库“{Reporting.VisibleText.Show(named)}”不是“所有者/名称”；用 --repository 或环境变量 {names.Repositories[0]} 指明",
                $"repository '{Reporting.VisibleText.Show(named)}' is not owner/name: use --repository or the variable {names.Repositories[0]}"));
        }

        var token = ForgeVariables.First(variable, names.Tokens)?.Trim() ?? throw new UsageException(new(
            $"缺少环境变量 {names.Tokens[0]}（令牌不写在命令行里）",
            $"the variable {names.Tokens[0]} is missing (a token never stands in a command line)"));
        var login = variable("OPSREG_LOGIN") is { Length: > 0 } stated ? stated : names.Kind == ForgeKind.GitHub && variable("GITHUB_ACTIONS") == "true" ? "github-actions[bot]" : null;
        return new(AddressOf(names, variable), named, token, login) { Kind = names.Kind, Server = names.Server(variable) };
    }

    private static Uri AddressOf(ForgeVariables names, Func<string, string?> variable)
    {
        var text = ForgeVariables.First(variable, names.Interfaces) ?? names.UsualInterface ?? "";
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.UserInfo.Length == 0 &&
            (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new UsageException(new(
                $"{names.Interfaces[0]} 须是 https 网址（本机测试可用 http）",
                $"{names.Interfaces[0]} must be an https address (http only on this machine)"));
    }

    private static bool IsRepository(string text, ForgeKind kind) =>
        text.Length <= 200 && text.Split('/') is { Length: >= 2 } parts && (parts.Length == 2 || kind == ForgeKind.GitLab) &&
        parts.All(part => part.Length > 0 && part is not ("." or "..") && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'));
}
