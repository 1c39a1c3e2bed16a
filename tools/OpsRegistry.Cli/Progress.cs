using System.Diagnostics;

namespace OpsRegistry.Cli;

/// <summary>Says how far long work has come and how long it will still take, on a terminal; nothing where output is piped or quiet is asked for.</summary>
internal static class Progress
{
    /// <summary>Does the work item by item.</summary>
    public static void Over<TItem>(Session session, IReadOnlyList<TItem> items, Func<TItem, string> nameOf, Action<TItem> work) => Show(session, items.Count, line =>
    {
        foreach (var item in items)
        {
            work(item);
            line.Advance(nameOf(item));
        }
    });

    /// <summary>Does the work on several items at once.</summary>
    public static void OverAtOnce<TItem>(Session session, IReadOnlyList<TItem> items, Func<TItem, string> nameOf, Action<TItem> work) => Show(session, items.Count, line => AtOnce.Over(items, item =>
    {
        work(item);
        line.Advance(nameOf(item));
    }));

    private static void Show(Session session, int count, Action<ProgressLine> work)
    {
        var isSeen = !Console.IsErrorRedirected && !session.Parse.GetValue(GlobalOptions.Quiet) && ReferenceEquals(session.Error, Console.Error);
        var clock = Stopwatch.StartNew();
        using var line = new ProgressLine(isSeen ? session.Error : null, session.Language, count, () => clock.Elapsed);
        work(line);
    }
}

/// <summary>One line that is written over itself once a second has gone by, and is gone at the end: <c>3/23  about 12 s left  harbour-2026 P3</c>.</summary>
/// <param name="terminal">Where it is written; null for nowhere.</param>
/// <param name="count">How many items there are.</param>
/// <param name="elapsed">How long the work has taken so far.</param>
internal sealed class ProgressLine(TextWriter? terminal, Language language, int count, Func<TimeSpan> elapsed) : IDisposable
{
    private const int MostColumns = 78, MostSeconds = 90;

    private const string Anew = "\r\u001b[K"; // back to the line's beginning, and clears it

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1), Step = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private TimeSpan shownAt;
    private int done;

    /// <summary>One item more is done.</summary>
    public void Advance(string name)
    {
        if (terminal is null)
        {
            return;
        }

        lock (gate)
        {
            done++;
            var gone = elapsed();
            if (gone >= Patience && gone - shownAt >= Step)
            {
                shownAt = gone;
                var left = LeftOf(TimeSpan.FromTicks(gone.Ticks / done * (count - done))).In(language);
                var line = $"{done}/{count}  {left}  {name}";
                terminal.Write(Anew + (line.Length <= MostColumns ? line : line[..(MostColumns - 1)] + "…"));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (shownAt > TimeSpan.Zero)
        {
            terminal!.Write(Anew);
        }
    }

    private static Text LeftOf(TimeSpan time)
    {
        var seconds = (int)Math.Ceiling(time.TotalSeconds);
        var minutes = (seconds + 59) / 60;
        return seconds <= MostSeconds ? new($"约剩 {seconds} 秒", $"about {seconds} s left") : new($"约剩 {minutes} 分钟", $"about {minutes} min left");
    }
}
