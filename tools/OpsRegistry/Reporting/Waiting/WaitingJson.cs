using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Waiting;

/// <summary>What waits for whom, for machines.</summary>
internal static class WaitingJson
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter output, WaitingList list) => JsonOutput.Write(output, new WaitingEntries(list.CutOffs.Latest, CutOffWords.EntriesOf(list.CutOffs), list.Items.Select(item => EntryOf(item) with { Overdue = list.IsOverdue(item) }).ToList()));

    /// <summary>One thing that waits.</summary>
    public static WaitingEntry EntryOf(WaitingItem item) => new(
        item.Contract,
        item.Period,
        item.Kind,
        item.For,
        item.What,
        item.Day,
        item.Moves is { } moves ? new(moves.LeastPoints, moves.MostPoints, moves.LeastYuan, moves.MostYuan) : null,
        item.Payable,
        item.At is { } at ? new RecordEntry(at.Path, at.Line, at.Blob) : null);
}

/// <summary>What waits for whom.</summary>
/// <param name="AsOf">The moment from which it is told.</param>
/// <param name="Earlier">The contracts that are told from an earlier moment.</param>
/// <param name="Items">What can still be done, then what was missed, then what outlived its contract; by day, what has none last; on one day the dearest first.</param>
internal sealed record WaitingEntries(Instant AsOf, IReadOnlyList<CutOffEntry> Earlier, IReadOnlyList<WaitingEntry> Items);

/// <summary>One thing that waits.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period it belongs to; null for the contract's own.</param>
/// <param name="Kind">What is waited for.</param>
/// <param name="For">Whose turn it is: <c>purchaser</c>, <c>vendor</c> or <c>both</c>.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Day">The last day for it; null where none is set.</param>
/// <param name="Moves">What it could make of the period's result; null where nothing of it hangs on it.</param>
/// <param name="Payable">Yuan to be paid; null where it is about no payment, or where they are unknown.</param>
/// <param name="Record">Where it stands; null where there is no one place.</param>
internal sealed record WaitingEntry(
    string Contract, string? Period, WaitingKind Kind, Owner For, Text What, LocalDate? Day, MovesEntry? Moves, TwoPlaces? Payable, RecordEntry? Record)
{
    /// <summary>Whether its last day is over.</summary>
    public bool Overdue { get; init; }
}

/// <summary>By how much a period's result could change; null while that is undetermined.</summary>
/// <param name="LeastPoints">The change of the score at its worst, at most 0.</param>
/// <param name="MostPoints">The change of the score at its best, at least 0.</param>
/// <param name="LeastYuan">The change of the deduction at its best for the vendor, at most 0.</param>
/// <param name="MostYuan">The change of the deduction at its worst for the vendor, at least 0.</param>
internal sealed record MovesEntry(Exact? LeastPoints, Exact? MostPoints, TwoPlaces? LeastYuan, TwoPlaces? MostYuan);
