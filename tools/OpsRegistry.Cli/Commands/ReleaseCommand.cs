using System.CommandLine;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg release</c>: publishes the reports of periods with their files, and opens one issue for each to both parties. It needs neither registry nor git.</summary>
internal static class ReleaseCommand
{
    public static Command Create()
    {
        var repository = ForgeOptions.Repository();
        var from = new Option<string>("--from") { Description = "opsreg report 写的文件夹 / the folder that opsreg report wrote", HelpName = "folder", Required = true };
        var provisional = new Option<bool>("--also-provisional") { Description = "尚未定论的周期也发布 / publish periods too whose figures are not final" };
        var command = new Verb(
            "release",
            "发布考核周期的报告及附件，并向双方各开一个议题 / publish the reports of periods with their files, and open an issue to both parties",
            "./opsreg report pingdingshan-2025 --period P1 --output .artifacts/assessment && ./opsreg release --from .artifacts/assessment --repository owner/name")
        {
            Options = { from, provisional, repository, ForgeOptions.Forge },
        };
        command.SetAction(parse =>
        {
            var periods = PeriodRelease.Below(parse.GetValue(from)!);
            using var forge = ForgeOptions.Open(parse, repository);
            return Run(parse, forge, periods, parse.GetValue(provisional)).GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parse, IForge forge, IReadOnlyList<PeriodRelease> periods, bool provisional)
    {
        var language = GlobalOptions.LanguageOf(parse);
        var output = parse.InvocationConfiguration.Output;
        var exit = ExitCode.Clean;
        foreach (var period in periods)
        {
            if (!period.IsFinal && !provisional)
            {
                parse.InvocationConfiguration.Error.WriteLine(new Text(
                    $"opsreg：{period.Contract} {period.Period} 尚未定论，没有发布；补齐后再运行，或加 --also-provisional",
                    $"opsreg: {period.Contract} {period.Period} is not final and was not published: run again when it is, or add --also-provisional").In(language));
                exit = ExitCode.CannotVerify;
                continue;
            }

            var release = await forge.PublishRelease(period.Release());
            var issue = await IssueOf(forge, period) ?? await forge.CreateIssue(period.Issue(release));
            output.WriteLine((release.IsNew
                ? new Text($"已发布 {period.Tag}：{period.Files.Count} 个文件，议题 #{issue.Number}", $"published {period.Tag}: {period.Files.Count} files, issue #{issue.Number}")
                : new Text($"此前已发布 {period.Tag}，议题 #{issue.Number}", $"{period.Tag} had been published before, issue #{issue.Number}")).In(language));
        }

        return exit;
    }

    /// <summary>The issue of an earlier run: ours, with the period's mark.</summary>
    private static async Task<Issue?> IssueOf(IForge forge, PeriodRelease period)
    {
        var login = await forge.GetLogin();
        return (await forge.GetAllIssues(PeriodRelease.Label)).FirstOrDefault(issue => issue.Author == login && issue.Body.StartsWith(period.Mark, StringComparison.Ordinal));
    }
}
