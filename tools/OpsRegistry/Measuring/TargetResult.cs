using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>What one target measured on one record.</summary>
/// <param name="Target">The limit.</param>
/// <param name="Resource">The record it was measured on.</param>
/// <param name="State">The outcome.</param>
/// <param name="Reason">Why it is so, in words.</param>
internal sealed record TargetResult(TargetTerms Target, Resource Resource, TargetState State, Text Reason)
{
    /// <summary>When the clock started; null where nothing started it.</summary>
    public Instant? Start { get; init; }

    /// <summary>When the limit was missed that started this one; null where another's miss does not start it.</summary>
    public Instant? StartsAt { get; init; }

    /// <summary>When it was stopped; null while it runs.</summary>
    public Instant? End { get; init; }

    /// <summary>The latest moment that kept the limit.</summary>
    public Instant? Due { get; init; }

    /// <summary>What the clock showed at the end, or at the cut-off while it runs.</summary>
    public ElapsedTime? Elapsed { get; init; }

    /// <summary>Calendar days late, a day begun counting as one; 0 unless missed.</summary>
    public int DaysLate { get; init; }

    /// <summary>The record that stopped the clock where it is another one, e.g. a fault report.</summary>
    public Resource? StoppedBy { get; init; }

    /// <summary>True where nothing is measurable at any later cut-off either: the limit means nothing, or nothing in the record ever starts its clock.</summary>
    public bool IsForGood { get; init; }

    /// <summary>Why the clock could not be read; null where it could.</summary>
    public ClockProblem? Problem { get; init; }

    /// <summary>The id of the period that left it open, where this is only what came after; null where it is the whole.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>True where a calendar without published notice was used.</summary>
    public bool Provisional { get; init; }
}

/// <summary>The four outcomes of a target. Only met and missed make up a denominator.</summary>
public enum TargetState
{
    /// <summary>Within the limit; the limit itself is within.</summary>
    [Title("达标", "met")]
    Met,

    /// <summary>Past the limit, or past it at the cut-off and still open.</summary>
    [Title("未达标", "missed")]
    Missed,

    /// <summary>Open, and the limit not reached at the cut-off.</summary>
    [Title("未到期", "pending")]
    Pending,

    /// <summary>A time stamp or the calendar is missing, or the stamps contradict each other.</summary>
    [Title("无法计量", "not measurable")]
    NotMeasurable,
}
