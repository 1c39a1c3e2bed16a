using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>
/// What came out of records of which nothing runs any more: no later cut-off changes it, so under the same terms it is measured once, however many cut-offs a contract
/// is looked at. One calendar holds for all of them.
/// </summary>
internal sealed class SettledRecords
{
    private readonly ConcurrentDictionary<SameObjects, MeasuredTerms> byTerms = new();

    /// <summary>What is known under a contract's terms, to look up and to add to.</summary>
    /// <param name="folder">The contract as the readings have it.</param>
    public MeasuredTerms Under(ContractFolder folder, WorkCalendar calendar) =>
        byTerms.GetOrAdd(new([calendar, folder.Terms, folder.ServiceLevels, folder.Obligations, .. folder.Of<Service>().Select(service => service.Spec)]), _ => new(folder, calendar));
}

/// <summary>What came out of a record of which nothing runs any more but limits that were missed and that nothing has stopped.</summary>
/// <param name="AsOf">The cut-off at which it was measured; it holds from there on.</param>
/// <param name="Reports">The reports on it that were known.</param>
/// <param name="Fact">The record with what measuring adds.</param>
/// <param name="Targets">The outcomes of its limits.</param>
internal sealed record SettledRecord(Instant AsOf, IReadOnlyList<Resource<FaultReport>> Reports, Fact Fact, IReadOnlyList<TargetResult> Targets)
{
    private readonly bool isOver = Targets.All(IsOver);

    /// <summary>
    /// Whether nothing of a record runs at the cut-off but limits that were missed: its clocks have stopped or will never start, its stretches are over, and it was dealt with.
    /// </summary>
    public static bool IsSettled(Fact fact, IReadOnlyList<TargetResult> results, Instant asOf) =>
        results.All(result => IsOver(result) || result.State == TargetState.Missed) &&
        (fact.Record as Incident)?.IsOverBy(asOf) != false &&
        fact.Values(MeasuredFields.Handled) is [] or ["true"];

    /// <summary>The record at another cut-off: what was missed and runs on is later there. Null where it must be measured: before the cut-off, with other reports, or where a limit was stopped since.</summary>
    /// <param name="asOf">The cut-off.</param>
    /// <param name="reports">The reports on it that are known.</param>
    /// <param name="clocks">The clocks under the same terms.</param>
    public (Fact Fact, IReadOnlyList<TargetResult> Targets)? At(Instant asOf, IReadOnlyList<Resource<FaultReport>> reports, ContractClocks clocks)
    {
        if (AsOf > asOf || !Reports.SequenceEqual(reports))
        {
            return null;
        }

        if (isOver)
        {
            return (Fact, Targets);
        }

        var targets = new TargetResult[Targets.Count];
        for (var place = 0; place < targets.Length; place++)
        {
            var was = Targets[place];
            targets[place] = IsOver(was) ? was : TargetMeasure.Measure(was.Target, was.Resource, Fact.Record, reports, clocks, asOf, was.StartsAt, was) is var now && was.Provisional ? now with { Provisional = true } : now;
            if (targets[place].State != was.State || targets[place].End != was.End)
            {
                return null;
            }
        }

        return (Fact, targets);
    }

    private static bool IsOver(TargetResult result) => result.IsForGood || result is { State: TargetState.Met or TargetState.Missed, End: not null };
}
