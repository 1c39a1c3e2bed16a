using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing;

/// <summary>What a contract's past periods would have come to under other terms.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Changed">The files of the draft that change something.</param>
/// <param name="Periods">Every period that has begun, moved or not, as it is and as it would be.</param>
internal sealed record Reform(string Contract, IReadOnlyList<ResourceChange> Changed, IReadOnlyList<PeriodChange> Periods)
{
    /// <summary>Every difference, period by period: points first, then money.</summary>
    public IReadOnlyList<ReformMove> Moves =>
        Periods.SelectMany(period => period.Points
            .Select(point => new ReformMove(
                period.Period.Id, point.Indicator.Id, point.Either.Id, point.Indicator.Title, point.Either.Reason,
                point.Before?.Points ?? 0m, point.After?.Points ?? 0m, null, null, Why(point)))
            .Concat(period.Money.Select(money => new ReformMove(
                period.Period.Id, null, (money.After ?? money.Before!).Id, null, (money.After ?? money.Before!).Reason,
                null, null, money.Before is null ? 0m : money.Before.Amount, money.After is null ? 0m : money.After.Amount, Why(money))))).ToList();

    /// <summary>Scores every period that has begun again, as it is written and with a draft in place. Seals are set aside: they state what was, not what would be.</summary>
    /// <param name="written">The contract as it is written.</param>
    /// <param name="drafted">The contract with the draft's files in place.</param>
    public static Reform Compute(ContractFolder written, ContractFolder drafted, WorkCalendar calendar, Instant asOf, IReadOnlyList<ResourceChange> changed)
    {
        var (before, after) = (Scored(written), Scored(drafted));
        var causes = new CauseFinder(changed, before, after, one => Scored(drafted.With(resource => resource.Path == one.Path && one.Before is { } was ? was : resource)));
        var moved = PeriodComparison.Between(before, after, causes).ToDictionary(period => period.Period.Id, StringComparer.Ordinal);
        return new(written.Name, changed, after.Periods.Select(period => moved.GetValueOrDefault(period.Period.Id)
            ?? new(written.Name, period.Period, before.Periods.FirstOrDefault(one => one.Period.Id == period.Period.Id), period, [], [])).ToList());

        ContractResult Scored(ContractFolder folder) => ContractRunner.Run(folder.Without(resource => resource.Spec is Seal), calendar, asOf);
    }

    /// <summary>The changed fields behind a difference of points: those of the term, its indicator, or what the term rests on; all, where none is nearer.</summary>
    private IReadOnlyList<FieldChange> Why(PointChange point)
    {
        var rests = Governance.BasesOf(point.Either.Term).ToList();
        return Nearest([
            point.Either.Term.Id, point.Indicator.Id,
            .. rests.SelectMany(basis => basis.Obligations.Concat(basis.Targets).Concat(basis.Aggregates)).Select(name => name.Value),
            .. point.Either.Targets.Select(target => target.Target.Id),
        ]);
    }

    private IReadOnlyList<FieldChange> Why(MoneyChange money) => Nearest([(money.After ?? money.Before!).Term]);

    private IReadOnlyList<FieldChange> Nearest(IReadOnlyCollection<string> ids)
    {
        var all = Changed.SelectMany(change => change.Fields).ToList();
        var near = all.Where(field => ids.Any(id => field.Field.Contains($"={id}]", StringComparison.Ordinal))).ToList();
        return near.Count > 0 ? near : all;
    }
}

/// <summary>One difference that a reform makes.</summary>
/// <param name="Period">The period's id.</param>
/// <param name="Indicator">The indicator's id; null for money.</param>
/// <param name="Id">The deduction's or the line's id.</param>
/// <param name="Title">The indicator's title; null for money.</param>
/// <param name="Reason">Why points or yuan are taken, after the reform where they still are.</param>
/// <param name="PointsBefore">Points taken as written; null for money.</param>
/// <param name="PointsAfter">Points taken under the draft; null for money.</param>
/// <param name="YuanBefore">Yuan taken as written; null for points, and where undetermined.</param>
/// <param name="YuanAfter">Yuan taken under the draft; null for points, and where undetermined.</param>
/// <param name="Why">The changed fields behind it.</param>
internal sealed record ReformMove(
    string Period, string? Indicator, string Id, Text? Title, Text Reason, decimal? PointsBefore, decimal? PointsAfter, decimal? YuanBefore, decimal? YuanAfter, IReadOnlyList<FieldChange> Why);
