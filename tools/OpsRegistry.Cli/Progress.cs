using System.CommandLine;
using System.Diagnostics;
using OpsRegistry.Sources;

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

    /// <summary>Makes something of several items at once, in the items' order.</summary>
    public static IReadOnlyList<TResult> OverAtOnce<TItem, TResult>(Session session, IReadOnlyList<TItem> items, Func<TItem, string> nameOf, Func<TItem, TResult> make)
    {
        using var line = Begin(session.Parse, session.Language, items.Count);
        return AtOnce.Over(items, item =>
        {
            var made = make(item);
            line.Advance(nameOf(item));
            return made;
        });
    }

    /// <summary>Begins a line for work that counts its own steps.</summary>
    /// <param name="count">How many steps are known so far; <see cref="ProgressLine.Expect"/> adds to them.</param>
    public static ProgressLine Begin(ParseResult parse, Language language, int count = 0)
    {
        var clock = Stopwatch.StartNew();
        return new(IsSeen(parse) ? parse.InvocationConfiguration.Error : null, language, count, () => clock.Elapsed);
    }

    /// <summary>A registry of which is shown how many of its files have been read; the same one where nobody would see it.</summary>
    public static IRegistrySource Watch(ProgressLine line, IRegistrySource source) => line.IsSeen ? new WatchedSource(source, line) : source;

    private static bool IsSeen(ParseResult parse) => !Console.IsErrorRedirected && !parse.GetValue(GlobalOptions.Quiet) && ReferenceEquals(parse.InvocationConfiguration.Error, Console.Error);

    private static void Show(Session session, int count, Action<ProgressLine> work)
    {
        using var line = Begin(session.Parse, session.Language, count);
        work(line);
    }
}

/// <summary>One line that is written over itself once a second has gone by, and is gone at the end: <c>3/23  about 12 s left  harbour-2026 P3</c>.</summary>
/// <param name="terminal">Where it is written; null for nowhere.</param>
/// <param name="count">How many items there are.</param>
/// <param name="elapsed">How long the work has taken so far.</param>
internal sealed class ProgressLine(TextWriter? terminal, Language language, int count, Func<TimeSpan> elapsed) : IDisposable, Verifying.IVerifySteps
{
    private int expected = count;
    private bool isOver;

    private const int MostColumns = 78, MostSeconds = 90;

    private const string Anew = "\r\u001b[K"; // back to the line's beginning, and clears it

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1), Step = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private TimeSpan shownAt;
    private int done;

    /// <summary>Whether anybody sees it.</summary>
    public bool IsSeen => terminal is not null;

    /// <summary>So many items more are to be done.</summary>
    public void Expect(int more)
    {
        lock (gate)
        {
            expected += more;
        }
    }

    /// <summary>One item more is done.</summary>
    public void Advance(string name)
    {
        if (terminal is null)
        {
            return;
        }

        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            done++;
            expected = Math.Max(expected, done);
            var gone = elapsed();
            if (gone >= Patience && gone - shownAt >= Step)
            {
                shownAt = gone;
                var left = LeftOf(TimeSpan.FromTicks(gone.Ticks / done * (expected - done))).In(language);
                var line = $"{done}/{expected}  {left}  {name}";
                terminal.Write(Anew + (line.Length <= MostColumns ? line : line[..(MostColumns - 1)] + "…"));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            if (shownAt > TimeSpan.Zero)
            {
                terminal!.Write(Anew);
            }
        }
    }

    private static Text LeftOf(TimeSpan time)
    {
        var seconds = (int)Math.Ceiling(time.TotalSeconds);
        var minutes = (seconds + 59) / 60;
        return seconds <= MostSeconds ? new($"约剩 {seconds} 秒", $"about {seconds} s left") : new($"约剩 {minutes} 分钟", $"about {minutes} min left");
    }
}

/// <summary>A registry of which is shown how many of its files have been read.</summary>
internal sealed class WatchedSource(IRegistrySource whole, ProgressLine line) : IRegistrySource
{
    private int isCounted;

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries => whole.Entries;

    /// <inheritdoc/>
    public IReadOnlyList<SourcePart> Parts => whole.Parts;

    /// <inheritdoc/>
    public IReadOnlyList<string> Contracts => whole.Contracts;

    /// <inheritdoc/>
    public Instant? ReadAt => whole.ReadAt;

    /// <inheritdoc/>
    public SourceEntry? Find(string path) => whole.Find(path);

    /// <inheritdoc/>
    public IRegistrySource Only(IReadOnlySet<string> contracts) => new WatchedSource(whole.Only(contracts), line);

    /// <inheritdoc/>
    public long SizeOf(SourceEntry entry) => whole.SizeOf(entry);

    /// <inheritdoc/>
    public byte[]? Read(SourceEntry entry)
    {
        if (Interlocked.Exchange(ref isCounted, 1) == 0)
        {
            line.Expect(whole.Parts.Sum(part => part.Count));
        }

        var bytes = whole.Read(entry);
        line.Advance(ContractFolders.NameIn(entry.Path) ?? entry.Path);
        return bytes;
    }
}
