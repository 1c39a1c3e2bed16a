using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg import</c>: a filled-in Excel form becomes records, all of them or none.</summary>
internal static class ImportCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "填好的登记表 / the filled-in form", HelpName = "file.xlsx" };
        var write = new Option<bool>("--write") { Description = "把记录写进工作区 / write the records into the work tree" };
        var submitter = new Option<string?>("--submitter") { Description = "提交人的平台账号；不写则不核对权限 / the forge account that sent it; without it rights are not checked", HelpName = "account" };
        var command = new Verb("import", "把填好的 Excel 登记表变成记录 / turn a filled-in Excel form into records", "./opsreg import form.xlsx", "./opsreg import form.xlsx --write")
        {
            Arguments = { file },
            Options = { write, submitter },
        };
        command.SetAction(parse => Run(Session.Open(parse), parse.GetValue(file)!, parse.GetValue(write), parse.GetValue(submitter)));
        return command;
    }

    private static int Run(Session session, string file, bool write, string? submitter)
    {
        if (new FileInfo(file) is { Exists: true, Length: > FilledWorkbook.MaximumBytes })
        {
            throw new UsageException(new($"“{file}”超过 {FilledWorkbook.MaximumBytes / 1024 / 1024} MB，不是登记表", $"'{file}' has more than {FilledWorkbook.MaximumBytes / 1024 / 1024} MB and is no form"));
        }

        var desk = new IntakeContext(new WorkTreeSource(session.Workspace.Root), session.Workspace.Schemas(), []);
        var (rows, complaint) = FilledWorkbook.Read(File.ReadAllBytes(file), desk);
        if (complaint is not null)
        {
            Say(session, file, complaint);
            return ExitCode.Findings;
        }

        if (rows.Count == 0)
        {
            session.Error.WriteLine(new Text($"{file}：没有填写任何一行", $"{file}: no row is filled in").In(session.Language));
            return ExitCode.Findings;
        }

        var receipts = FormReader.ReceiveAll(desk, rows.Select(row => row.Answered).ToList(), submitter);
        var refused = rows.Zip(receipts).Where(pair => pair.Second is FormOutcome.Refused).ToList();
        foreach (var (row, receipt) in refused)
        {
            foreach (var said in ((FormOutcome.Refused)receipt).Complaints)
            {
                Say(session, row.At(said.Label), said);
            }
        }

        if (refused.Count > 0)
        {
            session.Error.WriteLine(new Text($"{rows.Count} 行中有 {refused.Count} 行不合格，没有登记任何一行", $"{refused.Count} of {rows.Count} rows are refused, so none was filed").In(session.Language));
            return ExitCode.Findings;
        }

        foreach (var accepted in receipts.OfType<FormOutcome.Accepted>())
        {
            if (write)
            {
                AtomicFile.Create(Path.Combine(session.Workspace.Root, accepted.Record.Path), Utf8.GetBytes(accepted.Record.Text));
            }

            session.Output.WriteLine(accepted.Record.Path);
            foreach (var remark in accepted.Remarks)
            {
                Say(session, accepted.Record.Name, remark);
            }
        }

        return ExitCode.Clean;
    }

    private static void Say(Session session, string where, FormProblem complaint)
    {
        var label = complaint.Label is null ? "" : $" {complaint.Label}";
        session.Error.WriteLine($"{where}{label}: {complaint.Message.In(session.Language)}");
        session.Error.WriteLine($"  = {complaint.Help.In(session.Language)}");
    }
}
