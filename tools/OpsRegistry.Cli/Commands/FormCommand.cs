using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg form</c>: a contract's forms as a workbook, for people who fill in records with Excel.</summary>
internal static class FormCommand
{
    public static Command Create()
    {
        var contract = new Argument<string>("contract") { Description = "合同名 / the contract's name" };
        var output = new Option<string?>("--output", "-o") { Description = "写到哪个文件，默认 <合同>-form.xlsx / file to write, <contract>-form.xlsx by default", HelpName = "file" };
        var kinds = new Option<string[]>("--kind") { Description = "只要哪几种，默认各种都有 / these kinds only, every kind by default", HelpName = "kind", AllowMultipleArgumentsPerToken = true };
        var withRecords = new Option<bool>("--with-records") { Description = "把已有的记录填进去，改好再 import / with the records that are there, to be changed and imported again" };
        var command = new Verb(
            "form",
            "生成 Excel 登记表 / write the forms of a contract as a workbook",
            "./opsreg form pingdingshan-2025 -o form.xlsx",
            "./opsreg form pingdingshan-2025 --kind incident --with-records -o incidents.xlsx")
        {
            Arguments = { contract },
            Options = { output, kinds, withRecords },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse, parse.GetValue(contract));
            var folder = session.Contracts(parse.GetValue(contract))[0];
            var desk = new IntakeContext(new WorkTreeSource(session.Workspace.Root), session.Workspace.Schemas(), []);
            var file = parse.GetValue(output) ?? $"{folder.Name}-form.xlsx";
            var forms = Chosen(desk.Forms, parse.GetValue(kinds) ?? []);
            using var buffer = new MemoryStream();
            FormWorkbook.Write(buffer, folder, forms, parse.GetValue(withRecords) ? folder.Records.ToList() : []);
            AtomicFile.Create(Path.GetFullPath(file), buffer.ToArray());
            session.Output.WriteLine(file);
            return ExitCode.Clean;
        });
        return command;
    }

    private static List<IntakeForm> Chosen(IReadOnlyList<IntakeForm> forms, string[] names)
    {
        var wanted = names.SelectMany(name => name.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        foreach (var name in wanted.Where(name => !forms.Any(form => IsNamed(form, name))))
        {
            throw new UsageException(new(
                $"没有种类“{name}”；有：{string.Join('、', forms.Select(form => $"{form.Kind.KebabName}（{form.Kind.Title.Zh}）"))}",
                $"there is no kind '{name}'; there are {string.Join(", ", forms.Select(form => form.Kind.KebabName))}"));
        }

        return forms.Where(form => wanted.Count == 0 || wanted.Exists(name => IsNamed(form, name))).ToList();
    }

    private static bool IsNamed(IntakeForm form, string name) =>
        string.Equals(form.Kind.KebabName, name, StringComparison.OrdinalIgnoreCase) || string.Equals(form.Kind.Name, name, StringComparison.OrdinalIgnoreCase) || form.Kind.Title.Zh == name;
}
