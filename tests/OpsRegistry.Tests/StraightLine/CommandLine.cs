using System.Globalization;
using OpsRegistry.Cli;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>Runs the command line in this process.</summary>
public static class CommandLine
{
    /// <summary>Runs it and keeps what it writes.</summary>
    public static Ran Run(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var exit = Application.Run(arguments, output, error);
        return new(exit, output.ToString(), error.ToString());
    }
}

/// <summary>What a run did.</summary>
public sealed record Ran(int Exit, string Output, string Error);
