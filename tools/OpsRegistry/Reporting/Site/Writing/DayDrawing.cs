using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using static OpsRegistry.Reporting.Site.Writing.Svg;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>A calendar: a column a week, a square a day.</summary>
internal sealed class DayDrawing(PageContext page, DayChart chart)
{
    private const decimal Cell = 17, Step = 20, Left = 34, Top = 22;

    private const int LeastDaysForName = 12;

    private readonly LocalDate monday = chart.Days.Start.PlusDays(1 - (int)chart.Days.Start.DayOfWeek);

    /// <summary>The drawing's size and shapes.</summary>
    public (decimal Width, decimal Height, IEnumerable<Html?> Shapes) Draw()
    {
        var weeks = (Period.DaysBetween(monday, chart.Days.End) + 6) / 7;
        var marked = chart.Marks.ToDictionary(mark => mark.Day);
        var idle = Enumerable.Range(0, chart.Days.Days).Select(chart.Days.Start.PlusDays).Where(day => !marked.ContainsKey(day)).Select(Square);
        return (Left + (weeks * Step) + 4, Top + (7 * Step),
        [
            .. Weekdays(),
            .. Months(),
            Path("idle", $"{string.Concat(idle)}"),
            .. chart.Marks.Select(mark => (Html)Svg.Told(
                $"{Moment.Show(mark.Day)} {page.In(Moment.Weekday(mark.Day))}：{page.In(mark.Title)}",
                Path(ValueHtml.ClassOf(mark.Tone), $"{Square(mark.Day)}"),
                ChartHtml.Cross(mark.Tone, PlaceOf(mark.Day).X + (Cell / 2), PlaceOf(mark.Day).Y + (Cell / 2)))),
        ]);
    }

    private (decimal X, decimal Y) PlaceOf(LocalDate day) => Period.DaysBetween(monday, day) is var number ? (Left + (number / 7 * Step), Top + (number % 7 * Step)) : default;

    private string Square(LocalDate day) => PlaceOf(day) is var at ? FormattableString.Invariant($"M{at.X} {at.Y}h{Cell}v{Cell}h-{Cell}z") : "";

    private IEnumerable<Html> Weekdays() => new[] { (0, "一", "Mon"), (2, "三", "Wed"), (4, "五", "Fri"), (6, "日", "Sun") }
        .Select(day => Words("tick end", Left - 6, Top + (day.Item1 * Step) + 13, page.In(day.Item2, day.Item3)));

    private IEnumerable<Html> Months()
    {
        for (var month = new LocalDate(chart.Days.Start.Year, chart.Days.Start.Month, 1); month < chart.Days.End; month = month.PlusMonths(1))
        {
            var first = LocalDate.Max(month, chart.Days.Start);
            // A month of which little is left has no room for its name.
            if (Period.DaysBetween(first, LocalDate.Min(month.PlusMonths(1), chart.Days.End)) >= LeastDaysForName)
            {
                var x = PlaceOf(first.Day == 1 && first.DayOfWeek != IsoDayOfWeek.Monday ? first.PlusDays(7) : first).X;
                yield return Words("tick", x, Top - 8, month.ToString(month.Month == 1 || first == chart.Days.Start ? "uuuu-MM" : "MM", CultureInfo.InvariantCulture));
            }
        }
    }
}
