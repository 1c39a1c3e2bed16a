using System.CommandLine;
using OpsRegistry.Cli.Requests;
using OpsRegistry.Loading;
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

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var request = new Option<string?>("--request") { Description = "按 ./opsreg request 写的文件夹取两次提交和账号，并把判定写进去 / take commits and account from the folder that ./opsreg request wrote, and write the verdict there", HelpName = "folder" };
        var reportOnly = new Option<bool>("--report-only") { Description = "不论判定如何都以 0 退出 / exit 0 whatever the verdict" };
        var format = new Option<string>("--format", "-f") { Description = "输出格式 / output format", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Verb("review", "比较两次提交：记录、问题、得分与扣款的变化 / compare two commits: records, findings, points and yuan", "./opsreg review --base main --head my-branch", "./opsreg review --base HEAD~1 --merged-at commit --format markdown")
        {
            Options = { Base, Head, asOf, Actor, MergedAt, FilesAddress, format, request, reportOnly },
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
        var git = workspace.Repository!;
        if (git.MergeBase(basis, head) is not { } common)
        {
            if (git.IsShallow)
            {
                parse.InvocationConfiguration.Error.WriteLine(new Text(
                    "opsreg：浅克隆里看不到两次提交的共同历史，无法比较；先运行 git fetch --unshallow",
                    "opsreg: a shallow clone does not hold the common history of the two commits: run git fetch --unshallow first").In(GlobalOptions.LanguageOf(parse, null)));
                return ExitCode.CannotVerify;
            }

            throw new UsageException(new($"{basis.Short} 与 {head.Short} 没有共同历史", $"{basis.Short} and {head.Short} have no history in common"));
        }

        var source = git.SourceOf(basis);
        var schemas = workspace.Schemas(basis);
        var request = new ReviewRequest
        {
            Base = source,
            Head = git.SourceOf(head),
            Files = git.Changes(common, head),
            Schemas = schemas,
            Trees = new TreeCache(CacheFolder.Open(parse, schemas)),
            MergedAt = TimeOf(parse.GetValue(MergedAt), head),
            AsOf = parse.GetValue(asOf) is { } asked ? Workspace.AsOf(asked, null) : null,
            AcceptProvisional = parse.GetValue(GlobalOptions.Provisional),
            Actor = parse.GetValue(Actor) ?? stated?.Actor,
        };
        var review = Reviewer.Review(request);
        var origin = new ReviewOrigin(basis.Id, head.Id) { FilesAddress = parse.GetValue(FilesAddress) ?? stated?.FilesAddress };
        var sheet = ReviewDocumentWriter.From(review, origin);
        Write(parse, review, sheet, origin.FilesAddress, format);
        if (folder is not null)
        {
            WriteVerdict(parse, review, sheet, origin.FilesAddress, folder);
        }

        return review.Verdict == Verdict.Refused ? ExitCode.Findings : review.Uncovered.Count > 0 ? ExitCode.CannotVerify : ExitCode.Clean;
    }

    // What a publishing job needs: the comment, the figures, and annotations on this step's own log.
    private static void WriteVerdict(ParseResult parse, Review review, ReviewDocument sheet, string? filesAddress, string folder)
    {
        var language = GlobalOptions.LanguageOf(parse, review.Change.Before.Registry.Settings);
        ReportFiles.Put(folder, "review.md", ReportFiles.Text(output => output.Write(ReviewMarkdown.Write(sheet, filesAddress, language))));
        ReportFiles.Put(folder, "review.json", ReportFiles.Text(output => ReviewJson.Write(output, sheet)));
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            GitHubFindings.Write(parse.InvocationConfiguration.Output, [.. review.Policy, .. review.Findings.New], language);
        }
    }

    private static void Write(ParseResult parse, Review review, ReviewDocument sheet, string? filesAddress, string format)
    {
        var output = parse.InvocationConfiguration.Output;
        var language = GlobalOptions.LanguageOf(parse, review.Change.Before.Registry.Settings);
        switch (format)
        {
            case "markdown":
                output.Write(ReviewMarkdown.Write(sheet, filesAddress, language));
                break;
            case "json":
                ReviewJson.Write(output, sheet);
                break;
            default:
                ReviewText.Write(output, sheet, text => WriteFindings(text, review, language), language);
                break;
        }
    }

    private static void WriteFindings(TextWriter output, Review review, Language language) => TextFindings.Write(
        output,
        [.. review.Policy, .. review.Findings.New],
        path => review.Change.After.Lines(path) ?? review.Change.Before.Lines(path),
        language,
        ToolVersion.UsesColour(output));

    private static Instant TimeOf(string? asked, CommitInfo head) => asked switch
    {
        null => SystemClock.Instance.GetCurrentInstant(),
        "commit" => head.CommittedAt,
        _ => Workspace.AsOf(asked, null),
    };
}
