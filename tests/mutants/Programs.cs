using System.Diagnostics;

namespace OpsRegistry.Mutants;

/// <summary>Starts other programs.</summary>
internal static class Programs
{
    /// <summary>Runs to the end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    /// <returns>What it wrote.</returns>
    public static string Run(string program, IEnumerable<string> arguments, string folder)
    {
        var (exit, output) = Try(program, arguments, folder);
        return exit == 0 ? output : throw new InvalidOperationException($"{program}: {output}");
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>Its exit code and what it wrote.</returns>
    public static (int Exit, string Output) Try(string program, IEnumerable<string> arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
