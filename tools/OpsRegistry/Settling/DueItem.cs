using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>A duty or a running clock that ends soon, or has ended without being kept.</summary>
/// <param name="Assessment">The period it counts in, as it stands.</param>
/// <param name="Due">The last moment that keeps it; 24:00 of the last day for duties and day limits.</param>
/// <param name="Losses">What missing it costs, by term; none where nothing in the scorecard names it.</param>
internal abstract record DueItem(Assessment Assessment, Instant Due, IReadOnlyList<PointLoss> Losses)
{
    /// <summary>The obligation's or target's id.</summary>
    public abstract string Id { get; }

    /// <summary>What people call it.</summary>
    public abstract Text Title { get; }

    /// <summary>What it is: <c>obligation</c>, <c>target</c>, <c>evaluation</c> or <c>payment</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Who must do it.</summary>
    public virtual Owner Owner => Owner.Vendor;

    /// <summary>Which one: the span (<c>2026-W48</c>), the order, or the record.</summary>
    public abstract string Name { get; }

    /// <summary>Its clauses.</summary>
    public abstract IReadOnlyList<string> Clauses { get; }

    /// <summary>The service it belongs to; null for the contract's own.</summary>
    public virtual string? Service => null;

    /// <summary>True where a calendar without published notice was used.</summary>
    public virtual bool Provisional => false;

    /// <summary>The contract's name.</summary>
    public string Contract => Assessment.Measurement.Folder.Name;

    /// <summary>True where it is not kept and its last moment is over: the loss is in the period's result already.</summary>
    public required bool Overdue { get; init; }

    /// <summary>Whether it can still be done.</summary>
    public virtual DueStanding Standing => Overdue ? DueStanding.Open : DueStanding.Coming;

    /// <summary>The day it is due.</summary>
    public LocalDate LastDay => BeijingTime.DateEndingAt(Due);

    /// <summary>True where it may be done until 24:00 of <see cref="LastDay"/>.</summary>
    public bool WholeDay => Due == BeijingTime.EndOf(LastDay);

    /// <summary>Points and yuan; null where no term of the scorecard names it.</summary>
    public Stake? Stake => Losses.Count == 0 ? null : Overdue ? Stake.OfCounted(Assessment, Losses) : Stake.OfComing(Assessment, Losses);

    /// <summary>Points that each further day costs; null where being late costs the same whatever the days.</summary>
    public decimal? PointsPerDay => Losses.Select(loss => loss.PerDay).FirstOrDefault(points => points is not null);
}

/// <summary>What has become of something with a last day.</summary>
internal enum DueStanding
{
    /// <summary>Its last moment is still to come.</summary>
    [Title("将到期", "due")]
    Coming,

    /// <summary>Its last moment is over, and it can still be done: late is late, not missing.</summary>
    [Title("逾期可补", "overdue, can be done")]
    Open,

    /// <summary>It is owed, and the contract names no last day.</summary>
    [Title("可付，无期限", "payable, no limit")]
    Payable,

    /// <summary>Its day is over, and nothing can make up for it.</summary>
    [Title("已错过", "missed")]
    Missed,

    /// <summary>It could have been made up for, and the term is over: it is left to the settlement.</summary>
    [Title("合同期满", "contract over")]
    ContractOver,
}

/// <summary>The one order of what is due and of what waits: first what can still be done, by its day; then what was missed; last what outlived its contract.</summary>
internal static class DueOrder
{
    /// <summary>Whether doing it still changes something.</summary>
    public static bool CanBeDone(this DueStanding standing) => RankOf(standing) == 0;

    /// <summary>Its place in a list, before its day.</summary>
    public static int RankOf(DueStanding standing) => standing switch
    {
        DueStanding.Coming or DueStanding.Open or DueStanding.Payable => 0,
        DueStanding.Missed => 1,
        DueStanding.ContractOver => 2,
    };
}

