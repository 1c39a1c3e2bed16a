using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>Where moments stand on a drawing.</summary>
/// <param name="Whole">The time that is shown.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
internal sealed record TimeScale(Interval Whole, decimal Left, decimal Right)
{
    private const int MostTicks = 14;

    /// <summary>The place of a moment; one outside the shown time stands at its edge.</summary>
    public decimal At(Instant moment)
    {
        var length = Whole.Duration.ToInt64Nanoseconds();
        var passed = (Instant.Min(Instant.Max(moment, Whole.Start), Whole.End) - Whole.Start).ToInt64Nanoseconds();
        return length == 0 ? Left : decimal.Round(Left + ((Right - Left) * passed / length), 2);
    }

    /// <summary>Where the axis is named: at the first days of months, every third where there are many; on a short one at days.</summary>
    public IEnumerable<(decimal At, string Words)> Ticks()
    {
        var (first, last) = (BeijingTime.DateOf(Whole.Start), BeijingTime.DateEndingAt(Whole.End));
        var days = Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).Where(day => BeijingTime.StartOf(day) >= Whole.Start).ToList();
        var months = days.Where(day => day.Day == 1).ToList();
        var shown = months.Count > MostTicks ? months.Where(month => month.Month % 3 == 1) : months.Count > 1 ? months : days.Where((_, index) => index % Math.Max(1, days.Count / MostTicks) == 0);
        return shown.Select(day => (At(BeijingTime.StartOf(day)), day.ToString(months.Count <= 1 ? "MM-dd" : day.Month == 1 ? "uuuu-MM" : "MM", CultureInfo.InvariantCulture)));
    }
}
