using System.Diagnostics;
using System.Globalization;

namespace OpsRegistry.Mutants;

/// <summary>A process that has found the tests and runs those that it is asked for.</summary>
internal sealed class TestWorker : IDisposable
{
    private static readonly TimeSpan Finding = TimeSpan.FromMinutes(5);

    private readonly Process process;

    /// <param name="tests">The built tests.</param>
    /// <param name="number">The change that is made from the first moment on; null where none is.</param>
    public TestWorker(string tests, int? number = null)
    {
        var start = new ProcessStartInfo("dotnet", [tests]) { WorkingDirectory = Path.GetDirectoryName(tests), RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["MUTANT"] = (number ?? -1).ToString(CultureInfo.InvariantCulture);
        process = Process.Start(start)!;
        Answer(Finding); // until then no question is timed
    }

    /// <summary>Asks and waits.</summary>
    /// <param name="longest">How long; without bound where nothing is said.</param>
    /// <returns>The words of the answer; none where it ended or did not answer in time, and it can then be asked no more.</returns>
    public string[] Ask(IEnumerable<string> words, TimeSpan? longest = null)
    {
        try
        {
            process.StandardInput.WriteLine(string.Join('\t', words));
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return [];
        }

        return Answer(longest ?? Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private string[] Answer(TimeSpan longest)
    {
        var answer = process.StandardOutput.ReadLineAsync();
        return answer.Wait(longest) && answer.Result is { } line ? line.Split('\t') : [];
    }
}
