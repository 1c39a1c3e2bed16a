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
            .Where(id => !(old.GetValueOrDefault(id) is { } was && now.GetValueOrDefault(id) is { } becomes && was.IsSameAs(becomes)))
            .Select(id => Change(contract, old.GetValueOrDefault(id), now.GetValueOrDefault(id), causes))
            .Where(change => !change.IsNothing);
    }

    private static PeriodChange Change(string contract, PeriodResult? before, PeriodResult? after, CauseFinder causes)
    {
        var period = (after ?? before)!.Period;
        var points =
            from pair in Paired(before?.Assessment.Deductions ?? [], after?.Assessment.Deductions ?? [], deduction => deduction.Key)
            where pair.Before?.Points != pair.After?.Points
            select new PointChange(pair.Before, pair.After, causes.Find(period, pair.Before, pair.After));
        var money =
            from pair in Paired(before?.Settlement.Lines ?? [], after?.Settlement.Lines ?? [], line => (line.Term, string.Join('\n', line.Records.Select(record => record.Path))))
            where pair.Before?.Amount != pair.After?.Amount || pair.Before is null != pair.After is null
            where (pair.Before?.Amount ?? pair.After?.Amount ?? -1m) != 0m || pair.After?.Amount != 0m
            select new MoneyChange(pair.Before, pair.After, causes.OfRecords((pair.Before?.Records ?? []).Concat(pair.After?.Records ?? [])));
        return new(contract, period, before, after, points.ToList(), money.ToList());
    }

    /// <summary>Pairs equal keys in their order; what is left over on either side has no partner.</summary>
    private static IEnumerable<(T? Before, T? After)> Paired<T, TKey>(IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var old = before.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<T>(group));
        foreach (var item in after)
        {
            yield return (old.TryGetValue(key(item), out var partners) && partners.TryDequeue(out var partner) ? partner : null, item);
        }

        foreach (var item in old.Values.SelectMany(rest => rest))
        {
            yield return (item, null);
        }
    }
}
