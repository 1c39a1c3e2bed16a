using System.Net;
using OpsRegistry.Reporting;

namespace OpsRegistry.Cli.Forge;

/// <summary>Every refusal and failure of a forge in one line with a remedy, the same for all of them.</summary>
internal sealed record ForgeErrors(ForgeSettings Settings, RetryPolicy Policy)
{
    private const int LongestAnswer = 300;

    private string Name => $"{Settings.Kind}";

    private string TokenVariable => ForgeVariables.Named(Settings.Kind).Tokens[0];

    /// <summary>The forge said no.</summary>
    /// <param name="said">Its own words, as they came.</param>
    /// <param name="needed">What it says a token needs, for it knows better; null for what the operation is known to need.</param>
    /// <param name="until">Until when it will not answer; null where that is not why.</param>
    public ForgeException Refused(Operation operation, HttpStatusCode status, string said, string? needed = null, string? until = null)
    {
        var (words, code) = (Safe(said), (int)status);
        var permission = needed is { Length: > 0 } ? VisibleText.Show(ForgeText.Shorten(needed, 100)) : operation.Permission(Settings.Kind);
        return Joined(operation, status switch
        {
            HttpStatusCode.Unauthorized => new($"令牌无效或已过期（401 {words}）；检查 {TokenVariable}", $"the token is not valid or has expired (401 {words}): check {TokenVariable}"),
            HttpStatusCode.Forbidden when until is not null => new($"请求过于频繁（403 {words}）；{until} 之后再运行", $"asked too often (403 {words}): run it again after {until}"),
            HttpStatusCode.TooManyRequests => new($"请求过于频繁（429 {words}）；稍后再运行", $"asked too often (429 {words}): run it again later"),
            HttpStatusCode.Forbidden => new($"没有权限（403 {words}）；令牌需要 {permission}", $"not permitted (403 {words}): the token needs {permission}"),
            HttpStatusCode.NotFound => new(
                $"找不到（404 {words}）：{Settings.Repository} 中没有此对象，或令牌看不到它；核对编号与仓库，令牌需要 {operation.Permission(Settings.Kind)}",
                $"not found (404 {words}): {Settings.Repository} has no such object, or the token cannot see it: check number and repository; the token needs {operation.Permission(Settings.Kind)}"),
            HttpStatusCode.UnprocessableEntity => new($"{Name} 不接受所写内容（422 {words}）", $"{Name} does not accept what was written (422 {words})"),
            >= HttpStatusCode.InternalServerError => new($"{Name} 出错（{code}），已尝试 {Policy.Attempts} 次；稍后重新运行", $"{Name} failed ({code}) in {Policy.Attempts} attempts: run it again later"),
            _ => new($"{Name} 拒绝（{code} {words}）", $"{Name} refuses ({code} {words})"),
        });
    }

    /// <summary>Nobody can tell whether it was done.</summary>
    public ForgeException Unclear(Operation operation, string broken) => Joined(operation, new(
        $"{Name} 没有给出可用的答复（{Safe(broken)}），已尝试 {Policy.Attempts} 次；稍后重新运行，不会重复写入",
        $"{Name} gave no usable answer ({Safe(broken)}) in {Policy.Attempts} attempts: run it again later, nothing is written twice"));

    /// <summary>The answer has no end that we would wait for.</summary>
    public static ForgeException TooLarge(Operation operation, string large) => Joined(operation, new($"答复过大（{large}），没有采用", $"the answer is too large ({large}) and was not used"));

    /// <summary>A branch that holds somebody's work is left alone.</summary>
    public static ForgeException Taken(Operation operation, string branch) => Joined(operation, new(
        $"分支“{branch}”上已有别的内容，没有改动；删去该分支后再运行",
        $"the branch '{branch}' holds other work and was left alone: delete it and run this again"));

    private static ForgeException Joined(Operation operation, Text words) => new(new($"{operation.Words.Zh}：{words.Zh}", $"{operation.Words.En}: {words.En}"));

    /// <summary>The forge's own words on one visible line, short, and never with the token in them.</summary>
    private string Safe(string said) => VisibleText.Show(ForgeText.Shorten(said.Replace(Settings.Token, "***", StringComparison.Ordinal).ReplaceLineEndings(" "), LongestAnswer));
}
