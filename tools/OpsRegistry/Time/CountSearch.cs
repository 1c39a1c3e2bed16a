using System.Diagnostics;

namespace OpsRegistry.Time;

/// <summary>
/// Finds counts by their last days, which never go back as the count grows. Last days beyond the calendar are later than
/// any end the calendar covers, so they are no problem unless the end itself is not covered.
/// </summary>
/// <param name="endDate">The date in which the measured time ends.</param>
/// <param name="lastDay">The last day of a count, before and after it is rolled.</param>
internal sealed class CountSearch(LocalDate endDate, Func<int, Parsed<(LocalDate Nominal, LocalDate Rolled)>> lastDay)
{
    /// <summary>Why the answers do not stand; null when they do.</summary>
    public ClockProblem? Problem { get; private set; }

    /// <summary>Whether a provisional date up to the end was asked for.</summary>
    public bool Provisional { get; private set; }

    /// <summary>The least count up to <paramref name="most"/> whose last day is far enough.</summary>
    public int First(int most, Func<LocalDate, bool> isFarEnough)
    {
        var (low, high) = (0, most);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Reaches(middle, isFarEnough))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private bool Reaches(int count, Func<LocalDate, bool> isFarEnough)
    {
        var reading = lastDay(count);
        if (reading.TryGet(out var last, out var problem))
        {
            Provisional |= reading.Provisional && last.Nominal <= endDate;
            return isFarEnough(last.Rolled);
        }

        var missing = problem switch
        {
            ClockProblem.NotCovered gap => gap.FirstMissing,
            ClockProblem.NotServed never => never.Date,
            ClockProblem.EndBeforeStart or ClockProblem.UnitMismatch => endDate,
            _ => throw new UnreachableException(),
        };
        if (missing <= endDate)
        {
            Problem = problem;
        }

        return true;
    }
}
