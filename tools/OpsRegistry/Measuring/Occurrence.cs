using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>One time that an obligation fell due.</summary>
/// <param name="Name">What the span is called: <c>2026-W03</c>, <c>P1</c>, an order's name.</param>
/// <param name="Days">The days in which it had to be done.</param>
/// <param name="State">The outcome.</param>
internal sealed record Occurrence(Obligation Obligation, string Name, DateSpan Days, OccurrenceState State)
{
    /// <summary>What makes it the same one in two runs.</summary>
    public OccurrenceKey Key => new(Service, Obligation.Id, Days, Name);

    /// <summary>The service it belongs to; null for the contract's own obligations.</summary>
    public string? Service { get; init; }

    /// <summary>When it is in time.</summary>
    public required DueDays Due { get; init; }

    /// <summary>The last day that keeps it; the span's own last day while its due day is not known.</summary>
    public LocalDate LastDay => Due.Last ?? Days.End.PlusDays(-1);

    /// <summary>The end of that day; null while it is not known.</summary>
    public Instant? DueAt => Due.Last is { } last ? BeijingTime.EndOf(last) : null;

    /// <summary>Days after the last one on which it was done; 0 where it was in time or is not done.</summary>
    public int DaysLate => State == OccurrenceState.Late ? Period.DaysBetween(LastDay, FulfilledBy!.Record.OccurredOn) : 0;

    /// <summary>Whether it can still be done when its last day is over: it would be late, and not missing any more.</summary>
    public bool CanBeMadeUp { get; init; }

    /// <summary>The record that fulfilled it.</summary>
    public Fact? FulfilledBy { get; init; }

    /// <summary>The record that called for it, e.g. an order.</summary>
    public Fact? CalledBy { get; init; }

    /// <summary>The id of the period that left it open; null where it falls due in the period that it was called for in.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>Records that would have fulfilled it but lack the evidence asked for.</summary>
    public IReadOnlyList<Fact> WithoutEvidence { get; init; } = [];

    /// <summary>Records that answer the call on a day that was not asked for.</summary>
    public IReadOnlyList<Fact> Misplaced { get; init; } = [];
}

/// <summary>One time that an obligation fell due, by what identifies it: services may use the same ids, and a span may ask for several.</summary>
/// <param name="Service">The service; null for the contract's own.</param>
/// <param name="Obligation">The obligation's id.</param>
/// <param name="Days">The days in which it had to be done.</param>
/// <param name="Name">What the span is called.</param>
internal readonly record struct OccurrenceKey(string? Service, string Obligation, DateSpan Days, string Name);

/// <summary>The outcomes of an occurrence.</summary>
internal enum OccurrenceState
{
    /// <summary>Done, with the evidence asked for.</summary>
    [Title("已履行", "fulfilled")]
    Fulfilled,

    /// <summary>Done after its last day.</summary>
    [Title("迟延", "late")]
    Late,

    /// <summary>Not done, and its last day is over.</summary>
    [Title("缺少", "missing")]
    Missing,

    /// <summary>Not done, and there is still time.</summary>
    [Title("未到期", "pending")]
    Pending,
}
