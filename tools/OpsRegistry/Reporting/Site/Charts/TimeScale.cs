using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>Where moments stand on a drawing.</summary>
/// <param name="Whole">The time that is shown.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
internal sealed record TimeScale(Interval Whole, decimal Left, decimal Right)
{
    /// <summary>The place of a moment; one outside the shown time stands at its edge.</summary>
    public decimal At(Instant moment)
    {
        var length = Whole.Duration.ToInt64Nanoseconds();
        var passed = (Instant.Min(Instant.Max(moment, Whole.Start), Whole.End) - Whole.Start).ToInt64Nanoseconds();
        return length == 0 ? Left : decimal.Round(Left + ((Right - Left) * passed / length), 2);
    }

    /// <summary>The place of a day's beginning.</summary>
    public decimal At(LocalDate day) => At(BeijingTime.StartOf(day));

    /// <summary>The first days of months inside the shown time; every third where there are many.</summary>
    public IEnumerable<LocalDate> Months()
    {
        var first = BeijingTime.DateOf(Whole.Start);
        var months = new List<LocalDate>();
        for (var month = new LocalDate(first.Year, first.Month, 1); BeijingTime.StartOf(month) < Whole.End; month = month.PlusMonths(1))
        {
            if (BeijingTime.StartOf(month) >= Whole.Start)
            {
                months.Add(month);
            }
        }

        return months.Count <= 14 ? months : months.Where(month => month.Month % 3 == 1);
    }
}
