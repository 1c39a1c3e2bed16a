using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg form</c>: a contract's forms as a workbook, for people who fill in records with Excel.</summary>
internal static class FormCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = new Argument<string>("contract") { Description = "合同名 / the contract's name" };
        var output = new Option<string?>("--output", "-o") { Description = "写到哪个文件，默认 <合同>-form.xlsx / file to write, <contract>-form.xlsx by default", HelpName = "file" };
        var command = new Verb("form", "生成 Excel 登记表 / write the forms of a contract as a workbook", "./opsreg form pingdingshan-2025 -o form.xlsx")
        {
            Arguments = { contract },
            Options = { output },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            var folder = session.Contracts(parse.GetValue(contract))[0];
            var desk = new IntakeContext(new WorkTreeSource(session.Workspace.Root), session.Workspace.Schemas(), []);
            var file = parse.GetValue(output) ?? $"{folder.Name}-form.xlsx";
            using var buffer = new MemoryStream();
            FormWorkbook.Write(buffer, folder, desk.Forms);
            AtomicFile.Create(Path.GetFullPath(file), buffer.ToArray());
            session.Output.WriteLine(file);
            return ExitCode.Clean;
        });
        return command;
    }
}
