namespace OpsRegistry.Time;

/// <summary>A statutory holiday with all the days off in a row that the notice puts around it.</summary>
/// <param name="Name">Its name in the calendar; several that fall together are joined.</param>
/// <param name="Days">All days off by the notice, weekends in between included.</param>
internal sealed record StatutoryHoliday(string Name, DateSpan Days);

/// <summary>Finds statutory holidays in a calendar.</summary>
internal static class StatutoryHolidays
{
    // No notice has put more days off in a row than this around one end of a span.
    private const int Margin = 15;

    /// <summary>The holidays whose last day is one of some days, in order; days that the calendar does not cover have none.</summary>
    public static IReadOnlyList<StatutoryHoliday> EndingIn(WorkCalendar calendar, DateSpan days)
    {
        var holidays = new List<StatutoryHoliday>();
        var run = new List<DayStatus>();
        for (var date = days.Start.PlusDays(-Margin); date < days.End.PlusDays(Margin); date = date.PlusDays(1))
        {
            if (calendar.Find(date) is { Reason: DayReason.Holiday } status)
            {
                run.Add(status);
            }
            else
            {
                Close();
            }
        }

        return holidays; // days off that are not over by here end beyond the span

        void Close()
        {
            if (run.Exists(day => day.Statutory) && days.Contains(run[^1].Date))
            {
                holidays.Add(new(string.Join('、', run.Select(day => day.Name).OfType<string>().Distinct()), DateSpan.Inclusive(run[0].Date, run[^1].Date)));
            }

            run.Clear();
        }
    }
}
