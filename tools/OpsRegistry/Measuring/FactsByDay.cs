using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Records by a day of theirs, so that each week and period of a term need not look at all of them.</summary>
internal sealed class FactsByDay
{
    private const int PlaceBits = 32;

    private readonly IReadOnlyList<Fact> facts;
    private readonly long[] ordered; // the day, and the place among the facts

    /// <summary>Orders records.</summary>
    /// <param name="facts">In their own order.</param>
    /// <param name="dayOf">The day that decides.</param>
    public FactsByDay(IReadOnlyList<Fact> facts, Func<Fact, LocalDate> dayOf)
    {
        this.facts = facts;
        ordered = new long[facts.Count];
        for (var place = 0; place < ordered.Length; place++)
        {
            ordered[place] = FirstOf(dayOf(facts[place])) + place;
        }

        Array.Sort(ordered);
    }

    /// <summary>The records of some days, in their own order.</summary>
    public IReadOnlyList<Fact> In(DateSpan span)
    {
        var (first, end) = (Before(span.Start), Before(span.End));
        if (first >= end)
        {
            return [];
        }

        var places = new int[end - first];
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = (int)(ordered[first + index] & uint.MaxValue);
        }

        Array.Sort(places);
        return Array.ConvertAll(places, place => facts[place]);
    }

    // How many stand before a day.
    private int Before(LocalDate day)
    {
        var place = Array.BinarySearch(ordered, FirstOf(day));
        return place < 0 ? ~place : place;
    }

    // Later days are greater numbers.
    private static long FirstOf(LocalDate day) => (long)((day.Year * 372) + (day.Month * 31) + day.Day) << PlaceBits;
}
