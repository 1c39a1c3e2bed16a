using System.CommandLine;
using System.Text.Json;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Cli.Requests;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Commands;

/// <summary>
/// <c>opsreg comment</c>: writes the result of a review under a request, and its status on the exact commit. It needs neither registry nor git:
/// the job that may write has no checkout.
/// </summary>
internal static class CommentCommand
{
    /// <summary>The name of the status where the command line names no other.</summary>
    public const string DefaultContext = "ops-registry/verdict";

    private const string ReviewName = "review.json", Example = "0123456789abcdef0123456789abcdef01234567";

    private static readonly Option<string?> Request = new("--request") { Description = "opsreg request 与 opsreg review 写的文件夹 / the folder that opsreg request and opsreg review wrote", HelpName = "folder" };
    private static readonly Option<string?> VerdictFile = new("--verdict") { Description = "opsreg review --format json 的输出文件 / the file that opsreg review --format json wrote", HelpName = "file" };
    private static readonly Option<int> Pull = new("--pull") { Description = "合并请求编号 / the request's number", HelpName = "number" };
    private static readonly Option<string?> Head = new("--head") { Description = "提交号，须与结果一致 / the commit; the result must be about it", HelpName = "sha" };
    private static readonly Option<string> Context = new("--context") { Description = "提交状态的名称 / the status's name", HelpName = "name", DefaultValueFactory = _ => DefaultContext };
    private static readonly Option<bool> Dry = new("--dry-run") { Description = "只显示评论，不联系平台 / show the comment, ask no forge" };

    public static Command Create()
    {
        var repository = ForgeOptions.Repository();
        var command = new Verb(
            "comment",
            "把审查结果写成合并请求下的一条评论和提交状态 / write a review's result as the one comment under a request, and as a status",
            $"./opsreg comment --verdict review.json --pull 12 --head {Example} --dry-run",
            "./opsreg comment --request .artifacts/request --repository owner/name",
            "./opsreg comment --request .artifacts/request --forge gitea")
        {
            Options = { Request, VerdictFile, Pull, Head, Context, Dry, repository, ForgeOptions.Forge },
        };
        command.SetAction(parse => Run(parse, repository).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Run(ParseResult parse, Option<string?> repository)
    {
        var language = GlobalOptions.LanguageOf(parse);
        var (file, number, head) = Asked(parse);
        var sheet = Read(file, head, out var problem);
        var body = sheet is null ? null : ReviewComment.Write(sheet, ForgeOptions.FilesAddress(ForgeOptions.Asked(parse), parse.GetValue(repository), head), language);
        if (parse.GetValue(Dry))
        {
            parse.InvocationConfiguration.Output.Write(body ?? "");
            return sheet is null ? Unusable(parse, problem) : ExitCode.Clean;
        }

        using var forge = ForgeOptions.Open(parse, repository);
        if (sheet is null)
        {
            await forge.CreateStatus(new(head, StatusState.Error, parse.GetValue(Context)!, new Text("审查结果不可用", "the review's result cannot be used").In(language), null));
            return Unusable(parse, problem);
        }

        var plan = await CommentPoster.Post(forge, number, head, sheet.SaysSomething() ? body : null);
        var said = sheet.SaysSomething() ? ReviewSummary.Compose(sheet) : new Text("没有涉及登记库的变更", "nothing of the registry changes");
        await forge.CreateStatus(new(head, Judgement.StateOf(sheet), parse.GetValue(Context)!, said.In(language), null));
        parse.InvocationConfiguration.Output.WriteLine(Done(plan).In(language));
        parse.InvocationConfiguration.Output.WriteLine(new Text($"状态：{said.Zh}", $"status: {said.En}").In(language));
        return ExitCode.Clean;
    }

    /// <summary>The file, the request and the commit that the command line means; the workflow's event has the last word on the commit.</summary>
    private static (string File, int Number, string Head) Asked(ParseResult parse)
    {
        var stated = parse.GetValue(Request) is { } folder ? (Folder: folder, File: RequestFile.Read(folder)) : ((string Folder, RequestFile File)?)null;
        var file = parse.GetValue(VerdictFile) ?? (stated is { } from ? Path.Combine(from.Folder, ReviewName) : null);
        var number = stated?.File.Number ?? parse.GetValue(Pull);
        var head = parse.GetValue(Head) ?? stated?.File.Head;
        if (file is null || number <= 0 || !CommitInfo.IsId(head))
        {
            throw new UsageException(new(
                $"须有 --request，或 --verdict、--pull 和 --head（40 位提交号，如 {Example}）",
                $"give --request, or --verdict, --pull and --head (a commit's id of 40 digits such as {Example})"));
        }

        return EventHead() is { } happened && happened != head
            ? throw new UsageException(new($"工作流事件的提交是 {happened}，不是 {head}", $"the workflow's event is about commit {happened}, not {head}"))
            : (file, number, head!);
    }

    /// <summary>The commit that the event of a <c>workflow_run</c> is about; null elsewhere.</summary>
    private static string? EventHead()
    {
        if (Environment.GetEnvironmentVariable("GITHUB_EVENT_NAME") != "workflow_run" || Environment.GetEnvironmentVariable("GITHUB_EVENT_PATH") is not { Length: > 0 } path)
        {
            return null;
        }

        using var happened = JsonDocument.Parse(File.ReadAllBytes(path));
        return happened.RootElement.GetProperty("workflow_run").GetProperty("head_sha").GetString();
    }

    private static ReviewDocument? Read(string file, string head, out Text problem)
    {
        if (new FileInfo(file) is { Exists: true, Length: > ReviewDocumentReader.MostBytes })
        {
            problem = new($"超过 {ReviewDocumentReader.MostBytes} 字节", $"more than {ReviewDocumentReader.MostBytes} bytes");
            return null;
        }

        var sheet = ReviewDocumentReader.Read(File.ReadAllBytes(file), out problem);
        if (sheet is null || sheet.Head == head)
        {
            return sheet;
        }

        problem = new($"它说的是提交 {sheet.Head}，不是 {head}", $"it is about commit {sheet.Head}, not {head}");
        return null;
    }

    private static Text Done(CommentPlan plan) => plan switch
    {
        CommentPlan.Create => new("评论：新写", "comment: written"),
        CommentPlan.Update => new("评论：已更新", "comment: brought up to date"),
        CommentPlan.Leave leave => new($"评论：未动，{leave.Why.Zh}", $"comment: left, {leave.Why.En}"),
        _ => throw new InvalidOperationException("a plan creates, updates or leaves"),
    };

    private static int Unusable(ParseResult parse, Text problem)
    {
        parse.InvocationConfiguration.Error.WriteLine(new Text(
            $"opsreg：审查结果不可用：{problem.Zh}；重新运行审查",
            $"opsreg: the review's result cannot be used: {problem.En}; run the review again").In(GlobalOptions.LanguageOf(parse)));
        return ExitCode.Findings;
    }
}
