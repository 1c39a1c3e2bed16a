using System.Collections.Concurrent;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>
/// What a contract's periods come to under other readings, and whether something in them is open, each by everything that it follows from: the files known at the moment, the
/// calendar, and when earlier periods were closed. A record touches the periods that look at it and none before. Several threads may ask at once.
/// </summary>
/// <param name="pack">What earlier runs found out.</param>
internal sealed class KnownReadings(Pack pack)
{
    private const int Spare = 400; // of other branches and earlier files, some hundred bytes each

    private readonly ConcurrentDictionary<CacheKey, ReadOnlyMemory<byte>> used = new();
    private int added;

    /// <summary>How many answers were not known and had to be computed.</summary>
    public int Computed => added;

    /// <summary>What a period comes to under each other reading.</summary>
    /// <param name="key">The same for the same <see cref="Inputs"/>.</param>
    /// <param name="items">The unclear clauses, in the order of their file.</param>
    /// <param name="compute">Finds it out where it is not known.</param>
    public IReadOnlyList<SensitivityRow> Of(CacheKey key, IReadOnlyList<Interpretation> items, Func<IReadOnlyList<SensitivityRow>> compute)
    {
        if (Find(key) is { } bytes && Read(bytes.Span, items) is { } known)
        {
            used.TryAdd(key, bytes);
            return known;
        }

        var rows = compute();
        Add(key, Written(rows, items));
        return rows;
    }

    /// <summary>What kind of thing is open in a period at a moment, the first that is found; null where nothing is.</summary>
    /// <param name="key">The same for the same <see cref="Inputs"/>.</param>
    /// <param name="find">Finds it out where it is not known.</param>
    public OpenPointKind? FirstOpen(CacheKey key, Func<OpenPointKind?> find)
    {
        using var digest = new KeyDigest();
        var name = digest.Add("open").Add(key).Finish();
        if (Find(name) is { Length: 1 } bytes && ReadKind(bytes.Span[0]) is (true, var known))
        {
            used.TryAdd(name, bytes);
            return known;
        }

        var found = find();
        Add(name, new byte[] { found is { } kind ? (byte)(kind + 1) : (byte)0 });
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

    private ReadOnlyMemory<byte>? Find(CacheKey key) => used.TryGetValue(key, out var earlier) ? earlier : pack.Find(key);

    private void Add(CacheKey key, ReadOnlyMemory<byte> bytes)
    {
        if (used.TryAdd(key, bytes))
        {
            Interlocked.Increment(ref added);
        }
    }

    private static (bool IsOne, OpenPointKind? Kind) ReadKind(byte written) => written == 0 ? (true, null) : (Enum.IsDefined((OpenPointKind)(written - 1)), (OpenPointKind)(written - 1));

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
    /// <param name="Beside">The records that come to nothing in the period under any reading; null where that is not known.</param>
    internal sealed record Inputs(ContractFolder Written, WorkCalendar Calendar, Instant Moment, AssessmentPeriod Period, IReadOnlyDictionary<string, Instant> Closed, RecordsBeside? Beside = null)
    {
        /// <summary>The same for the same inputs.</summary>
        public CacheKey Key()
        {
            using var digest = new KeyDigest();
            digest.Add(Calendar.Identity).Add($"{Moment}").Add(Period.Id).Add(Written.Contract.Path).Add(Written.Contract.Untyped.Blob);
            foreach (var resource in Written.Resources)
            {
                if (Beside?.IsBeside(resource, Period) != true)
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
