using OpsRegistry.Reporting.Json;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Due;

/// <summary>What is due and overdue, for machines.</summary>
internal static class DueJson
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter output, DueList list) => JsonOutput.Write(output, new DueEntries(
        list.AsOf,
        CutOffWords.EntriesOf(list.CutOffs),
        list.Until,
        list.Items.Select(EntryOf).ToList(),
        list.AtStake.Select(pair => new StakeEntry(
            pair.Assessment.Measurement.Folder.Name, pair.Assessment.Period.Id, pair.Stake.Points, pair.Stake.Total, pair.Stake.Yuan)).ToList()));

    private static DueEntry EntryOf(DueItem item) => new(
        item.Contract,
        item.Assessment.Period.Id,
        item.Kind,
        item.Owner,
        item.Id,
        item.Service,
        item.Title,
        item.Name,
        item.Overdue ? "overdue" : "due",
        item.Standing,
        item.Due,
        item.LastDay,
        item.Stake?.Points,
        item.Stake?.Total,
        item.Stake?.Yuan,
        item.PointsPerDay,
        item.Losses.Select(loss => loss.Term.Id).ToList(),
        item.Clauses,
        item.Provisional,
        item is DuePayment payment ? new(payment.Tranche.Open, payment.Tranche.DaysLate, payment.Tranche.Interest) : null);
}

/// <summary>What is due and overdue. Points and yuan are null where nothing names them or they are undetermined.</summary>
/// <param name="AsOf">The moment from which it is told.</param>
/// <param name="Earlier">The contracts that are told from an earlier moment.</param>
/// <param name="Until">The last day that was looked at.</param>
/// <param name="Items">What is due and overdue, by time.</param>
/// <param name="Together">What a period loses where all of it is missed.</param>
internal sealed record DueEntries(Instant AsOf, IReadOnlyList<CutOffEntry> Earlier, LocalDate Until, IReadOnlyList<DueEntry> Items, IReadOnlyList<StakeEntry> Together);

/// <summary>One thing that is due or overdue.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period that counts it.</param>
/// <param name="Kind"><c>target</c>, <c>obligation</c>, <c>evaluation</c> or <c>payment</c>.</param>
/// <param name="Owner">Who must do it.</param>
/// <param name="Id">The limit's or the duty's id.</param>
/// <param name="Service">The service it belongs to; null for the contract's own.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Name">Which one: the span, the order, or the record.</param>
/// <param name="State"><c>due</c> or <c>overdue</c>.</param>
/// <param name="Standing">Whether it can still be done.</param>
/// <param name="Due">Its last moment; of what is payable without a limit, the end of the day from which it is.</param>
/// <param name="LastDay">The day of that moment.</param>
/// <param name="Points">The points lost where it is missed.</param>
/// <param name="ScoreThen">The period's score then.</param>
/// <param name="Yuan">The yuan lost then.</param>
/// <param name="PointsPerDay">The points that each day late costs.</param>
/// <param name="Terms">The scorecard's lines that take them.</param>
/// <param name="Clauses">The clauses that state it.</param>
/// <param name="Provisional">Whether a calendar without published notice was used.</param>
/// <param name="Payment">Of a payment, what is owed; null for anything else.</param>
internal sealed record DueEntry(
    string Contract,
    string Period,
    string Kind,
    Owner Owner,
    string Id,
    string? Service,
    Text Title,
    string Name,
    string State,
    DueStanding Standing,
    Instant Due,
    LocalDate LastDay,
    Exact? Points,
    Exact? ScoreThen,
    TwoPlaces? Yuan,
    Exact? PointsPerDay,
    IReadOnlyList<string> Terms,
    IReadOnlyList<string> Clauses,
    bool Provisional,
    DuePaymentEntry? Payment);

/// <summary>What is owed of a payment.</summary>
/// <param name="Open">Yuan still to be paid.</param>
/// <param name="DaysLate">Days since its last day; 0 before.</param>
/// <param name="Interest">Interest so far in yuan; null where the contract names no rate or nothing is late.</param>
internal sealed record DuePaymentEntry(TwoPlaces? Open, int DaysLate, TwoPlaces? Interest);

/// <summary>What a period loses where everything listed is missed.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period.</param>
/// <param name="Points">The points lost.</param>
/// <param name="ScoreThen">The score then.</param>
/// <param name="Yuan">The yuan lost.</param>
internal sealed record StakeEntry(string Contract, string Period, Exact? Points, Exact? ScoreThen, TwoPlaces? Yuan);
