using System.CommandLine;
using OpsRegistry.Reporting;
using OpsRegistry.Templates;

namespace OpsRegistry.Cli.Commands;

/// <summary>
/// <c>opsreg calendars</c> and <c>opsreg templates</c>: what the tool brings along for a registry to keep as its own. What a registry has written there
/// itself is never overwritten; schemas, which are a copy for editors, have <see cref="SchemasCommand"/>.
/// </summary>
internal static class KeptFilesCommands
{
    private const string Calendars = "ops-registry/calendars/";

    /// <summary>The verb for working calendars, which a registry must hold: figures rest on them.</summary>
    public static Command CreateCalendars() => Create(
        "calendars", "程序自带哪些年的工作日历，登记库里有没有 / the years of the working calendar that the tool brings along, and whether the registry has them",
        () => InitCommand.Files().Where(file => file.Key.StartsWith(Calendars, StringComparison.Ordinal)));

    /// <summary>The verb for layouts of documents, which a registry may hold: the tool's own serve where it has none.</summary>
    public static Command CreateTemplates() => Create(
        "templates", "程序自带的文书模板；写进登记库后即可改成本单位的版式 / the layouts of documents that the tool brings along; written into the registry they are yours to edit",
        () => EmbeddedTemplates.Texts.Select(file => KeyValuePair.Create(EmbeddedTemplates.Folder + file.Key, file.Value)));

    private static Verb Create(string name, string description, Func<IEnumerable<KeyValuePair<string, string>>> files)
    {
        var write = new Option<bool>("--write") { Description = "写入登记库里还没有的，已有的一律不动 / write those that the registry does not have; what it has stays as it is" };
        var command = new Verb(name, description, $"./opsreg {name}", $"./opsreg {name} --write") { Options = { write } };
        command.SetAction(parse => Run(parse, files(), parse.GetValue(write)));
        return command;
    }

    private static int Run(ParseResult parse, IEnumerable<KeyValuePair<string, string>> files, bool write)
    {
        var root = Session.Find(parse).Root;
        var language = GlobalOptions.LanguageOf(parse, null);
        var count = 0;
        foreach (var (path, text) in files)
        {
            count++;
            var file = Path.Combine(root, path);
            var state = !File.Exists(file) ? write ? new Text("已写入", "written") : new Text("没有", "not there")
                : File.ReadAllText(file).ReplaceLineEndings("\n") == text ? new Text("与程序自带的相同", "as the tool brings it")
                : new Text("本库自己的", "the registry's own");
            if (write && !File.Exists(file))
            {
                AtomicFile.Create(file, Encoding.UTF8.GetBytes(text));
            }

            parse.InvocationConfiguration.Output.WriteLine($"{path}  {state.In(language)}");
        }

        parse.InvocationConfiguration.Output.WriteSummary(SummaryWords.Files(count), language);

        return ExitCode.Clean;
    }
}
