using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>What contracts have coming due and overdue, and what all of it together would cost.</summary>
/// <param name="CutOffs">Up to when each contract is told.</param>
/// <param name="Until">The last day looked at, included; as many days earlier as a contract's cut-off is.</param>
/// <param name="Items">What can still be done, then what nobody can mend any more (<see cref="DueOrder"/>); by due time, contract and id.</param>
/// <param name="Uncovered">The dates that a working-day duty would need and the calendar does not cover.</param>
internal sealed record DueList(CutOffs CutOffs, LocalDate Until, IReadOnlyList<DueItem> Items, IReadOnlyList<ClockProblem.NotCovered> Uncovered)
{
    /// <summary>The latest cut-off.</summary>
    public Instant AsOf => CutOffs.Latest;

    /// <summary>For each period, what it would come to if nothing more were done in time; periods without a scorecard are left out.</summary>
    public IReadOnlyList<(Assessment Assessment, Stake Stake)> AtStake => Items
        .Where(item => !item.Overdue && item.Losses.Count > 0)
        .GroupBy(item => (item.Contract, item.Assessment.Period.Id))
        .OrderBy(group => group.Key.Contract, StringComparer.Ordinal).ThenBy(group => group.First().Assessment.Period.Number)
        .Select(group => (group.First().Assessment, Stake.OfComing(group.First().Assessment, group.SelectMany(item => item.Losses).ToList())))
        .ToList();

    /// <summary>
    /// Lists a contract: every duty of a period that has begun which is not done and which no decision closes, what is due by a day, every clock that still
    /// runs, every payment that is due, every evaluation. Nothing leaves the list because its period or the term is over.
    /// </summary>
    /// <param name="periods">The contract's periods with what was measured for each.</param>
    /// <param name="until">The last day to look at, included.</param>
    /// <param name="result">The result, of which some periods wait for the purchaser's evaluation and some payments are due.</param>
    public static DueList Build(IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> periods, ContractResult result, Instant asOf, LocalDate until)
    {
        var today = BeijingTime.DateEndingAt(asOf);
        var items = new List<DueItem>(result.Periods.Select(period => DueEvaluation.Of(period, asOf, until)).OfType<DueItem>());
        foreach (var (measurement, period) in periods.Where(pair => pair.Period.Days.Start <= until))
        {
            var assessment = Assessor.Assess(measurement, period);
            items.AddRange(Occurrences(assessment, until));
            items.AddRange(Clocks(assessment, until));
            if (period.Days.Contains(today) || (period.IsLast && period.Days.End <= today))
            {
                items.AddRange(DuePayment.Of(assessment, result.Settlement, until));
            }
        }

        return new(new(asOf, []), until, Ordered(items), UncoveredIn(periods, today, until).ToList());
    }

    /// <summary>Several contracts' lists as one.</summary>
    public static DueList Together(CutOffs cutOffs, LocalDate until, IReadOnlyList<DueList> lists) =>
        new(cutOffs, until, Ordered(lists.SelectMany(list => list.Items)), lists.SelectMany(list => list.Uncovered).Distinct().ToList());

    private static IEnumerable<DueItem> Occurrences(Assessment assessment, LocalDate until) =>
        from occurrence in assessment.Measurement.OccurrencesIn(assessment.Period)
        where occurrence.State == OccurrenceState.Missing || (occurrence.State == OccurrenceState.Pending && occurrence.Due.Last <= until)
        where !IsClosed(occurrence, assessment.Measurement.Folder)
        select new DueOccurrence(assessment, occurrence) { Overdue = occurrence.State == OccurrenceState.Missing };

    private static bool IsClosed(Occurrence occurrence, ContractFolder folder) =>
        folder.Of<DutyClosing>().Any(closing => closing.Spec.Closes(occurrence.Service, occurrence.Obligation.Id, occurrence.Name, occurrence.LastDay));

    private static IEnumerable<DueItem> Clocks(Assessment assessment, LocalDate until) =>
        from result in assessment.Measurement.TargetsIn(assessment.Period)
        where result is { End: null, Due: not null }
        where result.State == TargetState.Missed || (result.State == TargetState.Pending && result.Due <= BeijingTime.EndOf(until))
        select new DueTarget(assessment, result) { Overdue = result.State == TargetState.Missed };

    private static List<DueItem> Ordered(IEnumerable<DueItem> items) => items
        .OrderBy(item => DueOrder.RankOf(item.Standing))
        .ThenBy(item => item.Due)
        .ThenBy(item => item.Contract, StringComparer.Ordinal)
        .ThenBy(item => item.Id, StringComparer.Ordinal)
        .ThenBy(item => item.Service, StringComparer.Ordinal)
        .ThenBy(item => item.Name, StringComparer.Ordinal)
        .ToList();

    /// <summary>Duties of each working day cannot be listed where nobody knows which days are worked.</summary>
    private static IEnumerable<ClockProblem.NotCovered> UncoveredIn(
        IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> periods, LocalDate today, LocalDate until) =>
        from pair in periods
        let calendar = pair.Measurement.Calendar
        where pair.Measurement.Scope.Obligations.Any(scoped => scoped.Obligation.Recurrence.Every is Span.WorkingDay or Span.Holiday)
        from date in pair.Period.Days.Intersect(DateSpan.Inclusive(today, until)) is var span && !span.IsEmpty ? Enumerable.Range(0, span.Days).Select(span.Start.PlusDays) : []
        where calendar.Find(date) is null
        group date by calendar into missing
        select new ClockProblem.NotCovered(missing.Min(), missing.Key.CoveredFrom, missing.Key.CoveredTo);
}
