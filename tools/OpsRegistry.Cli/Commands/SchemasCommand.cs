using System.CommandLine;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Reporting;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg schemas</c>: the tool's schemas as files, for editors.</summary>
internal static class SchemasCommand
{
    public static Command Create()
    {
        var write = new Option<bool>("--write") { Description = "写入或更新 schemas/ / write or renew schemas/" };
        var command = new Verb(
            "schemas", "登记库里的 schemas/ 是否与程序自带的一致 / whether the registry's schemas/ are those that the tool brings along",
            "./opsreg schemas", "./opsreg schemas --write")
        {
            Options = { write },
        };
        command.SetAction(parse => Run(parse, Session.Find(parse), parse.GetValue(write)));
        return command;
    }

    private static int Run(ParseResult parse, Workspace workspace, bool write)
    {
        var output = parse.InvocationConfiguration.Output;
        var stale = 0;
        foreach (var (name, text) in EmbeddedSchemas.Texts)
        {
            var file = Path.Combine(workspace.Root, "schemas", name);
            if (write ? AtomicFile.Write(file, Encoding.UTF8.GetBytes(text)) : !File.Exists(file) || File.ReadAllText(file).ReplaceLineEndings("\n") != text)
            {
                output.WriteLine("schemas/" + name);
                stale++;
            }
        }

        output.WriteSummary((stale, write) switch
        {
            (0, _) => new("schemas/ 与程序自带的相同", "schemas/ is as the tool brings it"),
            (_, true) => new($"写了 {stale} 个文件", $"{English.Count(stale, "file")} written"),
            (_, false) => new($"{stale} 个文件与程序自带的不同；./opsreg schemas --write 更新", $"unlike the tool's: {English.Count(stale, "file")}; ./opsreg schemas --write renews them"),
        }, GlobalOptions.LanguageOf(parse, null));
        return write || stale == 0 ? ExitCode.Clean : ExitCode.Findings;
    }
}
