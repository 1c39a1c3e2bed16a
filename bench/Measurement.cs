using System.Diagnostics;
using System.Globalization;

namespace OpsRegistry.Bench;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">From start to end of the process.</param>
/// <param name="Processor">Processor time of all its threads, as last seen up to 10 ms before its end: what is left to compare on a busy machine.</param>
/// <param name="Peak">The most memory it held, in bytes; 0 where the system does not say.</param>
public sealed record Measurement(TimeSpan Wall, TimeSpan Processor, long Peak)
{
    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program several times and takes the median of each figure.</summary>
    public static Measurement Median(int runs, Func<Measurement> run)
    {
        var all = Enumerable.Range(0, runs).Select(_ => run()).ToList();
        return new(Middle(all.Select(one => one.Wall)), Middle(all.Select(one => one.Processor)), Middle(all.Select(one => one.Peak)));
    }

    /// <summary>Runs a program once; its output is read and thrown away.</summary>
    /// <exception cref="InvalidOperationException">It ended with an exit code that means it did not do its work.</exception>
    public static Measurement Of(string program, IEnumerable<string> arguments, Func<int, bool> isFine)
    {
        var watch = Stopwatch.StartNew();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var (processor, peak) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(Sampling))
        {
            (processor, peak) = Sample(process, processor, peak);
        }

        process.WaitForExit();
        return isFine(process.ExitCode)
            ? new(watch.Elapsed, processor, peak)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    /// <summary>The figures as a row of a table.</summary>
    public string Row(string what, int records, Measurement peer) => string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {Wall.TotalSeconds:0.00} s | {Processor.TotalSeconds:0.00} s | {Peak / 1048576} MB | {(double)Peak / 1024 / records:0.0} KB | {Wall / peer.Wall:0.00} × | {Processor / peer.Processor:0.00} × |");

    private static (TimeSpan Processor, long Peak) Sample(Process process, TimeSpan processor, long peak)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
        }
        catch (InvalidOperationException)
        {
            return (processor, peak); // it has just ended
        }
    }

    private static T Middle<T>(IEnumerable<T> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
