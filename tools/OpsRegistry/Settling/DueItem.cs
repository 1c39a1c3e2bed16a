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

    /// <summary>What it is: <c>obligation</c>, <c>target</c> or <c>evaluation</c>.</summary>
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

    /// <summary>The day it is due.</summary>
    public LocalDate LastDay => BeijingTime.DateEndingAt(Due);

    /// <summary>True where it may be done until 24:00 of <see cref="LastDay"/>.</summary>
    public bool WholeDay => Due == BeijingTime.EndOf(LastDay);

    /// <summary>Points and yuan; null where no term of the scorecard names it.</summary>
    public Stake? Stake => Losses.Count == 0 ? null : Overdue ? Stake.OfCounted(Assessment, Losses) : Stake.OfComing(Assessment, Losses);

    /// <summary>Points that each further day costs; null where being late costs the same whatever the days.</summary>
    public decimal? PointsPerDay => Losses.Select(loss => loss.PerDay).FirstOrDefault(points => points is not null);
}

/// <summary>An occurrence of an obligation that is not fulfilled.</summary>
internal sealed record DueOccurrence(Assessment Assessment, Occurrence Occurrence)
    : DueItem(Assessment, Occurrence.Days.ToInterval().End, PointLoss.OfOccurrence(Assessment, Occurrence))
{
    public override string Kind => "obligation";

    public override string Id => Occurrence.Obligation.Id;

    public override Text Title => Occurrence.Obligation.Title;

    public override string Name => Occurrence.Name;

    public override IReadOnlyList<string> Clauses => Occurrence.Obligation.Clauses;

    public override string? Service => Occurrence.Service;
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
    public static DueEvaluation? Of(PeriodResult result, Instant asOf, LocalDate until) =>
        result.State == PeriodState.Evaluating && result.Assessment.Measurement.Folder.Terms.Assessment.EvaluateWithin is not null &&
        result.Evaluation.Limit is { } limit && (limit <= asOf || limit <= BeijingTime.EndOf(until))
            ? new(result, limit) { Overdue = limit <= asOf }
            : null;
}
