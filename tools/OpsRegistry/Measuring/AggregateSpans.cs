using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>The spans that figures over many records are taken of.</summary>
internal static class AggregateSpans
{
    /// <summary>The spans with a day in a period; months and longer are counted from the first of some days, and the last is cut where these end.</summary>
    /// <param name="days">The days of the contract or the service.</param>
    public static IEnumerable<(string Name, DateSpan Days)> Touching(AggregateSpan span, DateSpan days, AssessmentPeriod period) => (span switch
    {
        AggregateSpan.Term => [("T", days)],
        AggregateSpan.AssessmentPeriod => [(period.Id, period.Days.Intersect(days))],
        AggregateSpan.Month => ByMonths(days, 1, "M"),
        AggregateSpan.Quarter => ByMonths(days, 3, "Q"),
        AggregateSpan.HalfYear => ByMonths(days, 6, "H"),
        AggregateSpan.Year => ByMonths(days, 12, "Y"),
    }).Where(one => !one.Days.Intersect(period.Days).IsEmpty);

    private static IEnumerable<(string Name, DateSpan Days)> ByMonths(DateSpan days, int each, string prefix) =>
        new PeriodSchedule(days.Start, each).Until(days.End).Select((span, index) => (string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1}"), span.Intersect(days)));
}
