using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>
/// What several runs of the line on one contract share: the two sides of a change, and a side with one file undone. A period that follows from the same files, at the
/// same moment and after the same closings, comes to the same in each of them, and a record that is the same in all is measured once.
/// </summary>
internal sealed class SharedRuns
{
    private readonly Dictionary<(string Period, Instant Moment, string Beside, SameObjects Files), PeriodRun> runs = [];
    private readonly Dictionary<CacheKey, WorkCalendar> calendars = [];

    /// <summary>What came out of records of which nothing runs any more.</summary>
    public SettledRecords Settled { get; } = new();

    /// <summary>What options make of the contract's files.</summary>
    public RewrittenFiles Rewritten { get; } = new();

    /// <summary>Which records come to nothing in a period.</summary>
    public KnownBeside Beside { get; } = new();

    /// <summary>One calendar for all that have the same days.</summary>
    public WorkCalendar CalendarLike(WorkCalendar calendar) => calendars.TryGetValue(calendar.Identity, out var same) ? same : calendars[calendar.Identity] = calendar;

    /// <summary>What the line makes of a period, of an earlier run where that rests on the same.</summary>
    /// <param name="inputs">Everything that it follows from.</param>
    /// <param name="run">Finds it out.</param>
    public PeriodRun RunOf(KnownReadings.Inputs inputs, Func<PeriodRun> run)
    {
        var beside = string.Join('\n', [.. inputs.Written.Unread, "closed", .. inputs.ClosingsBefore.Select(moment => $"{moment}")]);
        var key = (inputs.Period.Id, inputs.Moment, beside, new SameObjects([inputs.Calendar, inputs.Written.Contract.Untyped, .. inputs.Written.Resources]));
        return runs.TryGetValue(key, out var known) ? known : runs[key] = run();
    }
}
