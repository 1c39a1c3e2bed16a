using OpsRegistry.Assessing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>Compares what two runs of the straight line make of a contract's periods.</summary>
internal static class PeriodComparison
{
    /// <summary>The periods that differ, in the order of the later run; periods gone come last.</summary>
    /// <param name="before">The contract before; null where it was not there.</param>
    /// <param name="after">The contract after; null where it is gone.</param>
    /// <param name="causes">What finds the changed resources behind a difference.</param>
    public static IEnumerable<PeriodChange> Between(ContractResult? before, ContractResult? after, CauseFinder causes)
    {
        var old = (before?.Periods ?? []).ToDictionary(period => period.Period.Id, StringComparer.Ordinal);
        var now = (after?.Periods ?? []).ToDictionary(period => period.Period.Id, StringComparer.Ordinal);
        var contract = (after ?? before)!.Folder.Name;
        return now.Keys.Concat(old.Keys.Where(id => !now.ContainsKey(id)))
            .Select(id => Change(contract, old.GetValueOrDefault(id), now.GetValueOrDefault(id), causes))
            .Where(change => !change.IsNothing);
    }

    private static PeriodChange Change(string contract, PeriodResult? before, PeriodResult? after, CauseFinder causes)
    {
        var period = (after ?? before)!.Period;
        var points =
            from pair in Paired(DeductionsOf(before), DeductionsOf(after), KeyOf)
            where pair.Before.Deduction?.Points != pair.After.Deduction?.Points
            select new PointChange(
                pair.After.Indicator ?? pair.Before.Indicator!,
                pair.Before.Deduction,
                pair.After.Deduction,
                causes.Of(period, pair.Before.Deduction, pair.After.Deduction));
        var money =
            from pair in Paired(LinesOf(before), LinesOf(after), KeyOf)
            where pair.Before?.Amount != pair.After?.Amount || pair.Before is null != pair.After is null
            where (pair.Before?.Amount ?? pair.After?.Amount ?? -1m) != 0m || pair.After?.Amount != 0m
            select new MoneyChange(pair.Before, pair.After, causes.OfRecords((pair.Before?.Records ?? []).Concat(pair.After?.Records ?? [])));
        return new(contract, period, before, after, points.ToList(), money.ToList());
    }

    private static IEnumerable<(Model.Indicator? Indicator, Deduction? Deduction)> DeductionsOf(PeriodResult? period) =>
        (period?.Assessment.Indicators ?? []).SelectMany(line => line.Deductions.Select(deduction => ((Model.Indicator?)line.Indicator, (Deduction?)deduction)));

    private static IEnumerable<SettlementLine?> LinesOf(PeriodResult? period) => period?.Settlement.Lines ?? [];

    /// <summary>A deduction stays the same one while its term and records stay; one without records while its words do.</summary>
    private static string KeyOf((Model.Indicator? Indicator, Deduction? Deduction) pair) =>
        $"{pair.Deduction!.Term.Id}\n{(pair.Deduction.Records.Count == 0 ? pair.Deduction.Reason.En : string.Join('\n', pair.Deduction.Records.Select(record => record.Path)))}";

    private static string KeyOf(SettlementLine? line) => $"{line!.Id}\n{string.Join('\n', line.Records.Select(record => record.Path))}";

    /// <summary>Pairs equal keys in their order; what is left over on either side has no partner.</summary>
    private static IEnumerable<(T? Before, T? After)> Paired<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key)
    {
        var old = before.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<T>(group), StringComparer.Ordinal);
        foreach (var item in after)
        {
            yield return (old.TryGetValue(key(item), out var partners) && partners.TryDequeue(out var partner) ? partner : default, item);
        }

        foreach (var item in old.Values.SelectMany(rest => rest))
        {
            yield return (item, default);
        }
    }
}
