using System.CommandLine;
using OpsRegistry.Cli.Intake;
using OpsRegistry.Intake;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg import</c>: a filled-in Excel form becomes records, all of them or none, and goes back with what became of each row.</summary>
internal static class ImportCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "填好的登记表；也可以是一张表另存的 CSV / the filled-in form, or a sheet of it saved as CSV", HelpName = "file.xlsx|file.csv" };
        var write = new Option<bool>("--write") { Description = "把记录写进工作区 / write the records into the work tree" };
        var annotate = new Option<string?>("--annotate") { Description = "把登记表还给填表人：标出要改的格，批注里写明怎样改 / give the form back with the cells to mend coloured and commented", HelpName = "file.xlsx" };
        var contract = new Option<string?>("--contract") { Description = "合同名，用于看不出合同的工作簿和 CSV / the contract, for a workbook that does not say it and for CSV", HelpName = "contract" };
        var submitter = new Option<string?>("--submitter") { Description = "提交人的平台账号；不写则不核对权限 / the forge account that sent it; without it rights are not checked", HelpName = "account" };
        var into = new Option<string?>("--base") { Description = "双方合并进去的分支，默认主分支 / the branch that the parties merge into, the main branch by default", HelpName = "revision" };
        var evidence = new Option<string?>("--evidence") { Description = "随表交来的证明材料：文件夹或 zip；登记表“证据”一栏写文件名 / the proofs that come with the form, in a folder or a zip; its column of evidence names the files", HelpName = "folder|zip" };
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb(
            "import",
            "把填好的 Excel 登记表变成记录 / turn a filled-in Excel form into records",
            "./opsreg import form.xlsx",
            "./opsreg import form.xlsx --annotate answer.xlsx",
            "./opsreg import form.xlsx --evidence proofs.zip --write",
            "./opsreg import roster.csv --contract pingdingshan-2025",
            "./opsreg import form.xlsx --write --annotate answer.xlsx --format json")
        {
            Arguments = { file },
            Options = { write, evidence, annotate, contract, submitter, into, format },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            var bytes = ReadForm(parse.GetValue(file)!);
            var desk = FormDesk.Open(session, parse, parse.GetValue(into), [.. HandedIn(parse.GetValue(evidence))]);
            var result = ImportResult.Read(desk, bytes, parse.GetValue(contract), parse.GetValue(submitter));
            var isWritten = parse.GetValue(write) && !result.IsRefused;
            if (isWritten)
            {
                Write(session.Workspace.Root, result.Files, desk.Proofs!.Taken);
            }

            foreach (var name in desk.Proofs!.Unnamed)
            {
                session.Error.WriteLine(new Text($"没有一行写到文件“{name}”，没有收", $"no row names the file '{name}'; it was not taken").In(session.Language));
            }

            if (parse.GetValue(annotate) is { } answer)
            {
                GiveBack(session, bytes, result, isWritten, answer);
            }

            if (parse.GetValue(format) == "json")
            {
                JsonOutput.Write(session.Output, ImportDocument.Of(result, isWritten));
            }
            else
            {
                Tell(session, parse.GetValue(file)!, result, isWritten);
            }

            return result.IsRefused ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static IReadOnlyList<HandedFile> HandedIn(string? path)
    {
        if (path is null)
        {
            return [];
        }

        var (files, refusal) = HandedFiles.Read(Path.GetFullPath(path), RegistryLoader.MaximumEvidenceBytes, unpacks: true);
        return refusal is { } why ? throw new UsageException(why) : files;
    }

    /// <summary>The bytes of a form, or of a table of the size of one.</summary>
    /// <exception cref="UsageException">There is no such file, or it is larger than any form.</exception>
    public static byte[] ReadForm(string file) => new FileInfo(file) switch
    {
        { Exists: false } => throw new UsageException(new($"没有文件“{file}”", $"there is no file '{file}'")),
        { Length: > FilledWorkbook.MaximumBytes } => throw new UsageException(new($"“{file}”超过 {FilledWorkbook.MaximumBytes / 1024 / 1024} MB，不是登记表", $"'{file}' has more than {FilledWorkbook.MaximumBytes / 1024 / 1024} MB and is no form")),
        var found => File.ReadAllBytes(found.FullName),
    };

    /// <summary>Writes every file or none.</summary>
    private static void Write(string root, IReadOnlyList<ReceivedRecord> files, IReadOnlyDictionary<string, byte[]?> proofs)
    {
        using var set = FileSet.Open(root);
        foreach (var (path, bytes) in proofs.Where(proof => proof.Value is not null))
        {
            set.StageNew(path, bytes!);
        }

        // A file that is there is one that its own row changes.
        foreach (var file in files)
        {
            set.Stage(file.Path, Utf8.GetBytes(file.Text));
        }

        set.Commit();
    }

    private static void GiveBack(Session session, byte[] form, ImportResult result, bool isWritten, string answer)
    {
        if (AnnotatedForm.Write(form, result, isWritten) is not { } marked)
        {
            session.Error.WriteLine(new Text("这个文件里写不了批注，见下面的说明", "this file cannot bear comments; see below").In(session.Language));
            return;
        }

        AtomicFile.Write(Path.GetFullPath(answer), marked);
        session.Error.WriteLine(new Text($"答复写在 {answer}", $"the answer is {answer}").In(session.Language));
    }

    private static void Tell(Session session, string file, ImportResult result, bool isWritten)
    {
        foreach (var complaint in result.Complaints)
        {
            Say(session, complaint.At.Length == 0 ? file : complaint.At, complaint.Problem);
        }

        if (result.IsRefused)
        {
            session.Error.WriteLine(result.Rows.Count == 0
                ? ImportWords.Whole(result, isWritten).In(session.Language)
                : new Text(
                    $"{result.Rows.Count} 行中有 {Refused(result)} 行不合格，没有登记任何一行", $"{Refused(result)} of {result.Rows.Count} rows are refused, so none was filed").In(session.Language));
            return;
        }

        foreach (var (row, outcome) in result.Rows)
        {
            foreach (var path in outcome.Files.Select(written => written.Path))
            {
                session.Output.WriteLine(path);
            }

            if (outcome is FormOutcome.AlreadyFiled or FormOutcome.Changed)
            {
                session.Error.WriteLine($"{row.Sheet}!{row.Row}:{row.Row}: {ImportWords.Of(outcome, isRefused: false, isWritten).In(session.Language)}");
            }
        }

        foreach (var remark in result.Remarks)
        {
            Say(session, remark.At, remark.Problem);
        }

        if (result.Rows.Any(row => row.Outcome is not FormOutcome.Accepted))
        {
            session.Error.WriteLine(ImportWords.Whole(result, isWritten).In(session.Language));
        }
    }

    private static int Refused(ImportResult result) => result.Rows.Count(row => row.Outcome is FormOutcome.Refused) + result.Book.Complaints.Count;

    private static void Say(Session session, string where, FormProblem complaint)
    {
        var label = complaint.Label is null ? "" : $" {complaint.Label}";
        session.Error.WriteLine($"{where}{label}: {complaint.Message.In(session.Language)}");
        session.Error.WriteLine($"  = {complaint.Help.In(session.Language)}");
    }
}
