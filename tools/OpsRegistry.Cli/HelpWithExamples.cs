using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

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

    public override int Invoke(ParseResult parseResult)
    {
        var exit = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("示例 / Examples:");
            foreach (var example in verb.Examples)
            {
                output.WriteLine("  " + example);
            }
        }

        return exit;
    }
}