/// <summary>An occurrence of an obligation that is not fulfilled; or several that nobody can make up for any more, as one.</summary>
internal sealed record DueOccurrence(Assessment Assessment, Occurrence Occurrence)
    : DueItem(Assessment, Occurrence.DueAt ?? Occurrence.Days.ToInterval().End, PointLoss.OfOccurrence(Assessment, Occurrence))
{
    /// <summary>All that it stands for, by day.</summary>
    public IReadOnlyList<Occurrence> All { get; init; } = [Occurrence];

    public override string Kind => "obligation";

    public override Owner Owner => Occurrence.Obligation.By == DutyBearer.Purchaser ? Owner.Purchaser : Owner.Vendor;

    public override string Id => Occurrence.Obligation.Id;

    public override Text Title => Occurrence.Obligation.Title;

    public override string Name => All.Count == 1 ? Occurrence.Name : $"{All[0].Name}…{All[^1].Name} ×{All.Count}";

    public override IReadOnlyList<string> Clauses => Occurrence.Obligation.Clauses;

    public override string? Service => Occurrence.Service;

    public override DueStanding Standing =>
        !Overdue ? DueStanding.Coming
        : !Occurrence.CanBeMadeUp ? DueStanding.Missed
        : IsInTerm && BeijingTime.StartOf(Term.End) <= Assessment.Measurement.AsOf ? DueStanding.ContractOver
        : DueStanding.Open;

    private Term Term => Assessment.Measurement.Folder.Terms.Term;

    private bool IsInTerm => Occurrence.LastDay < Term.End;

    /// <summary>
    /// The same items with those that nothing can change any more put together, one for each duty and period: a list that nobody reads to its end
    /// hides what can still be done.
    /// </summary>
    public static IReadOnlyList<DueItem> Fold(IEnumerable<DueItem> items) => items
        .GroupBy(item => item is DueOccurrence { Standing: DueStanding.Missed or DueStanding.ContractOver } past
            ? (past.Contract, past.Assessment.Period.Id, past.Service, past.Id, null)
            : (item.Contract, item.Assessment.Period.Id, item.Service, item.Id, (DueItem?)item))
        .Select(group => group.Count() == 1 ? group.First() : Together(group.Cast<DueOccurrence>().ToList()))
        .ToList();

    private static DueOccurrence Together(IReadOnlyList<DueOccurrence> past) => past[0] with
    {
        All = past.SelectMany(one => one.All).OrderBy(one => one.LastDay).ToList(),
        Losses = past.SelectMany(one => one.Losses).ToList(),
    };
}

/// <summary>
/// A payment that the purchaser owes: by a day, or, where the contract names no limit or its day cannot be told, from the day on which all that it waits for was there.
/// </summary>
internal sealed record DuePayment(Assessment Assessment, TrancheState Tranche) : DueItem(Assessment, BeijingTime.EndOf(Tranche.Due ?? Tranche.PayableFrom!.Value), [])
{
    public override string Kind => "payment";

    public override Owner Owner => Owner.Purchaser;

    public override string Id => Tranche.Terms.Id;

    public override Text Title => Tranche.Terms.Title;

    public override string Name => Tranche.Terms.Id;

    public override IReadOnlyList<string> Clauses => Tranche.Terms.Clauses;

    public override DueStanding Standing => Tranche.Due is null ? DueStanding.Payable : base.Standing;

    /// <summary>The payments that are to be made, and are not.</summary>
    /// <param name="until">The last day to look at; a payment without a last day is owed already.</param>
    public static IEnumerable<DuePayment> Of(Assessment assessment, ContractSettlement account, LocalDate until) =>
        from tranche in account.Tranches
        where (tranche.Due ?? tranche.PayableFrom) <= until && tranche.IsOpen
        select new DuePayment(assessment, tranche) { Overdue = tranche.DaysLate > 0 };
}

/// <summary>A clock that still runs.</summary>
internal sealed record DueTarget(Assessment Assessment, TargetResult Result)
    : DueItem(Assessment, Result.Due!.Value, PointLoss.OfTarget(Assessment, Result))
{
    public override string Kind => "target";

    public override Owner Owner => Result.Target.Metric is Metric.AcceptanceDecision or Metric.Confirmation ? Owner.Purchaser : Owner.Vendor;

    public override string Id => Result.Target.Id;

    public override Text Title => Result.Target.Title;

    public override string Name => Result.Resource.Name;

    public override IReadOnlyList<string> Clauses => Result.Target.Clauses;

    public override bool Provisional => Result.Provisional;
}

/// <summary>The evaluation of a period that is over: the purchaser must bring it to an end.</summary>
internal sealed record DueEvaluation(PeriodResult Period, Instant Limit) : DueItem(Period.Assessment, Limit, [])
{
    public override string Kind => "evaluation";

    public override Owner Owner => Owner.Purchaser;

    public override string Id => "evaluation";

    public override Text Title => new("完成考核", "Evaluation of the period");

    public override string Name => Assessment.Period.Id;

    public override IReadOnlyList<string> Clauses => Assessment.Measurement.Folder.Terms.Assessment.Clauses;

    /// <summary>The evaluation of a result that waits for it; null where the contract sets no limit, or the result is closed or not due for it.</summary>
    /// <param name="until">The last day to look at, not before the cut-off's.</param>
    public static DueEvaluation? Of(PeriodResult result, Instant asOf, LocalDate until) =>
        result.State == PeriodState.Evaluating && result.Assessment.Measurement.Folder.Terms.Assessment.EvaluateWithin is not null &&
        result.Evaluation.Limit is { } limit && limit <= BeijingTime.EndOf(until)
            ? new(result, limit) { Overdue = limit <= asOf }
            : null;
}
