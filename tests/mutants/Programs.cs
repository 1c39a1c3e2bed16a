using System.Diagnostics;

namespace OpsRegistry.Mutants;

/// <summary>Starts other programs.</summary>
internal static class Programs
{
    /// <summary>Runs to the end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static void Run(string program, IEnumerable<string> arguments, string folder)
    {
        var (exit, output) = Try(program, arguments, folder);
        if (exit != 0)
        {
            throw new InvalidOperationException($"{program}: {output}");
        }
    }

    /// <summary>Runs to the end, or until its time is over.</summary>
    /// <param name="longest">How long it may run; without bound where nothing is said.</param>
    /// <returns>Its exit code, null where its time was over; and what it wrote.</returns>
    public static (int? Exit, string Output) Try(string program, IEnumerable<string> arguments, string folder, TimeSpan? longest = null, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(longest ?? Timeout.InfiniteTimeSpan))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return (null, "");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
