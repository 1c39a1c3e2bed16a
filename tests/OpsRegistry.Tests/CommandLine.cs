using OpsRegistry.Cli;

namespace OpsRegistry.Tests;

/// <summary>What a command line did.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Outcome(int Exit, string Output, string Error)
{
    public string[] Lines => Output.Split('\n');
}

/// <summary>Runs the command line within the test's process.</summary>
internal static class CommandLine
{
    /// <summary>Runs it on the repository's own registry.</summary>
    public static Outcome Run(params string[] arguments) => RunOn(Golden.RepositoryRoot, arguments);

    /// <summary>Runs it on another checkout.</summary>
    public static Outcome RunOn(string root, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = Application.Run([.. arguments, "--root", root], output, error);
        return new(exit, output.ToString(), error.ToString());
    }
}
