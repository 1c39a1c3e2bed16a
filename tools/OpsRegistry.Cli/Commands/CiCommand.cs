using System.CommandLine;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Cli.Requests;
using OpsRegistry.Reporting.Reviews;

namespace OpsRegistry.Cli.Commands;

/// <summary>
/// <c>opsreg ci</c>: one call for any CI, with no forge: it judges a change, and leaves the text of the comment, a status and the whole result as files.
/// What posts them, and as whom, is the CI's own affair.
/// </summary>
internal static class CiCommand
{
    private const string CommentName = "comment.md", ReviewName = "review.json";

    private static readonly Option<string> Base = new("--base") { Description = "变更的起点，由它判定（分支、标签、提交号） / what the change starts from and is judged by", HelpName = "revision", DefaultValueFactory = _ => "main" };
    private static readonly Option<string> Head = new("--head") { Description = "变更后的提交 / the changed commit", HelpName = "revision", DefaultValueFactory = _ => "HEAD" };
    private static readonly Option<string> Out = new("--out", "--output", "-o") { Description = "写到哪个文件夹 / folder to write to", HelpName = "folder", DefaultValueFactory = _ => ".artifacts/ci" };
    private static readonly Option<string?> Actor = new("--actor") { Description = "提交变更的平台账号；不写则不核对权限 / the account that makes the change; without it rights are not checked", HelpName = "account" };
    private static readonly Option<string?> MergedAt = new("--merged-at") { Description = "合并时间（带时区），或 commit 取 --head 的提交时间；默认现在 / time of the merge, or 'commit' for the head's own time; now by default", HelpName = "time" };
    private static readonly Option<string?> FilesAddress = new("--files-address") { Description = "评论里链接的网址前缀 / address under which the head's files can be linked", HelpName = "url" };
    private static readonly Option<string> Context = new("--context") { Description = "提交状态的名称 / the status's name", HelpName = "name", DefaultValueFactory = _ => CommentCommand.DefaultContext };

    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var command = new Verb(
            "ci",
            "任何 CI 一步完成：判定变更，写出评论正文、状态和结果，不联系平台；退出码即判定 / one step for any CI: judge a change; write the comment's text, a status and the result; asks no forge; the exit code is the verdict",
            "./opsreg ci --base origin/main --head HEAD --out .artifacts/ci",
            "./opsreg ci --base main --head my-branch --actor their-account --merged-at commit")
        {
            Options = { Base, Head, Out, Actor, JudgedClaims.ApprovedBy, MergedAt, asOf, FilesAddress, Context },
        };
        command.SetAction(parse => Run(parse, asOf));
        return command;
    }

    private static int Run(ParseResult parse, Option<string?> asOf)
    {
        var workspace = Session.Find(parse);
        var (basis, head, folder) = (workspace.Commit(parse.GetValue(Base)!), workspace.Commit(parse.GetValue(Head)!), parse.GetValue(Out)!);
        var judgement = Judgement.Make(parse, workspace, basis, head, new(
            parse.GetValue(Actor),
            JudgedClaims.TimeOf(parse.GetValue(MergedAt), head),
            parse.GetValue(asOf) is { } asked ? Workspace.AsOf(asked, null) : null,
            parse.GetValue(FilesAddress))
        {
            Approvers = JudgedClaims.Approvals(parse),
        });
        var language = GlobalOptions.LanguageOf(parse, judgement?.Review.Change.Before.Registry.Settings?.Language);
        var said = judgement is null ? new Text("无法判定：历史不全", "cannot be judged: the history is cut off") : ReviewSummary.Compose(judgement.Sheet);
        var status = new StatusFile(
            head.Id, parse.GetValue(Context)!, judgement is null ? StatusState.Error : Judgement.StateOf(judgement.Sheet), said.In(language), judgement?.Exit ?? ExitCode.CannotVerify);
        if (judgement is not null)
        {
            ReportFiles.Put(folder, ReviewName, ReportFiles.Text(output => ReviewJson.Write(output, judgement.Sheet)));
        }

        // Where nothing of the registry changes the text is empty, and there is nothing to post.
        ReportFiles.Put(folder, CommentName, ReportFiles.Text(output =>
        {
            if (judgement is not null && judgement.Sheet.SaysSomething())
            {
                output.Write(ReviewComment.Write(judgement.Sheet, judgement.FilesAddress, language));
            }
        }));
        status.Write(folder);
        parse.InvocationConfiguration.Output.WriteLine($"{basis.Short} … {head.Short}  {status.Description}");
        parse.InvocationConfiguration.Output.WriteLine(string.Join("  ", new[] { CommentName, StatusFile.Name, ReviewName }.Where(name => File.Exists(Path.Combine(folder, name))).Select(name => Path.Combine(folder, name))));
        return status.Exit;
    }
}
