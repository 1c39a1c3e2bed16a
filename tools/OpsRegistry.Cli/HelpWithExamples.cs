using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OpsRegistry.Loading.Schemas;

namespace OpsRegistry.Cli;

/// <summary>The library's help with the verb's examples below it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly SynchronousCommandLineAction help;

    private HelpWithExamples(SynchronousCommandLineAction help)
    {
        this.help = help;
    }

    /// <summary>Puts the examples under the help of every verb.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>().Where(option => option.Action is SynchronousCommandLineAction))
        {
            option.Action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!);
        }
    }

    /// <summary>Who asks for help gets it, whatever else is missing on the line.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var (configuration, asked) = (parseResult.InvocationConfiguration, GlobalOptions.Asked(parseResult));
        var (language, output) = (asked ?? Language.Zh, configuration.Output);
        using var library = new StringWriter { NewLine = "\n" };
        configuration.Output = library;
        var both = SpeakIn(parseResult, language);
        var exit = parseResult.CommandResult.Command is RootCommand root ? InvokeGrouped(parseResult, root, language, library) : help.Invoke(parseResult);
        foreach (var (symbol, words) in both)
        {
            symbol.Description = words;
        }

        configuration.Output = output;
        output.Write(language == Language.Zh ? InChinese(library.ToString()) : library.ToString());
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            output.WriteLine(new Text("示例：", "Examples:").In(language));
            foreach (var example in verb.Examples)
            {
                output.WriteLine("  " + example);
            }
        }

        if (asked is null)
        {
            output.WriteLine();
            output.WriteLine("In English: --help --lang en");
        }

        return exit;
    }

    // The library lists verbs one after the other; people look for them by what they are about.
    private int InvokeGrouped(ParseResult parse, RootCommand root, Language language, StringWriter output)
    {
        var groups = VerbGroups.Of(root);
        var shown = root.Subcommands.Where(verb => !verb.Hidden).ToList();
        shown.ForEach(verb => verb.Hidden = true);
        var exit = help.Invoke(parse);
        shown.ForEach(verb => verb.Hidden = false);
        var width = shown.Max(verb => verb.Name.Length) + 2;
        foreach (var (title, verbs) in groups)
        {
            output.WriteLine(title.In(language));
            foreach (var verb in verbs)
            {
                output.WriteLine($"  {verb.Name.PadRight(width)}{verb.Description}");
            }

            output.WriteLine();
        }

        output.WriteLine(new Text("说明", "Topics").In(language));
        foreach (var topic in HelpTopics.All)
        {
            output.WriteLine($"  {topic.Name.PadRight(width)}{topic.Title.In(language)}");
        }

        output.WriteLine();
        output.WriteLine(new Text("手册", "The book").In(language));
        output.WriteLine("  " + string.Join("  ", Handbook.Pages.Keys.Select(Path.GetFileNameWithoutExtension).Where(page => root.Subcommands.All(verb => verb.Name != page))) + "  rules");
        output.WriteLine();
        output.WriteLine(new Text("某个命令、某项说明或手册的一页：./opsreg help 名称", "A command, a topic or a page of the book: ./opsreg help NAME").In(language));
        return exit;
    }

    // The library's own words are English; its headings stand alone on their lines.
    private static string InChinese(string help) => string.Join('\n', help.Split('\n').Select(line => line switch
    {
        "Description:" => "说明：",
        "Usage:" => "用法：",
        "Arguments:" => "参数：",
        "Options:" => "选项：",
        "Commands:" => "命令：",
        _ => line.Replace("[options]", "[选项]", StringComparison.Ordinal).Replace("[command]", "[命令]", StringComparison.Ordinal)
            .Replace("[default:", "[默认：", StringComparison.Ordinal).Replace("(REQUIRED)", "（必填）", StringComparison.Ordinal)
            .Replace("Show help and usage information", "显示帮助", StringComparison.Ordinal).Replace("Show version information", "显示版本", StringComparison.Ordinal),
    }));

    /// <summary>Leaves of every description the language asked for.</summary>
    /// <returns>What stood there before.</returns>
    private static List<(Symbol Symbol, string? Words)> SpeakIn(ParseResult parse, Language language)
    {
        var command = parse.CommandResult.Command;
        var said = command.Options.Cast<Symbol>().Concat(command.Arguments).Concat(command.Subcommands).Concat(parse.RootCommandResult.Command.Options).Append(command)
            .Distinct().Select(symbol => (symbol, symbol.Description)).ToList();
        foreach (var (symbol, words) in said)
        {
            symbol.Description = words is null ? null : SchemaWords.Title(words).In(language);
        }

        return said;
    }
}
