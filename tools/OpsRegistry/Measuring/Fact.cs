using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>A record with what measuring adds to it: what scorecards match on.</summary>
/// <param name="Resource">The record's file.</param>
/// <param name="Measured">The fields that measuring adds; they come before a record's own field of the same name.</param>
internal sealed record Fact(Resource Resource, RecordSpec Record, MeasuredValues Measured)
{
    /// <summary>The day that it counts on: when it happened, or the term's last day where the contract counts later records of its kind in the term.</summary>
    public LocalDate CountsOn { get; init; } = Record.OccurredOn;

    /// <summary>The day it began, in the term: an interruption may be older than its report.</summary>
    public LocalDate BeganOn { get; init; } = Record.BeganOn;

    /// <summary>The days that it says it is about; null where it does not say.</summary>
    public Time.DateSpan? Covers => (Record as ICovering)?.Covers?.Days;

    /// <summary>The values of a field: none when it is absent.</summary>
    public IReadOnlyList<string> Values(string field) =>
        Measured.Find(field) is { } measured ? measured : Resource.Kind.Field(field) is { IsPlain: true } own ? own.ValuesIn(Record) : [];

    /// <summary>The record as an earlier period's book had it, whose deadlines count there; null in the record's own period.</summary>
    public Fact? Before { get; init; }

    /// <summary>The id of the period that left it open; null in the record's own period.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>True when the record is of the kind and each field holds one of the values named for it, and did not count for that in an earlier period.</summary>
    public bool Matches(RecordMatch match) => Holds(match) && !(Before?.Holds(match) ?? false);

    /// <summary>The first of some matches that the record satisfies; null where it satisfies none, or counted for any of them in an earlier period.</summary>
    public RecordMatch? Picked(IReadOnlyList<RecordMatch> matches)
    {
        for (var place = 0; place < matches.Count; place++)
        {
            if (Holds(matches[place]))
            {
                return Before is { } before && matches.Any(before.Holds) ? null : matches[place];
            }
        }

        return null;
    }

    /// <summary>The record with other deadlines missed.</summary>
    /// <param name="missed">The ids of the targets; null to leave them.</param>
    /// <param name="dueState">What became of its last allowed day; null to leave it.</param>
    public Fact With(IReadOnlyList<string>? missed, string? dueState)
    {
        var measured = missed is null ? Measured : Measured.With(MeasuredFields.MissedTargets, missed);
        measured = dueState is null ? measured : measured.With(MeasuredFields.DueState, [dueState]);
        return this with { Measured = measured };
    }

    private bool Holds(RecordMatch match) =>
        Resource.Kind.Name == match.Kind && (match.Where.Count == 0 || HoldsEach(match.Where));

    // Asked of every record for every limit and term.
    private bool HoldsEach(IReadOnlyDictionary<string, OneOf> conditions)
    {
        // As files are read they are a dictionary, which is gone through without an object.
        foreach (var (field, words) in conditions as Dictionary<string, OneOf> ?? new(conditions, StringComparer.Ordinal))
        {
            if (!ShareOne(Values(field), words.Values))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ShareOne(IReadOnlyList<string> values, IReadOnlyList<string> words)
    {
        for (var value = 0; value < values.Count; value++)
        {
            for (var word = 0; word < words.Count; word++)
            {
                if (values[value] == words[word])
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The day that decides the period, as the contract reads it.</summary>
    public LocalDate DayBy(EventReading reading) => CountsOn < Record.OccurredOn ? CountsOn : reading switch
    {
        EventReading.Began => BeganOn,
        EventReading.Reported => CountsOn,
        EventReading.Ended => Record.EndedOn,
    };

    /// <summary>Where a reader should look: the field's value, or the record's name.</summary>
    public Place PlaceOf(string field) =>
        Resource.Determined.FirstOrDefault(one => one.Key == field) is { } determined ? determined.Claimed?.Place ?? Resource.Place : Record.Node[field]?.Place ?? Resource.Place;
}

/// <summary>The fields that measuring adds to records, by kind.</summary>
internal static class MeasuredFields
{
    /// <summary>The incident's level by the contract's own levels, whatever its submitter claims.</summary>
    public const string Severity = "severity";

    /// <summary>The ids of the targets that were missed.</summary>
    public const string MissedTargets = "missedTargets";

    /// <summary>Whether a request's last allowed day was kept: <c>met</c>, <c>missed</c>, <c>pending</c> or <c>none</c>.</summary>
    public const string DueState = "dueState";

    /// <summary>Whether it was dealt with by the cut-off: <c>true</c> or <c>false</c>.</summary>
    public const string Handled = "handled";

    /// <summary>Whether a survey reached the contract's goal of satisfaction: <c>met</c>, <c>missed</c>, or <c>none</c> without a goal or an answer.</summary>
    public const string Goal = "goal";

    /// <summary>The measured fields of a kind.</summary>
    public static IReadOnlyList<string> List(string kind) => ByKind.GetValueOrDefault(kind, []);

    private static readonly Dictionary<string, string[]> ByKind = new(StringComparer.Ordinal)
    {
        ["Incident"] = [Severity, MissedTargets, Handled],
        ["ServiceRequest"] = [MissedTargets, DueState, Handled],
        ["Vulnerability"] = [MissedTargets, Handled],
        ["Satisfaction"] = [Goal],
    };
}
