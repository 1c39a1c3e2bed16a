using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Svg;

namespace OpsRegistry.Reporting.Site;

/// <summary>A calendar of duties: a column a week, a square a day on which duties fall due.</summary>
internal static class DutyCalendar
{
    private const decimal Cell = 17;
    private const decimal Step = 20;
    private const decimal Left = 34;
    private const decimal Top = 22;

    /// <summary>The calendar of some days; nothing where no duty falls due.</summary>
    public static Html? Of(PageContext page, DateSpan days, IReadOnlyList<DutyDay> duties)
    {
        var shown = duties.Where(duty => days.Contains(duty.Day)).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var monday = days.Start.PlusDays(1 - (int)days.Start.DayOfWeek);
        var weeks = (Period.DaysBetween(monday, days.End) + 6) / 7;
        (decimal X, decimal Y) Place(LocalDate day)
        {
            var number = Period.DaysBetween(monday, day);
            return (Left + (number / 7 * Step), Top + (number % 7 * Step));
        }

        var shapes = new List<Html?>(WeekdayWords(page));
        shapes.AddRange(MonthWords(days, Place));
        shapes.Add(Path("idle", $"{string.Concat(Idle(days, shown).Select(day => Place(day)).Select(at => FormattableString.Invariant($"M{at.X} {at.Y}h{Cell}v{Cell}h-{Cell}z")))}"));
        shapes.AddRange(shown.Select(duty => Square(page, duty, Place(duty.Day))));
        shapes.AddRange(Signs(shown, Place));
        var (done, missing, pending) = (shown.Sum(duty => duty.Fulfilled), shown.Sum(duty => duty.Missing), shown.Sum(duty => duty.Pending));
        var label = page.In(
            $"{SiteWords.Days(days)} 义务日历：已履行 {done}，缺少 {missing}，未到期 {pending}",
            $"Calendar of duties {SiteWords.Days(days)}: fulfilled {done}, missing {missing}, pending {pending}");
        return Tags.All(Chart(page.In("义务日历", "Calendar of duties"), Picture(Left + (weeks * Step) + 4, Top + (7 * Step), label, shapes).With("class", "calendar")), Legend(page));
    }

    private static IEnumerable<LocalDate> Idle(DateSpan days, IReadOnlyList<DutyDay> shown)
    {
        var busy = shown.Select(duty => duty.Day).ToHashSet();
        return Enumerable.Range(0, days.Days).Select(days.Start.PlusDays).Where(day => !busy.Contains(day));
    }

    private static Html Square(PageContext page, DutyDay duty, (decimal X, decimal Y) at)
    {
        var words = page.In(
            $"{SiteWords.Day(duty.Day)} {Moment.Weekday(duty.Day).Zh}：到期 {duty.Due.Count}{(duty.Missing > 0 ? $"，缺少 {duty.Missing}" : "")}",
            $"{SiteWords.Day(duty.Day)} {Moment.Weekday(duty.Day).En}: {duty.Due.Count} due{(duty.Missing > 0 ? $", {duty.Missing} missing" : "")}");
        return Tags.Tag($"path.{KindOf(duty)}", Tags.Tag("title", words)).With("d", FormattableString.Invariant($"M{at.X} {at.Y}h{Cell}v{Cell}h-{Cell}z"));
    }

    private static string KindOf(DutyDay duty) =>
        duty.Missing * 2 > duty.Due.Count ? "missing"
        : duty.Missing > 0 ? "partly"
        : duty.Pending > 0 ? "pending"
        : duty.Due.Count > 2 ? "many" : "done";

    /// <summary>The signs over the squares: a cross where most is missing, a corner where some is.</summary>
    private static IEnumerable<Html> Signs(IReadOnlyList<DutyDay> shown, Func<LocalDate, (decimal X, decimal Y)> place)
    {
        var crosses = shown.Where(duty => KindOf(duty) == "missing").Select(duty => place(duty.Day)).Select(at => FormattableString.Invariant($"M{at.X + 5} {at.Y + 5}l7 7m0 -7l-7 7"));
        var corners = shown.Where(duty => KindOf(duty) == "partly").Select(duty => place(duty.Day)).Select(at => FormattableString.Invariant($"M{at.X + Cell} {at.Y}v{Cell}h-{Cell}z"));
        return [Path("cross", $"{string.Concat(crosses)}"), Path("corner", $"{string.Concat(corners)}")];
    }

    private static IEnumerable<Html> WeekdayWords(PageContext page) =>
        new[] { (0, "一", "Mon"), (2, "三", "Wed"), (4, "五", "Fri"), (6, "日", "Sun") }
            .Select(day => Words("tick end", Left - 6, Top + (day.Item1 * Step) + 13, page.In(day.Item2, day.Item3)));

    private static IEnumerable<Html> MonthWords(DateSpan days, Func<LocalDate, (decimal X, decimal Y)> place)
    {
        for (var month = new LocalDate(days.Start.Year, days.Start.Month, 1); month < days.End; month = month.PlusMonths(1))
        {
            var first = LocalDate.Max(month, days.Start);
            // A month of which less than a week is left has no room for its name.
            if (Period.DaysBetween(first, LocalDate.Min(month.PlusMonths(1), days.End)) >= 12)
            {
                var x = place(first.Day == 1 && first.DayOfWeek != IsoDayOfWeek.Monday ? first.PlusDays(7) : first).X;
                yield return Words("tick", x, Top - 8, month.ToString(month.Month == 1 || first == days.Start ? "uuuu-MM" : "MM", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    private static Html Legend(PageContext page)
    {
        Html Key(string kind, string words) => Tags.Tag(
            "li",
            Tags.Tag(
                "svg",
                Rect(kind, 1, 1, 13, 13),
                kind == "missing" ? Path("cross", $"M4.5 4.5l6 6m0 -6l-6 6") : kind == "partly" ? Path("corner", $"M14 1v13h-13z") : null)
                .With("width", 15).With("height", 15).With("viewBox", "0 0 15 15").With("aria-hidden", "true").With("class", "calendar"),
            words);
        return Tags.Tag(
            "ul.legend",
            Key("done", page.In("到期的都已履行", "all fulfilled")),
            Key("many", page.In("三项以上都已履行", "three or more, all fulfilled")),
            Key("partly", page.In("缺少一部分", "some missing")),
            Key("missing", page.In("多半缺少", "most missing")),
            Key("pending", page.In("未到期", "pending")),
            Key("idle", page.In("当日没有到期义务", "nothing due")));
    }
}
