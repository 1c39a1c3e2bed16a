namespace OpsRegistry.Time;

/// <summary>Periods of some months each, counted from an anchor. Period 1 starts on the anchor.</summary>
/// <remarks>
/// The start of period k is the anchor plus (k − 1)·n months, clamped to the month's end and never counted from the clamped
/// day before: from 2025-11-30 by three months, 02-28 is followed by 05-30.
/// </remarks>
/// <param name="Anchor">The first day of period 1, e.g. the signing.</param>
/// <param name="MonthsEach">Length of a period in months, 1 or more.</param>
internal sealed record PeriodSchedule(LocalDate Anchor, int MonthsEach)
{
    /// <summary>Length of a period in months, 1 or more.</summary>
    public int MonthsEach { get; } = MonthsEach >= 1 ? MonthsEach : throw new ArgumentOutOfRangeException(nameof(MonthsEach));

    /// <summary>Period <paramref name="number"/>, from 1.</summary>
    public DateSpan this[int number] =>
        new(Anchor.PlusMonths((number - 1) * MonthsEach), Anchor.PlusMonths(number * MonthsEach));

    /// <summary>The number of the period that has the date; less than 1 before the anchor.</summary>
    public int NumberOf(LocalDate date)
    {
        var months = ((date.Year - Anchor.Year) * 12) + date.Month - Anchor.Month;
        var number = (int)Math.Floor((double)months / MonthsEach) + 1;

        // Whole months say too much when the date lies before the anchor's day of the month.
        return date < this[number].Start ? number - 1 : number;
    }

    /// <summary>The periods that start before <paramref name="end"/>, in order; the last may reach past it.</summary>
    public IReadOnlyList<DateSpan> Until(LocalDate end)
    {
        var periods = new List<DateSpan>();
        for (var number = 1; this[number].Start < end; number++)
        {
            periods.Add(this[number]);
        }

        return periods;
    }

    /// <summary>Blocks of some days from the start of a span, the last cut where the span ends.</summary>
    public static IReadOnlyList<DateSpan> Blocks(DateSpan span, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var blocks = new List<DateSpan>();
        for (var start = span.Start; start < span.End; start = start.PlusDays(days))
        {
            blocks.Add(new DateSpan(start, start.PlusDays(days)).Intersect(span));
        }

        return blocks;
    }
}
