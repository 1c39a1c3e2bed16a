using OpsRegistry.Measuring;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Time.DateSpan>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A calendar of how many people held a post on each day: a row for each month.</summary>
internal static class PresenceTable
{
    public const int LongestMonth = 31;

    private const double DayWidth = 4.2;

    /// <summary>The table of a post, by the post's number.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"presence{number}");

    /// <summary>The column of a day of the month.</summary>
    public static string Day(int day) => string.Create(CultureInfo.InvariantCulture, $"day{day}");

    public static Table<DateSpan> For(int number, StaffingDays post) => new(IdOf(number), post.Requirement.Title, ColumnsOf(post), MonthsOf(post.Days))
    {
        WhenEmpty = new("还没有一天过去。", "No day is over yet."),
    };

    private static IReadOnlyList<Column> ColumnsOf(StaffingDays post) =>
    [
        Column.Label("month", new("月份＼日", "month"), days => Text.Same(days.Start.ToString("uuuu-MM", CultureInfo.InvariantCulture))) with { Width = 24 },
        .. Enumerable.Range(1, LongestMonth).Select(day => Column.Count(Day(day), Text.Same(day.ToString(CultureInfo.InvariantCulture)), month => PresentOn(post, month, day)) with
        {
            Width = DayWidth,
            CellMark = cell => string.Create(CultureInfo.InvariantCulture, $"AND(ISNUMBER({cell}),{cell}<{post.Requirement.Headcount})"),
        }),
    ];

    private static decimal? PresentOn(StaffingDays post, DateSpan month, int day) =>
        month.Start.With(DateAdjusters.StartOfMonth).PlusDays(day - 1) is var date && month.Contains(date) ? post.PresentOn(date) : null;

    /// <summary>The months that hold a day of the span, each with its days of the span.</summary>
    private static List<DateSpan> MonthsOf(DateSpan days)
    {
        var months = new List<DateSpan>();
        for (var start = days.Start; start < days.End; start = months[^1].End)
        {
            months.Add(days.Intersect(new(start, start.With(DateAdjusters.StartOfMonth).PlusMonths(1))));
        }

        return months;
    }
}
