using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>A limit or duty whose outcome a change moves.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Period">The period's id.</param>
/// <param name="Title">What the limit or duty is called.</param>
/// <param name="Name">Which one: the record measured, or the span in which a duty fell due.</param>
/// <param name="Before">The outcome before; null where there was none.</param>
/// <param name="After">The outcome after; null where there is none.</param>
internal sealed record FactChange(string Contract, string Period, Text Title, string Name, IReadOnlyList<string> Clauses, FactState? Before, FactState? After)
{
    /// <summary>The outcomes that differ between two results of a contract, by period; those of limits first.</summary>
    public static IReadOnlyList<FactChange> Between(ContractResult? before, ContractResult? after)
    {
        var contract = (after ?? before)!.Folder.Name;
        var old = OutcomesOf(before, after);
        var now = OutcomesOf(after, before);
        return (
            from key in now.Keys.Concat(old.Keys.Where(key => !now.ContainsKey(key)))
            let was = old.GetValueOrDefault(key)
            let becomes = now.GetValueOrDefault(key)
            where was?.State != becomes?.State
            let either = becomes ?? was!
            select new FactChange(contract, either.Period, either.Title, either.Name, either.Clauses, was?.State, becomes?.State)).ToList();
    }

    private static Dictionary<FactKey, Outcome> OutcomesOf(ContractResult? result, ContractResult? other)
    {
        var outcomes = new Dictionary<FactKey, Outcome>();
        foreach (var period in (result?.Periods ?? []).Where(period => !IsIn(other, period)))
        {
            var measurement = period.Assessment.Measurement;
            var same = (other?.Periods ?? []).Where(one => one.Period.Id == period.Period.Id).SelectMany(one => one.Assessment.Measurement.TargetsIn(one.Period)).ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var target in measurement.TargetsIn(period.Period).Where(target => !same.Contains(target)))
            {
                outcomes[new(period.Period.Id, target.Target.Id, target.Resource.Path, null)] =
                    new(period.Period.Id, target.Target.Title, target.Resource.Name, target.Target.Clauses, new FactState.OfLimit(target.State));
            }

            foreach (var duty in measurement.OccurrencesIn(period.Period))
            {
                outcomes[new(period.Period.Id, null, null, duty.Key)] =
                    new(period.Period.Id, duty.Obligation.Title, duty.Name, duty.Obligation.Clauses, new FactState.OfDuty(duty.State));
            }
        }

        return outcomes;
    }

    /// <summary>True where the other side has the same result, or has it from the very same measurement (<see cref="SharedRuns"/>): nothing of it differs.</summary>
    private static bool IsIn(ContractResult? other, PeriodResult period) => (other?.Periods ?? []).Any(one =>
        one.Period.Id == period.Period.Id && (one.IsSameAs(period) || ReferenceEquals(one.Assessment.Measurement, period.Assessment.Measurement)));

    /// <summary>A limit on a record, or a duty, of a period.</summary>
    private sealed record FactKey(string Period, string? Target, string? Record, OccurrenceKey? Duty);

    private sealed record Outcome(string Period, Text Title, string Name, IReadOnlyList<string> Clauses, FactState State);
}

/// <summary>The outcome of a limit on a record, or of one time that a duty fell due.</summary>
internal abstract record FactState
{
    private FactState()
    {
    }

    /// <summary>A limit's outcome.</summary>
    public sealed record OfLimit(TargetState State) : FactState;

    /// <summary>A duty's outcome.</summary>
    public sealed record OfDuty(OccurrenceState State) : FactState;
}
