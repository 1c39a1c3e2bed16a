using System.Collections.Concurrent;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>
/// What a contract's periods come to under other readings, and when nothing in them is open any more, each by everything that it follows from: the files known at the moment, the
/// calendar, and when earlier periods were closed. A record touches the periods that look at it and none before. Several threads may ask at once.
/// </summary>
/// <param name="pack">What earlier runs found out.</param>
internal sealed class KnownReadings(Pack pack)
{
    private const int Spare = 200; // of other branches and earlier files, some hundred bytes each
    private const int MostClosings = 4; // of one period: of so many branches and earlier files

    private readonly ConcurrentDictionary<CacheKey, ReadOnlyMemory<byte>> used = new();
    private int added;

    /// <summary>How many periods were not known and had to be computed.</summary>
    public int Computed => added;

    /// <summary>What a period comes to under each other reading.</summary>
    /// <param name="key">The same for the same <see cref="Inputs"/>.</param>
    /// <param name="items">The unclear clauses, in the order of their file.</param>
    /// <param name="compute">Finds it out where it is not known.</param>
    public IReadOnlyList<SensitivityRow> Of(CacheKey key, IReadOnlyList<Interpretation> items, Func<IReadOnlyList<SensitivityRow>> compute)
    {
        if ((used.TryGetValue(key, out var earlier) ? earlier : pack.Find(key)) is { } bytes && Read(bytes.Span, items) is { } known)
        {
            used.TryAdd(key, bytes);
            return known;
        }

        var rows = compute();
        if (used.TryAdd(key, Written(rows, items)))
        {
            Interlocked.Increment(ref added);
        }

        return rows;
    }

    /// <summary>The first moment at which nothing in a period is open; null where there is none.</summary>
    /// <param name="period">The period's id.</param>
    /// <param name="keyAt">The same for everything from which it follows that a moment is that one; null for a moment that cannot be.</param>
    /// <param name="find">Finds it out where it is not known.</param>
    public Instant? ClosingOf(string period, Func<Instant, CacheKey?> keyAt, Func<Instant?> find)
    {
        using var digest = new KeyDigest();
        var name = digest.Add("closings").Add(period).Finish();
        var before = (used.TryGetValue(name, out var kept) ? kept : pack.Find(name)) is { } bytes ? ReadMoments(bytes.Span) : [];
        foreach (var moment in before)
        {
            if (keyAt(moment) is { } key && (used.ContainsKey(key) || pack.Find(key) is not null))
            {
                used.TryAdd(key, default);
                used.TryAdd(name, Written(before));
                return moment;
            }
        }

        if (find() is not { } found || keyAt(found) is not { } fresh)
        {
            return null;
        }

        used[fresh] = default;
        used[name] = Written([found, .. before.Where(moment => moment != found).Take(MostClosings - 1)]);
        Interlocked.Increment(ref added);
        return found;
    }

    /// <summary>What to keep for the next time: all that was used, and some of the rest; null where nothing is new.</summary>
    public IReadOnlyList<KeyValuePair<CacheKey, ReadOnlyMemory<byte>>>? ToKeep() => added == 0 ? null :
    [
        .. used,
        .. pack.Keys.Where(key => !used.ContainsKey(key)).Take(Spare)
            .Select(key => (key, Bytes: pack.Find(key))).Where(entry => entry.Bytes is not null)
            .Select(entry => KeyValuePair.Create(entry.key, entry.Bytes!.Value)),
    ];

    private static ReadOnlyMemory<byte> Written(IReadOnlyCollection<Instant> moments)
    {
        var output = new CompactWriter();
        foreach (var moment in moments)
        {
            output.Long(moment.ToUnixTimeTicks());
        }

        return output.Written;
    }

    private static List<Instant> ReadMoments(ReadOnlySpan<byte> bytes)
    {
        var input = new CompactReader(bytes);
        var moments = new List<Instant>();
        while (input.Left >= sizeof(long))
        {
            moments.Add(Instant.FromUnixTimeTicks(input.Long()));
        }

        return moments;
    }

    private static ReadOnlyMemory<byte> Written(IReadOnlyList<SensitivityRow> rows, IReadOnlyList<Interpretation> items)
    {
        var output = new CompactWriter();
        output.Number(rows.Count);
        foreach (var row in rows)
        {
            // By their places: a key or an option given twice is another row.
            output.Number(PlaceIn(items, row.Interpretation));
            output.Number(PlaceIn(row.Interpretation.Options, row.Option));
            output.Text(Written(row.Total));
            output.Text(Written(row.Amount));
            output.Number((row.ChangesBand ? 1 : 0) + (row.Settled ? 2 : 0));
        }

        return output.Written;
    }

    private static IReadOnlyList<SensitivityRow>? Read(ReadOnlySpan<byte> bytes, IReadOnlyList<Interpretation> items)
    {
        var input = new CompactReader(bytes);
        var rows = new List<SensitivityRow>();
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            var (item, option) = (input.Number(), input.Number());
            var (total, amount, flags) = (ReadNumber(ref input), ReadNumber(ref input), input.Number());
            if (item >= items.Count || option >= items[item].Options.Count)
            {
                return null;
            }

            rows.Add(new(items[item], items[item].Options[option], total, amount, (flags & 1) == 1) { Settled = (flags & 2) == 2 });
        }

        return input.IsFinished ? rows : null;
    }

    private static string Written(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static decimal? ReadNumber(ref CompactReader input)
    {
        var text = input.Text();
        if (text.Length == 0)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            input.Fail();
        }

        return number;
    }

    private static int PlaceIn<T>(IReadOnlyList<T> all, T one)
        where T : class
    {
        var place = 0;
        while (!ReferenceEquals(all[place], one))
        {
            place++;
        }

        return place;
    }

    /// <summary>Everything that a period follows from, under the readings in force and under others.</summary>
    /// <param name="Written">The contract as its files have it, as known at the moment.</param>
    /// <param name="Calendar">The working days.</param>
    /// <param name="Moment">The moment.</param>
    /// <param name="Period">The period.</param>
    /// <param name="Closed">When periods were closed, by id; those that come after do not count.</param>
    /// <param name="Past">The records that come to nothing in the period under any reading; null where that is not known.</param>
    internal sealed record Inputs(ContractFolder Written, WorkCalendar Calendar, Instant Moment, AssessmentPeriod Period, IReadOnlyDictionary<string, Instant> Closed, PastRecords? Past = null)
    {
        /// <summary>The same for the same inputs.</summary>
        public CacheKey Key()
        {
            using var digest = new KeyDigest();
            digest.Add(Calendar.Identity).Add($"{Moment}").Add(Period.Id).Add(Written.Contract.Path).Add(Written.Contract.Untyped.Blob);
            foreach (var resource in Written.Resources)
            {
                if (Past?.IsPast(resource, Period) != true)
                {
                    digest.Add(resource.Path).Add(resource.Blob);
                }
            }

            digest.Add("unread");
            foreach (var path in Written.Unread)
            {
                digest.Add(path);
            }

            digest.Add("closed");
            foreach (var moment in ClosingsBefore)
            {
                digest.Add($"{moment}");
            }

            return digest.Finish();
        }

        /// <summary>When each earlier period was closed; null for one that is open.</summary>
        public IEnumerable<Instant?> ClosingsBefore =>
            AssessmentPeriod.Plan(Written.Terms).TakeWhile(one => one.Number < Period.Number).Select(earlier => Closed.TryGetValue(earlier.Id, out var moment) ? moment : (Instant?)null);
    }
}
