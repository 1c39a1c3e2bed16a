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

    /// <summary>The record that fulfilled it.</summary>
    public Fact? FulfilledBy { get; init; }

    /// <summary>The record that called for it, e.g. an order.</summary>
    public Fact? CalledBy { get; init; }

    /// <summary>The id of the period that left it open; null where it falls due in the period that it was called for in.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>Records that would have fulfilled it but lack the evidence asked for.</summary>
    public IReadOnlyList<Fact> WithoutEvidence { get; init; } = [];
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

    /// <summary>Not done, and its last day is over.</summary>
    [Title("缺少", "missing")]
    Missing,

    /// <summary>Not done, and there is still time.</summary>
    [Title("未到期", "pending")]
    Pending,
}
