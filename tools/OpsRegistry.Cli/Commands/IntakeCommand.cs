using System.CommandLine;
using System.Text;
using OpsRegistry.Intake;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg intake</c>: the text of an issue that a form made becomes a record, or an answer in plain words.</summary>
public static class IntakeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "议题内容（Markdown）；- 为标准输入 / the issue's text (Markdown); - for standard input", HelpName = "file" };
        var write = new Option<bool>("--write") { Description = "把记录写进工作区 / write the record into the work tree" };
        var submitter = new Option<string?>("--submitter") { Description = "提交人的平台账号；不写则不核对权限 / the forge account that sent it; without it rights are not checked", HelpName = "account" };
        var command = new Verb(
            "intake",
            "把登记表（议题）变成记录 / turn a filled-in form (an issue) into a record",
            "./opsreg intake issue.md",
            "./opsreg intake issue.md --write")
        {
            Arguments = { file },
            Options = { write, submitter },
        };
        command.SetAction(parse => Run(Session.Open(parse), parse.GetValue(file)!, parse.GetValue(write), submitter));
        return command;
    }

    private static int Run(Session session, string file, bool write, Option<string?> submitter)
    {
        var body = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
        var workspace = session.Workspace;
        switch (Receiver.Receive(new(new WorkTreeSource(workspace.Root), workspace.Schemas(), []), body, session.Parse.GetValue(submitter)))
        {
            case Receipt.Refused refused:
                Say(session, refused.Complaints, session.Output);
                return ExitCode.Findings;
            case Receipt.Accepted accepted when write:
                AtomicFile.Write(Path.Combine(workspace.Root, accepted.Record.Path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(accepted.Record.Text));
                session.Output.WriteLine(accepted.Record.Path);
                Say(session, accepted.Remarks, session.Error);
                return ExitCode.Clean;
            case Receipt.Accepted accepted:
                session.Output.Write(accepted.Record.Text);
                Say(session, accepted.Remarks, session.Error);
                return ExitCode.Clean;
            default:
                throw new InvalidOperationException("a receipt is accepted or refused");
        }
    }

    private static void Say(Session session, IEnumerable<Complaint> complaints, TextWriter output)
    {
        foreach (var complaint in complaints)
        {
            var label = complaint.Label is null ? "" : complaint.Label + (session.Language == Language.Zh ? "：" : ": ");
            output.WriteLine($"{label}{complaint.Message.In(session.Language)}");
            output.WriteLine($"  = {complaint.Help.In(session.Language)}");
        }
    }
}
