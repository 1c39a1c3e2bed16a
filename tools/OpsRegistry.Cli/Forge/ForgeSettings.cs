namespace OpsRegistry.Cli.Forge;

/// <summary>Where the forge is and as whom it is asked.</summary>
/// <param name="Address">The address of its programming interface: <c>https://api.github.com</c>, or <c>https://host/api/v3</c> of an Enterprise server.</param>
/// <param name="Repository">Owner and name with a slash between.</param>
/// <param name="Token">The secret; it never stands in a command line, in output or in an error.</param>
/// <param name="Login">The account that it writes as, where that is known; null to ask the forge.</param>
internal sealed record ForgeSettings(Uri Address, string Repository, string Token, string? Login)
{
    /// <summary>The owner.</summary>
    public string Owner => Repository.Split('/')[0];

    /// <summary>The repository's name.</summary>
    public string Name => Repository.Split('/')[1];

    /// <summary>Reads the variables that a workflow of GitHub sets.</summary>
    /// <param name="repository">Owner and name from the command line; null for <c>GITHUB_REPOSITORY</c>.</param>
    /// <exception cref="UsageException">One is missing or means nothing.</exception>
    public static ForgeSettings Read(Func<string, string?> variable, string? repository)
    {
        var named = repository ?? variable("GITHUB_REPOSITORY") ?? "";
        if (!IsRepository(named))
        {
            throw new UsageException(new(
                $"仓库“{Reporting.VisibleText.Show(named)}”不是“所有者/名称”；用 --repository 或环境变量 GITHUB_REPOSITORY 指明",
                $"repository '{Reporting.VisibleText.Show(named)}' is not owner/name: use --repository or the variable GITHUB_REPOSITORY"));
        }

        var token = variable("GITHUB_TOKEN") is { Length: > 0 } secret ? secret.Trim() : throw new UsageException(new(
            "缺少环境变量 GITHUB_TOKEN（令牌不写在命令行里）",
            "the variable GITHUB_TOKEN is missing (a token never stands in a command line)"));
        var login = variable("OPSREG_LOGIN") is { Length: > 0 } stated ? stated : variable("GITHUB_ACTIONS") == "true" ? "github-actions[bot]" : null;
        return new(AddressOf(variable("GITHUB_API_URL")), named, token, login);
    }

    private static Uri AddressOf(string? stated)
    {
        var text = string.IsNullOrEmpty(stated) ? "https://api.github.com" : stated;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.UserInfo.Length == 0 &&
            (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new UsageException(new(
                "GITHUB_API_URL 须是 https 网址（本机测试可用 http）",
                "GITHUB_API_URL must be an https address (http only on this machine)"));
    }

    private static bool IsRepository(string text) =>
        text.Length <= 200 && text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] && name is not ("." or "..") &&
        (owner + name).All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
