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
        var language = GlobalOptions.Asked(parseResult);
        var both = language is { } one ? SpeakIn(parseResult, one) : [];
        var exit = parseResult.CommandResult.Command is RootCommand root ? InvokeGrouped(parseResult, root, language) : help.Invoke(parseResult);
        foreach (var (symbol, words) in both)
        {
            symbol.Description = words;
        }

        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(language is { } asked ? new Text("示例：", "Examples:").In(asked) : "示例 / Examples:");
            foreach (var example in verb.Examples)
            {
                output.WriteLine("  " + example);
            }
        }

        return exit;
    }

    // The library lists verbs one after the other; people look for them by what they are about.
    private int InvokeGrouped(ParseResult parse, RootCommand root, Language? language)
    {
        var groups = VerbGroups.Of(root);
        var shown = root.Subcommands.Where(verb => !verb.Hidden).ToList();
        shown.ForEach(verb => verb.Hidden = true);
        var exit = help.Invoke(parse);
        shown.ForEach(verb => verb.Hidden = false);
        var (output, width) = (parse.InvocationConfiguration.Output, shown.Max(verb => verb.Name.Length) + 2);
        foreach (var (title, verbs) in groups)
        {
            output.WriteLine(language is { } asked ? title.In(asked) : $"{title.Zh} / {title.En}");
            foreach (var verb in verbs)
            {
                output.WriteLine($"  {verb.Name.PadRight(width)}{verb.Description}");
            }

            output.WriteLine();
        }

        output.WriteLine(language is { } own ? new Text("说明", "Topics").In(own) : "说明 / Topics");
        foreach (var topic in HelpTopics.All)
        {
            output.WriteLine($"  {topic.Name.PadRight(width)}{(language is { } one ? topic.Title.In(one) : $"{topic.Title.Zh} / {topic.Title.En}")}");
        }

        output.WriteLine();
        output.WriteLine((language ?? Language.Zh) == Language.Zh ? "某个命令或某项说明：./opsreg help 名称" : "A command or a topic: ./opsreg help NAME");
        return exit;
    }

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
