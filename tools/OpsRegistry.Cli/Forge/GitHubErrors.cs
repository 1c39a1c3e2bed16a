using System.Net;
using Octokit;
using OpsRegistry.Reporting;

namespace OpsRegistry.Cli.Forge;

/// <content>Turns every refusal and failure into one line with a remedy.</content>
internal sealed partial class GitHubForge
{
    private const int LongestAnswer = 300;

    private async Task<T> Ask<T>(Operation operation, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ApiException refused)
        {
            throw new ForgeException(Words(operation, refused));
        }
        catch (UnclearAnswerException broken)
        {
            throw new ForgeException(Joined(operation, new(
                $"GitHub 没有给出可用的答复（{Safe(broken.Message)}），已尝试 {policy.Attempts} 次；稍后重新运行，不会重复写入",
                $"GitHub gave no usable answer ({Safe(broken.Message)}) in {policy.Attempts} attempts: run it again later, nothing is written twice")));
        }
        catch (AnswerTooLargeException large)
        {
            throw new ForgeException(Joined(operation, new($"答复过大（{large.Message}），没有采用", $"the answer is too large ({large.Message}) and was not used")));
        }
    }

    private Text Words(Operation operation, ApiException refused)
    {
        var said = Safe(Said(refused));
        return Joined(operation, refused.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new($"令牌无效或已过期（401 {said}）；检查 GITHUB_TOKEN", $"the token is not valid or has expired (401 {said}): check GITHUB_TOKEN"),
            HttpStatusCode.Forbidden when Limit(refused) is { } until => new($"请求过于频繁（403 {said}）；{until} 之后再运行", $"asked too often (403 {said}): run it again after {until}"),
            HttpStatusCode.TooManyRequests => new($"请求过于频繁（429 {said}）；稍后再运行", $"asked too often (429 {said}): run it again later"),
            HttpStatusCode.Forbidden => new($"没有权限（403 {said}）；令牌需要 {Needed(operation, refused)}", $"not permitted (403 {said}): the token needs {Needed(operation, refused)}"),
            HttpStatusCode.NotFound => new(
                $"找不到（404 {said}）：{settings.Repository} 中没有此对象，或令牌看不到它；核对编号与仓库，令牌需要 {operation.Permission}",
                $"not found (404 {said}): {settings.Repository} has no such object, or the token cannot see it: check number and repository; the token needs {operation.Permission}"),
            HttpStatusCode.UnprocessableEntity => new($"GitHub 不接受所写内容（422 {said}）", $"GitHub does not accept what was written (422 {said})"),
            >= HttpStatusCode.InternalServerError => new($"GitHub 出错（{(int)refused.StatusCode}），已尝试 {policy.Attempts} 次；稍后重新运行", $"GitHub failed ({(int)refused.StatusCode}) in {policy.Attempts} attempts: run it again later"),
            _ => new($"GitHub 拒绝（{(int)refused.StatusCode} {said}）", $"GitHub refuses ({(int)refused.StatusCode} {said})"),
        });
    }

    private static Text Joined(Operation operation, Text words) => new($"{operation.Words.Zh}：{words.Zh}", $"{operation.Words.En}: {words.En}");

    /// <summary>What the forge says a token needs, for it knows better; else what the operation is known to need.</summary>
    private static string Needed(Operation operation, ApiException refused) =>
        Header(refused, "X-Accepted-GitHub-Permissions") is { Length: > 0 } stated ? VisibleText.Show(Shortened(stated, 100)) : operation.Permission;

    private static string? Limit(ApiException refused)
    {
        if (Header(refused, "x-ratelimit-remaining") == "0" && long.TryParse(Header(refused, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset) && reset < 10_000_000_000)
        {
            return DateTimeOffset.FromUnixTimeSeconds(reset).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        }

        return Header(refused, "Retry-After") is { } seconds ? $"{VisibleText.Show(Shortened(seconds, 40))} s" : null;
    }

    private static string? Header(ApiException refused, string name) =>
        refused.HttpResponse?.Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Said(ApiException refused)
    {
        var details = refused.ApiError?.Errors?.Select(error => string.Join(' ', new[] { error.Field, error.Code, error.Message }.Where(part => !string.IsNullOrEmpty(part)))) ?? [];
        return string.Join("; ", details.Prepend(refused.ApiError?.Message ?? refused.Message).Where(part => part.Length > 0));
    }

    /// <summary>The forge's own words on one visible line, short, and never with the token in them.</summary>
    private string Safe(string said) => VisibleText.Show(Shortened(said.Replace(settings.Token, "***", StringComparison.Ordinal).ReplaceLineEndings(" "), LongestAnswer));
}
