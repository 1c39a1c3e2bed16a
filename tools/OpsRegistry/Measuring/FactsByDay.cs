using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Records by the day on which they count, so that each week of a term need not look at all of them.</summary>
internal sealed class FactsByDay
{
    private readonly (LocalDate Day, int Position, Fact Fact)[] ordered;
    private readonly LocalDate[] days;

    /// <summary>Orders records; their own order decides among those of one day.</summary>
    public FactsByDay(IEnumerable<Fact> facts)
    {
        ordered = facts.Select((fact, position) => (fact.CountsOn, position, fact)).OrderBy(entry => entry.CountsOn).ThenBy(entry => entry.position).ToArray();
        days = ordered.Select(entry => entry.Day).ToArray();
    }

    /// <summary>The records that count on one of the days, in their own order.</summary>
    public IReadOnlyList<Fact> In(DateSpan span)
    {
        var (first, end) = (FirstFrom(span.Start), FirstFrom(span.End));
        return first >= end ? [] : ordered[first..end].OrderBy(entry => entry.Position).Select(entry => entry.Fact).ToList();
    }

    private int FirstFrom(LocalDate day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = days[middle] < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
