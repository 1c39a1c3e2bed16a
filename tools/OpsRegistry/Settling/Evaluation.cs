using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>The evaluation of a period that is over: the days that the contract gives for it, and the purchaser's word that it is done.</summary>
/// <param name="Period">The period.</param>
/// <param name="Limit">The last moment of the days; the period's end where the contract gives none, null where the calendar does not reach.</param>
/// <param name="Closing">The purchaser's closing of the period; null for none.</param>
internal sealed record Evaluation(AssessmentPeriod Period, Instant? Limit, Resource<PeriodClosing>? Closing)
{
    /// <summary>The moment from which the purchaser's closing holds: the end of its day, and not before the period's.</summary>
    public Instant? ClosedFrom => Closing is { } closing ? Instant.Max(BeijingTime.EndOf(closing.Spec.ClosedOn), Period.Days.ToInterval().End) : null;

    /// <summary>When the evaluation is over, by the days or by the purchaser's word; null while that cannot be told.</summary>
    public Instant? Over => Limit is { } limit && ClosedFrom is { } closed ? Instant.Min(limit, closed) : Limit ?? ClosedFrom;

    /// <summary>The evaluation of a period, as far as a folder tells of it.</summary>
    public static Evaluation Of(ContractFolder folder, AssessmentPeriod period, WorkCalendar calendar)
    {
        var closing = folder.Of<PeriodClosing>().Where(closing => closing.Spec.Period == period.Id)
            .OrderBy(closing => closing.Spec.ClosedOn).ThenBy(closing => closing.Path, StringComparer.Ordinal)
            .Cast<Resource<PeriodClosing>?>().FirstOrDefault();
        return new(period, LimitOf(folder.Terms.Assessment.EvaluateWithin, period.Days.ToInterval().End, calendar), closing);
    }

    private static Instant? LimitOf(string? words, Instant end, WorkCalendar calendar) =>
        words is null ? end
        : Amount.Parse(words) is { } limit && ServiceClock.For(limit.Unit, window: null, roll: true) is { } clock &&
            // Days are counted from the period's last, which is not counted itself.
            Clock.Deadline(limit.Unit == AmountUnit.Time ? end : BeijingTime.StartOf(BeijingTime.DateEndingAt(end)), limit, clock, calendar) is { Problem: null } due ? due.Value.At
        : null;
}
