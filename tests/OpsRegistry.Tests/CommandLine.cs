using System.Diagnostics;
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

/// <summary>Runs the command line: within the test's process, or the program that <c>OPSREG_TOOL</c> names, as tests/native does.</summary>
internal static class CommandLine
{
    private static readonly Lazy<string> Checkout = new(Lay);

    /// <summary>A checkout of the five contracts, frozen, and the schemas; nobody writes into it.</summary>
    public static string Root => Checkout.Value;

    /// <summary>Runs it on the five contracts, frozen.</summary>
    public static Outcome Run(params string[] arguments) => RunOn(Root, arguments);

    /// <summary>Runs it on another checkout.</summary>
    public static Outcome RunOn(string root, params string[] arguments) => RunAnywhere([.. arguments, "--root", root]);

    /// <summary>Runs it with these words alone.</summary>
    public static Outcome RunAnywhere(params string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("OPSREG_TOOL") is { Length: > 0 } tool)
        {
            return RunProgram(tool, arguments);
        }

        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = Application.Run(arguments, output, error);
        return new(exit, output.ToString(), error.ToString());
    }

    private static Outcome RunProgram(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPSREG_CALLED_AS"] = "./opsreg";
        using var program = Process.Start(start)!;
        program.StandardInput.Close();
        var error = program.StandardError.ReadToEndAsync();
        var output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return new(program.ExitCode, output, error.Result);
    }

    private static string Lay()
    {
        var registry = TemporaryRegistry.Real();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => registry.Dispose();
        return registry.Root;
    }
}
