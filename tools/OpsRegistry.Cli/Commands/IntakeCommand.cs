using System.CommandLine;
using OpsRegistry.Cli.Intake;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Intake;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg intake</c>: the text of an issue that a form made becomes a record, or an answer in plain words.</summary>
internal static class IntakeCommand
{
    private const string AnswerName = "answer.xlsx";

    private static readonly Argument<string?> Issue = new("file") { Description = "议题内容（Markdown）；- 为标准输入 / the issue's text (Markdown); - for standard input", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Write = new("--write") { Description = "把记录写进工作区 / write the record into the work tree" };
    private static readonly Option<string?> Submitter = new("--submitter") { Description = "提交人的平台账号；不写则不核对权限 / the forge account that sent it; without it rights are not checked", HelpName = "account" };
    private static readonly Option<bool> Event = new("--event") { Description = "读工作流事件里的议题，只写计划，不动平台 / read the issue of a workflow's event and write a plan; the forge is not touched" };
    private static readonly Option<string> Output = new("--output", "-o") { Description = "计划写到哪个文件夹 / folder for the plan", HelpName = "folder", DefaultValueFactory = _ => ".artifacts/intake" };
    private static readonly Option<string?> Apply = new("--apply") { Description = "照计划建分支、合并请求和答复；不读登记库 / do what a plan says: branch, request, answer; reads no registry", HelpName = "folder" };

    public static Command Create()
    {
        var command = new Verb(
            "intake",
            "把登记表（议题）变成记录 / turn a filled-in form (an issue) into a record",
            "./opsreg intake issue.md",
            "./opsreg intake issue.md --write",
            "GITHUB_EVENT_PATH=event.json ./opsreg intake --event --output .artifacts/intake",
            "./opsreg intake --apply .artifacts/intake")
        {
            Arguments = { Issue },
            Options = { Write, Submitter, Event, Output, Apply, ForgeOptions.Forge },
        };
        command.SetAction(parse => Run(parse));
        return command;
    }

    private static int Run(ParseResult parse)
    {
        if (parse.GetValue(Apply) is { } folder)
        {
            using var forge = ForgeOptions.Open(ForgeSettings.Read(Environment.GetEnvironmentVariable, null, ForgeOptions.Asked(parse)));
            return Done(parse, IntakeWork.Do(IntakePlan.Read(folder), forge).GetAwaiter().GetResult());
        }

        if (parse.GetValue(Event))
        {
            return Plan(parse, WorkflowEvent.Read(Environment.GetEnvironmentVariable, ForgeOptions.Asked(parse)));
        }

        return parse.GetValue(Issue) is { } file
            ? Show(Session.Open(parse), file)
            : throw new UsageException(new("写明议题内容的文件，或用 --event、--apply", "name the file with the issue's text, or use --event or --apply"));
    }

    private static int Plan(ParseResult parse, WorkflowEvent happened)
    {
        if (!IssueBody.IsForm(happened.IssueBody) && FormAttachment.Find(happened.IssueBody, happened.Server, happened.Repository) is { } attached)
        {
            return PlanAttached(parse, happened, attached);
        }

        if (!IssueBody.IsForm(happened.IssueBody))
        {
            parse.InvocationConfiguration.Output.WriteLine(new Text("不是登记表，不处理", "not a form, nothing to do").In(GlobalOptions.LanguageOf(parse)));
            return ExitCode.Clean;
        }

        var workspace = Session.Find(parse);
        var desk = new IntakeContext(new WorkTreeSource(workspace.Root), workspace.Schemas(), Pending(workspace, happened.Issue ?? 0)) { Cache = workspace.Results(null, parse) };
        var plan = IntakePlan.Decide(FormReader.Receive(desk, happened.IssueBody, happened.IssueAuthor ?? ""), happened);
        return Planned(parse, plan);
    }

    // The file goes back beside the plan: the workflow keeps the folder, and the answer says where.
    private static int PlanAttached(ParseResult parse, WorkflowEvent happened, FormAttachment attached)
    {
        var (bytes, complaint) = attached.Download(Environment.GetEnvironmentVariable).GetAwaiter().GetResult();
        if (bytes is null)
        {
            return Planned(parse, IntakePlan.Refuse(complaint!, happened));
        }

        var workspace = Session.Find(parse);
        var desk = new IntakeContext(new WorkTreeSource(workspace.Root), workspace.Schemas(), Pending(workspace, happened.Issue ?? 0)) { Cache = workspace.Results(null, parse) };
        var result = ImportResult.Read(desk, bytes, null, happened.IssueAuthor ?? "");
        var answer = AnnotatedForm.Write(bytes, result, isWritten: result.Files.Count > 0);
        if (answer is not null)
        {
            AtomicFile.Write(Path.Combine(parse.GetValue(Output)!, AnswerName), answer);
        }

        return Planned(parse, IntakePlan.Decide(result, happened, answer is null ? null : happened.RunAddress));
    }

    private static int Planned(ParseResult parse, IntakePlan plan)
    {
        plan.Write(parse.GetValue(Output)!);
        foreach (var line in plan.Filing?.Files.Select(file => file.Path) ?? [plan.Reply])
        {
            parse.InvocationConfiguration.Output.WriteLine(line);
        }

        return ExitCode.Clean;
    }

    // Records on the counter's other branches that are not merged yet.
    private static List<string> Pending(Workspace workspace, int issue)
    {
        var git = workspace.Repository;
        return git?.Head is not { } head ? [] :
            (from branch in git.RemoteBranches("origin", IntakeRequest.BranchFolder)
             where !branch.Name.StartsWith(IntakeRequest.BranchOf(issue), StringComparison.Ordinal)
             from change in git.Changes(git.MergeBase(head, branch.Tip), branch.Tip)
             where change.After is not null
             select change.Path).ToList();
    }

    // The next job asks for the number by the file that the forge names.
    private static int Done(ParseResult parse, int? number)
    {
        if (number is { } filed)
        {
            parse.InvocationConfiguration.Output.WriteLine($"#{filed}");
            if (Environment.GetEnvironmentVariable("GITHUB_OUTPUT") is { Length: > 0 } outputs)
            {
                File.AppendAllText(outputs, string.Create(CultureInfo.InvariantCulture, $"number={filed}\n"));
            }
        }

        return ExitCode.Clean;
    }

    private static int Show(Session session, string file)
    {
        var body = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
        var workspace = session.Workspace;
        switch (FormReader.Receive(new(new WorkTreeSource(workspace.Root), workspace.Schemas(), []), body, session.Parse.GetValue(Submitter)))
        {
            case FormOutcome.Refused refused:
                Say(session, refused.Complaints, session.Output);
                return ExitCode.Findings;
            case FormOutcome.Accepted accepted:
                Keep(session, accepted.Record);
                Say(session, accepted.Remarks, session.Error);
                return ExitCode.Clean;
            case FormOutcome.AlreadyFiled known:
                session.Output.WriteLine(known.Path);
                session.Error.WriteLine(ImportWords.Of(known, isRefused: false, isWritten: false).In(session.Language));
                return ExitCode.Clean;
            case FormOutcome.Changed: // an issue names no record
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Keep(Session session, ReceivedRecord record)
    {
        if (!session.Parse.GetValue(Write))
        {
            session.Output.Write(record.Text);
            return;
        }

        FileSet.Create(session.Workspace.Root, [(record.Path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(record.Text))]);
        session.Output.WriteLine(record.Path);
    }

    private static void Say(Session session, IEnumerable<FormProblem> complaints, TextWriter output)
    {
        foreach (var complaint in complaints)
        {
            var label = complaint.Label is null ? "" : complaint.Label + (session.Language == Language.Zh ? "：" : ": ");
            output.WriteLine($"{label}{complaint.Message.In(session.Language)}");
            output.WriteLine($"  = {complaint.Help.In(session.Language)}");
        }
    }
}
