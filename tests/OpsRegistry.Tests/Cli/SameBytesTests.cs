using System.Diagnostics;
using System.Text;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>TV25: the same inputs give the same bytes in any time zone and culture, in a process of their own.</summary>
public sealed class SameBytesTests
{
    [Theory]
    [InlineData("clock deadline --start 2026-10-31T17:25 --amount PT60M --window 5x9")]
    [InlineData("clock elapsed --from 2026-10-31T00:00 --to 2026-11-02T00:00 --window 7x24 --format json")]
    [InlineData("sla pingdingshan-2025 --period P1")]
    [InlineData("sla --format json")]
    [InlineData("score pingdingshan-2025 --period P1")]
    [InlineData("due --as-of 2026-02-20 --format ics")]
    public void Zone_and_culture_of_the_machine_change_nothing(string arguments)
    {
        var usual = Run(arguments, []);
        var abroad = Run(arguments, new() { ["TZ"] = "America/New_York", ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" });
        Assert.NotEmpty(usual);
        Assert.Equal(usual, abroad);
    }

    private static string Run(string arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Golden.RepositoryRoot,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "opsreg.dll"));
        foreach (var argument in arguments.Split(' '))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output;
    }
}
