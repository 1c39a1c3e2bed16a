using System.CommandLine;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Cli.Requests;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg request</c>: finds the request that an event is about and fetches its objects, checking nothing out.</summary>
internal static class RequestCommand
{
    private const string TrailerOfSubmitter = "Submitted-by: ";

    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { Description = "写到哪个文件夹 / folder to write to", HelpName = "folder", DefaultValueFactory = _ => ".artifacts/request" };
        var command = new Verb(
            "request",
            "找到工作流事件所指的合并请求，取回其对象（不检出） / find the request that a workflow's event is about and fetch its objects (nothing is checked out)",
            "GITHUB_EVENT_PATH=event.json ./opsreg request --output .artifacts/request",
            "OPSREG_PULL_REQUEST=12 GITHUB_EVENT_PATH=event.json ./opsreg request && ./opsreg review --request .artifacts/request",
            "OPSREG_PULL_REQUEST=12 ./opsreg request --forge gitlab")
        {
            Options = { output, ForgeOptions.Forge },
        };
        command.SetAction(parse => Run(parse, parse.GetValue(output)!, Environment.GetEnvironmentVariable, ForgeOptions.Open));
        return command;
    }

    /// <summary>Runs the verb.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="open">Opens the forge, where there is a token.</param>
    public static int Run(ParseResult parse, string folder, Func<string, string?> variable, Func<ForgeSettings, IForge> open)
    {
        var workspace = Session.Find(parse);
        var happened = WorkflowEvent.Read(variable, ForgeOptions.Asked(parse));
        var remote = new RemoteObjects(workspace.Root, happened.Forge, happened.Server, happened.Token);
        var basis = workspace.Commit("HEAD");
        using var forge = happened.Token is null ? null : open(ForgeSettings.Read(variable, null, ForgeOptions.Asked(parse)));
        if ((happened.PullRequest ?? Found(forge, remote, happened.HeadSha)) is not { } number)
        {
            throw new UsageException(new("事件没有指明合并请求，也没有合并请求停在它的提交上", "the event names no request, and none ends at its commit"));
        }

        var head = remote.FetchHead(number);
        if (happened.HeadSha is { } expected && expected != head)
        {
            parse.InvocationConfiguration.Error.WriteLine(new Text(
                $"opsreg：合并请求 #{number} 已经更新，由更新触发的运行来判定",
                $"opsreg: request #{number} has moved on; the run that its update started judges it").In(GlobalOptions.LanguageOf(parse)));
            return ExitCode.CannotVerify;
        }

        var author = happened.Author ?? forge?.GetPullRequest(number).GetAwaiter().GetResult().Author;
        if (forge is not null && remote.RequestsAt(head).Where(other => other < number).Select(Asked(forge)).FirstOrDefault(other => other.IsOpen && other.Author != author) is { } first)
        {
            parse.InvocationConfiguration.Error.WriteLine(new Text(
                $"opsreg：#{number} 与 {first.Author} 先开的 #{first.Number} 停在同一提交，状态属于 #{first.Number}，不另作判定；请在 #{number} 上另做一次提交（git commit --amend）",
                $"opsreg: #{number} ends at the commit of #{first.Number}, which {first.Author} opened before; the status is that of #{first.Number} and is not judged anew. Give #{number} a commit of its own (git commit --amend)").In(GlobalOptions.LanguageOf(parse, null)));
            return ExitCode.CannotVerify;
        }

        var request = new RequestFile(number, basis.Id, head, Answering(author, variable("OPSREG_LOGIN"), workspace, remote, basis.Id, head), happened.Repository is { } repository ? happened.Forge.FilesAddress(variable, repository, head) : null)
        {
            ApprovedBy = forge?.GetApprovals(number, head).GetAwaiter().GetResult() ?? [],
        };
        request.Write(folder);
        parse.InvocationConfiguration.Output.WriteLine($"#{number} {basis.Short} … {head[..12]} {request.Actor ?? "?"}");
        return ExitCode.Clean;
    }

    // A status belongs to a commit: of several requests that end at it the first that is open has it.
    private static int? Found(IForge? forge, RemoteObjects remote, string? head)
    {
        var numbers = CommitInfo.IsId(head) ? remote.RequestsAt(head!) : [];
        return numbers.Count < 2 ? (numbers.Count == 0 ? null : numbers[0])
            : forge is null ? throw new UsageException(new(
                $"有 {numbers.Count} 个合并请求停在 {head}：用 OPSREG_PULL_REQUEST 指明是哪一个", $"{numbers.Count} requests end at {head}: say in OPSREG_PULL_REQUEST which is meant"))
            : numbers.Select(Asked(forge)).FirstOrDefault(request => request.IsOpen)?.Number;
    }

    private static Func<int, PullRequest> Asked(IForge forge) => number => forge.GetPullRequest(number).GetAwaiter().GetResult();

    // A request that the counter opened answers for the account that sent the form, as long as nothing was added to the counter's one commit.
    private static string? Answering(string? author, string? login, Workspace workspace, RemoteObjects remote, string basis, string head)
    {
        var commit = workspace.Commit(head);
        return author == (login is { Length: > 0 } ? login : IntakeReply.Login) && commit.Parents.Count == 1 && workspace.Repository!.Holds(workspace.Commit(basis), commit.Parents[0]) && remote.IsOwnBranch(IntakeRequest.BranchFolder, head)
            ? remote.Message(head).LastOrDefault(line => line.StartsWith(TrailerOfSubmitter, StringComparison.Ordinal))?[TrailerOfSubmitter.Length..].Trim() ?? author
            : author;
    }
}
