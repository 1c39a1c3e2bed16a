namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>The days on which a duty is fulfilled in the illustrative term. Rounds meet on the 25th, so that one record serves many services.</summary>
internal static class DutyDays
{
    private static readonly HashSet<string> AtTheBeginning =
        ["lightning-protection", "first-health-check", "implementation-plan", "emergency-plan", "security-policy", "site-assessment"];

    /// <summary>The daily rounds that were left out; each is a missing occurrence of every service it would have served.</summary>
    private static readonly HashSet<DateOnly> Skipped = [Clock.Day("2024-11-14"), Clock.Day("2025-01-15"), Clock.Day("2024-12-19")];

    /// <summary>The daily rounds are recorded up to the Spring Festival; the rest is left out to keep the sample small.</summary>
    private static readonly DateOnly LastRound = Clock.Day("2025-01-27");

    /// <summary>The days, in order.</summary>
    public static IReadOnlyList<DateOnly> Of(ServiceDuty duty)
    {
        var from = Clock.Day(duty.From);
        return duty.Rhythm switch
        {
            EachDay => Days(from, LastRound).Where(OfficeDays.Contains).Where(day => !Skipped.Contains(day)).Take(duty.Sampled ? 3 : int.MaxValue).ToList(),
            EachWeek weekly => Weeks(from).SelectMany(monday => InWeek(monday, weekly.Count)).Take(duty.Sampled ? 4 : int.MaxValue).ToList(),
            EachSpan spans => Enumerable.Range(0, duty.Sampled ? 1 : spans.Number)
                .SelectMany(number => Evenly(from.AddMonths(number * spans.Months), from.AddMonths((number + 1) * spans.Months), spans.Count, duty.Type))
                .ToList(),
            InAll all => Evenly(from, OfficeDays.Last.AddDays(1), duty.Sampled ? 4 : all.Count, duty.Type).ToList(),
            _ => [],
        };
    }

    private static IEnumerable<DateOnly> Evenly(DateOnly from, DateOnly end, int count, string? type)
    {
        // The 25th of each month; where that is too few, also the 5th, the 10th, the 15th and the 20th.
        var rounds = Days(from, end.AddDays(-1)).Where(day => day.Day == 25).ToList();
        if (count > rounds.Count)
        {
            rounds = Days(from, end.AddDays(-1)).Where(day => day.Day is 5 or 10 or 15 or 20 or 25).ToList();
        }

        return count == 1
            ? [Working(type is not null && AtTheBeginning.Contains(type) ? rounds[0] : rounds[^1], from)]
            : Enumerable.Range(0, count).Select(number => Working(rounds[((2 * number) + 1) * rounds.Count / (2 * count)], from));
    }

    private static DateOnly Working(DateOnly day, DateOnly from) => OfficeDays.OnOrBefore(day) is var before && before >= from ? before : day;

    private static IEnumerable<DateOnly> Weeks(DateOnly from)
    {
        var monday = from.AddDays((8 - (int)from.DayOfWeek) % 7);
        for (; monday.AddDays(6) <= OfficeDays.Last; monday = monday.AddDays(7))
        {
            yield return monday;
        }
    }

    // Thursday first; in the weeks of a long holiday whichever days are worked.
    private static IEnumerable<DateOnly> InWeek(DateOnly monday, int count) =>
        new[] { 3, 1, 2, 4, 0, 5, 6 }.Select(monday.AddDays).Where(OfficeDays.Contains).Take(count).Order();

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly through)
    {
        for (var day = from; day <= through; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
