using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OpsRegistry.Bench;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">From start to end of the process.</param>
/// <param name="Processor">Processor time of the process and all that it started, as the system counted it (user and system): what is left to compare on a busy machine.</param>
/// <param name="Peak">The most memory it held, in bytes; 0 where it was over before anybody looked.</param>
internal sealed partial record Measurement(TimeSpan Wall, TimeSpan Processor, long Peak)
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
        var before = ChildrensTime();
        var watch = Stopwatch.StartNew();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        var errors = "";
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => errors = line.Data ?? errors;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0L;
        while (!process.WaitForExit(Sampling))
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        process.WaitForExit();
        return isFine(process.ExitCode)
            ? new(watch.Elapsed, ChildrensTime() - before, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors}");
    }

    /// <summary>Several runs one after the other as one.</summary>
    public static Measurement Sum(IReadOnlyCollection<Measurement> all) =>
        new(TimeSpan.FromTicks(all.Sum(one => one.Wall.Ticks)), TimeSpan.FromTicks(all.Sum(one => one.Processor.Ticks)), all.Max(one => one.Peak));

    /// <summary>The figures as a row of a table.</summary>
    /// <param name="records">How many records it worked on.</param>
    /// <param name="peer">What is compared with; null for nothing.</param>
    public string Row(string what, int records, Measurement? peer) => string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {Wall.TotalSeconds:0.00} s | {Processor.TotalSeconds:0.00} s | {Peak / 1048576} MB | {(double)Peak / 1024 / records:0.0} KB | {(peer is null ? "" : RatioTo(peer))} |");

    // Two digits that say something, whether it is many times as much or a small part.
    private string RatioTo(Measurement peer) => Processor / peer.Processor is var ratio && ratio < 0.1
        ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.000} ×")
        : string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} ×");

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has just ended
        }
    }

    // Of all children that have ended: exact to the system's clock, where a look at a living process misses its end.
    private static TimeSpan ChildrensTime()
    {
        Span<long> usage = stackalloc long[32];
        return GetResourceUsage(OfChildren, ref usage[0]) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException("the system does not count processor time of children");
    }

    private const int OfChildren = -1;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, ref long usage);

    private static T Middle<T>(IEnumerable<T> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
