using OpsRegistry.Assessing;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Tables;

/// <summary>
/// What a cell or a figure holds, by what it is and in no language: each writer shows every kind in its own way.
/// What cannot be known is a kind of its own and never a zero.
/// </summary>
internal abstract record Value
{
    private Value()
    {
    }

    /// <summary>Nothing to say here.</summary>
    public static Value None { get; } = new Nothing();

    /// <summary>A figure that rests on something not known yet.</summary>
    public static Undetermined Unknown { get; } = new(new("待定", "undetermined"));

    /// <summary>Points, unknown where there are none.</summary>
    public static Value PointsOf(decimal? points) => points is { } known ? new Points(known) : Unknown;

    /// <summary>A total of points, unknown where there is none.</summary>
    public static Value TotalOf(decimal? points) => points is { } known ? new Points(known) { IsTotal = true } : Unknown;

    /// <summary>Yuan, unknown where there are none.</summary>
    public static Value YuanOf(decimal? amount) => amount is { } known ? new Yuan(known) : Unknown;

    /// <summary>A file by its own name.</summary>
    public static Record FileAt(string path, int line) => new(path[(path.LastIndexOf('/') + 1)..].Replace(".yaml", "", StringComparison.Ordinal), path, line);

    /// <summary>Links to what a result rests on.</summary>
    public static Value Records(IEnumerable<RecordReference> records) =>
        new Many(records.Select(Value (record) => new Record(record.Name, record.Path, record.Line)).ToList());

    /// <summary>An empty cell.</summary>
    public sealed record Nothing : Value;

    /// <summary>Words of a person or of the product.</summary>
    public sealed record Words(Text Text) : Value;

    /// <summary>An identifier, a version, a path: the same in every language.</summary>
    public sealed record Code(string Id) : Value;

    /// <summary>Points of a scorecard; a difference shows its sign.</summary>
    public sealed record Points(decimal Number, bool IsDifference = false) : Value
    {
        /// <summary>True for a total, which people read with two places.</summary>
        public bool IsTotal { get; init; }
    }

    /// <summary>Money; a difference shows its sign.</summary>
    public sealed record Yuan(decimal Amount, bool IsDifference = false) : Value;

    /// <summary>How many.</summary>
    public sealed record Count(decimal Number) : Value;

    /// <summary>A moment; the end of a span at midnight is 24:00 of the day before.</summary>
    public sealed record Moment(Instant Instant, bool IsEnd = false) : Value;

    public sealed record Day(LocalDate Date) : Value;

    /// <summary>Days in a row.</summary>
    public sealed record Days(DateSpan Span) : Value;

    /// <summary>A length of time by the clock on the wall.</summary>
    public sealed record Length(Duration Time) : Value;

    /// <summary>An amount as contracts state it: hours, working days, months.</summary>
    public sealed record Limit(Amount Amount) : Value;

    /// <summary>A part of a whole; 1 is all of it.</summary>
    /// <param name="Places">How many decimal places of a percentage tell one from another.</param>
    public sealed record Share(decimal Part, int Places = 2) : Value;

    /// <summary>One of a few outcomes, with what it means to a reader.</summary>
    public sealed record State(Text Title, Tone Tone) : Value
    {
        /// <summary>Where its proof stands; null for nowhere.</summary>
        public Anchor? Proof { get; init; }
    }

    /// <summary>A record, at the line that decides.</summary>
    public sealed record Record(string Name, string Path, int Line) : Value;

    /// <summary>Words that lead to another row, heading or page.</summary>
    public sealed record Link(Text Title, Anchor To) : Value;

    /// <summary>Clauses as they are cited.</summary>
    public sealed record Clauses(IReadOnlyList<string> All) : Value;

    /// <summary>A figure that cannot be known, with the words for it.</summary>
    public sealed record Undetermined(Text Title) : Value;

    /// <summary>What something was and what it is now; nothing stands for what was not there.</summary>
    /// <param name="Before">What it was.</param>
    /// <param name="After">What it is now.</param>
    /// <param name="Moved">By how much it moved; nothing where that is unknown or nought.</param>
    public sealed record Change(Value Before, Value After, Value Moved) : Value
    {
        /// <summary>What it was and is now, as words; null for what is not there.</summary>
        public static Change Of(Text? before, Text? after) => new(before is { } was ? new Words(was) : None, after is { } now ? new Words(now) : None, None);

        /// <summary>The words of all three, each shown by the format: one where nothing changed.</summary>
        public string Show(Func<Value, string> show, Func<string, string> mark)
        {
            var (before, after, moved) = (show(Before), show(After), show(Moved));
            return before == after ? before : $"{Shown(before)} → {mark(Shown(after))}{(moved.Length == 0 ? "" : $" ({moved})")}";
        }

        private static string Shown(string words) => words.Length == 0 ? "—" : words;
    }

    /// <summary>Figures one after the other, as they went; null is unknown.</summary>
    public sealed record Series(IReadOnlyList<decimal?> All) : Value;

    /// <summary>Several values of one cell, each on a line of its own where there is room.</summary>
    public sealed record Many(IReadOnlyList<Value> All) : Value;
}
