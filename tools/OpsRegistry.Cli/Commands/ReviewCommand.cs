using System.CommandLine;
using OpsRegistry.Cli.Requests;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg review</c>: what a change does to records, findings, points and yuan.</summary>
internal static class ReviewCommand
{
    private static readonly Option<string> Base = new("--base") { Description = "变更的起点（分支、标签、提交号） / what the change starts from", HelpName = "revision", DefaultValueFactory = _ => "main" };
    private static readonly Option<string> Head = new("--head") { Description = "变更后的提交 / the changed commit", HelpName = "revision", DefaultValueFactory = _ => "HEAD" };
    private static readonly Option<string?> Actor = new("--actor") { Description = "提交变更的平台账号；不写则不核对权限 / the forge account that makes the change; without it rights are not checked", HelpName = "account" };
    private static readonly Option<string?> MergedAt = new("--merged-at") { Description = "合并时间（带时区），迟报由此计算；commit 取 --head 的提交时间；默认现在 / time of the merge, from which lateness counts; 'commit' takes the head's own time; now by default", HelpName = "time" };
    private static readonly Option<string?> FilesAddress = new("--files-address") { Description = "Markdown 链接的网址前缀 / address under which the head's files can be linked", HelpName = "url" };

    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var request = new Option<string?>("--request") { Description = "按 ./opsreg request 写的文件夹取两次提交和账号，并把判定写进去 / take commits and account from the folder that ./opsreg request wrote, and write the verdict there", HelpName = "folder" };
        var reportOnly = new Option<bool>("--report-only") { Description = "不论判定如何都以 0 退出 / exit 0 whatever the verdict" };
        var format = GlobalOptions.Format("text", "markdown", "json");
        var command = new Verb("review", "比较两次提交：记录、问题、得分与扣款的变化 / compare two commits: records, findings, points and yuan", "./opsreg review --base main --head my-branch", "./opsreg review --base HEAD~1 --merged-at commit --format markdown")
        {
            Options = { Base, Head, asOf, Actor, JudgedClaims.ApprovedBy, MergedAt, FilesAddress, format, request, reportOnly },
        };
        command.SetAction(parse =>
        {
            var exit = Run(parse, asOf, parse.GetValue(format)!, parse.GetValue(request));
            // Without a verdict there is nothing to report.
            var isReported = exit == ExitCode.Findings || (parse.GetValue(request) is { } folder && File.Exists(Path.Combine(folder, "review.json")));
            return parse.GetValue(reportOnly) && isReported ? ExitCode.Clean : exit;
        });
        return command;
    }

    private static int Run(ParseResult parse, Option<string?> asOf, string format, string? folder)
    {
        var workspace = Session.Find(parse);
        var stated = folder is null ? null : RequestFile.Read(folder);
        var basis = workspace.Commit(stated?.Base ?? parse.GetValue(Base)!);
        var head = workspace.Commit(stated?.Head ?? parse.GetValue(Head)!);
        var judgement = Judgement.Make(parse, workspace, basis, head, new(
            parse.GetValue(Actor) ?? stated?.Actor,
            JudgedClaims.TimeOf(parse.GetValue(MergedAt), head),
            parse.GetValue(asOf) is { } asked ? Workspace.AsOf(asked, null) : null,
            parse.GetValue(FilesAddress) ?? stated?.FilesAddress)
        {
            Approvers = [.. JudgedClaims.Approvals(parse).Concat(stated?.ApprovedBy ?? []).Distinct(StringComparer.Ordinal)],
        });
        if (judgement is null)
        {
            return ExitCode.CannotVerify;
        }

        Write(parse, judgement, format);
        if (folder is not null)
        {
            WriteVerdict(parse, judgement, folder);
        }

        return judgement.Exit;
    }

    // What a publishing job needs: the comment, the figures, and annotations on this step's own log.
    private static void WriteVerdict(ParseResult parse, Judgement judgement, string folder)
    {
        var (review, sheet, filesAddress) = judgement;
        var language = GlobalOptions.LanguageOf(parse, review.Change.Before.Registry.Settings?.Language);
        FileSet.Replace(folder,
        [
            ("review.md", ReportFiles.Text(output => output.Write(ReviewComment.Write(sheet, filesAddress, language)))),
            ("review.json", ReportFiles.Text(output => ReviewJson.Write(output, sheet))),
        ]);
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            GitHubFindings.Write(parse.InvocationConfiguration.Output, [.. review.Policy, .. review.Findings.New], language);
        }
    }

    private static void Write(ParseResult parse, Judgement judgement, string format)
    {
        var (review, sheet, filesAddress) = judgement;
        var output = parse.InvocationConfiguration.Output;
        var language = GlobalOptions.LanguageOf(parse, review.Change.Before.Registry.Settings?.Language);
        switch (format)
        {
            case "markdown":
                output.Write(ReviewComment.Write(sheet, filesAddress, language));
                break;
            case "json":
                ReviewJson.Write(output, sheet);
                break;
            default:
                BlockText.Write(output, ReviewBlocks.BeforeFindings(sheet), language);
                output.WriteLine();
                TextFindings.Write(
                    output,
                    [.. review.Policy, .. review.Findings.New],
                    path => review.Change.After.Lines(path) ?? review.Change.Before.Lines(path),
                    language,
                    ToolVersion.UsesColour(output));
                break;
        }
    }
}
