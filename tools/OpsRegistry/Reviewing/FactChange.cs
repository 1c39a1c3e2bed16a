using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>A limit or duty whose outcome a change moves.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Period">The period's id.</param>
/// <param name="Title">What the limit or duty is called.</param>
/// <param name="Name">Which one: the record measured, or the span in which a duty fell due.</param>
/// <param name="Clauses">Its clauses.</param>
/// <param name="Before">The outcome before; null where there was none.</param>
/// <param name="After">The outcome after; null where there is none.</param>
public sealed record FactChange(string Contract, string Period, Text Title, string Name, IReadOnlyList<string> Clauses, Text? Before, Text? After)
{
    /// <summary>The outcomes that differ between two results of a contract, by period; those of limits first.</summary>
    public static IReadOnlyList<FactChange> Between(ContractResult? before, ContractResult? after)
    {
        var contract = (after ?? before)!.Folder.Name;
        var old = OutcomesOf(before);
        var now = OutcomesOf(after);
        return now.Keys.Concat(old.Keys.Where(key => !now.ContainsKey(key)))
            .Where(key => old.GetValueOrDefault(key)?.Words != now.GetValueOrDefault(key)?.Words)
            .Select(key => (now.GetValueOrDefault(key) ?? old[key], old.GetValueOrDefault(key)?.Words, now.GetValueOrDefault(key)?.Words))
            .Select(found => new FactChange(contract, found.Item1.Period, found.Item1.Title, found.Item1.Name, found.Item1.Clauses, found.Item2, found.Item3))
            .ToList();
    }

    private static Dictionary<(string, string, string, string), Outcome> OutcomesOf(ContractResult? result)
    {
        var outcomes = new Dictionary<(string, string, string, string), Outcome>();
        foreach (var period in result?.Periods ?? [])
        {
            var measurement = period.Assessment.Measurement;
            foreach (var target in measurement.TargetsIn(period.Period))
            {
                outcomes[(period.Period.Id, "limit", target.Target.Id, target.Resource.Path)] =
                    new(period.Period.Id, target.Target.Title, target.Resource.Name, target.Target.Clauses, WordsOf(target.State));
            }

            foreach (var duty in measurement.OccurrencesIn(period.Period))
            {
                outcomes[(period.Period.Id, "duty", $"{duty.Service} {duty.Obligation.Id}", $"{duty.Name} {duty.Days.Start}")] =
                    new(period.Period.Id, duty.Obligation.Title, duty.Name, duty.Obligation.Clauses, WordsOf(duty.State));
            }
        }

        return outcomes;
    }

    private static Text WordsOf(TargetState state) => state switch
    {
        TargetState.Met => new("达标", "met"),
        TargetState.Missed => new("超时", "missed"),
        TargetState.Pending => new("进行中", "pending"),
        _ => new("无法计量", "not measurable"),
    };

    private static Text WordsOf(OccurrenceState state) => state switch
    {
        OccurrenceState.Fulfilled => new("已履行", "fulfilled"),
        OccurrenceState.Missing => new("缺失", "missing"),
        _ => new("未到期", "pending"),
    };

    private sealed record Outcome(string Period, Text Title, string Name, IReadOnlyList<string> Clauses, Text Words);
}
