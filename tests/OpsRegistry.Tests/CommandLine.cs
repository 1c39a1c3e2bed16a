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
    private static readonly Lazy<string> Checkout = new(Lay);

    /// <summary>A checkout of the five contracts, frozen, and the schemas; nobody writes into it.</summary>
    public static string Root => Checkout.Value;

    /// <summary>Runs it on the five contracts, frozen.</summary>
    public static Outcome Run(params string[] arguments) => RunOn(Root, arguments);

    /// <summary>Runs it on another checkout.</summary>
    public static Outcome RunOn(string root, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = Application.Run([.. arguments, "--root", root], output, error);
        return new(exit, output.ToString(), error.ToString());
    }

    private static string Lay()
    {
        var registry = TemporaryRegistry.Real();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => registry.Dispose();
        return registry.Root;
    }
}
