using System.Globalization;
using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Staffing;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>人员到岗: what each post asks for, who held it, and a calendar of how many were there on each day.</summary>
internal static class StaffingSheet
{
    /// <summary>The first column, and a narrow one for each day of a month.</summary>
    private const int ColumnCount = 32;

    /// <summary>The first and last columns of each field of the two tables above the calendar.</summary>
    private static readonly (int First, int Last)[] Fields = [(1, 1), (2, 10), (11, 12), (13, 14), (15, 16), (17, 18), (19, 21), (22, 24), (25, 32)];

    public static void Write(AssessmentBook book)
    {
        var posts = StaffingDays.Of(book.Folder, DaysOf(book));
        var sheet = book[Pages.Staffing].Columns([24, .. Enumerable.Repeat(4.2, ColumnCount - 1)]);
        var row = book.Head(Pages.Staffing, ColumnCount, landscape: true);
        sheet.Freeze(2);
        if (posts.Count == 0)
        {
            AssessmentBook.Empty(sheet, row, ColumnCount, "合同没有人员要求。");
            return;
        }

        var months = StaffingCalendar.MonthsOf(DaysOf(book));
        var holders = posts.SelectMany(post => post.Holdings.Where(holding => !holding.Days.Intersect(post.Days).IsEmpty).Select(holding => (post, holding))).ToList();
        var calendarRow = row + posts.Count + holders.Count + 6;
        sheet.Across(row, 1, ColumnCount, "一、岗位要求与缺额", Look.Section);
        Line(sheet, row + 1, ["岗位", "要求", "应到人数", "天数", "缺人天数", "缺人次", "不合要求天数", "到岗率", "条款"], Look.Header);
        sheet.AtLeast(row + 1, 36);
        for (var index = 0; index < posts.Count; index++)
        {
            Post(sheet, row + 2 + index, posts[index], StaffingCalendar.RangeOf(calendarRow + 1, index, months.Count));
        }

        Holders(sheet, row + posts.Count + 3, holders);
        sheet.Across(calendarRow, 1, ColumnCount, "三、逐日在岗人数", Look.Section);
        StaffingCalendar.Write(sheet, calendarRow + 1, posts, months);
    }

    /// <summary>The days of the period that are past at the cut-off.</summary>
    private static DateSpan DaysOf(AssessmentBook book) =>
        book.Days.Days.Intersect(new(BeijingTime.FirstDate, BeijingTime.DateEndingAt(book.Measurement.AsOf).PlusDays(1)));

    private static void Post(SheetDraft sheet, int row, StaffingDays post, string range)
    {
        var days = Enumerable.Range(0, post.Days.Days).Select(count => post.Days.Start.PlusDays(count)).ToList();
        var asked = post.Requirement.Headcount;
        decimal lacking = days.Sum(day => Math.Max(0, asked - post.PresentOn(day)));
        Line(sheet, row, [post.Requirement.Title.Zh, StaffingText.Asked(post.Requirement).Zh, "", "", "", "", "", "", string.Join("；", post.Requirement.Clauses)], Look.Body);
        for (var field = 2; field <= 7; field++)
        {
            sheet.Paint(row, Fields[field].First, row, Fields[field].Last, Look.Centred);
        }

        sheet[row, Fields[2].First].Number(asked, WorkbookTheme.Count);
        sheet[row, Fields[3].First].Formula($"COUNT({range})", days.Count, WorkbookTheme.Count);
        sheet[row, Fields[4].First].Formula($"COUNTIF({range},\"<\"&K{row})", days.Count(day => post.PresentOn(day) < asked), WorkbookTheme.Count);
        sheet[row, Fields[5].First].Formula($"SUMPRODUCT(ISNUMBER({range})*({range}<K{row})*(K{row}-{range}))", lacking, WorkbookTheme.Count);
        sheet[row, Fields[6].First].Number(days.Count(day => post.QualifiedOn(day) < asked), WorkbookTheme.Count);
        var share = sheet[row, Fields[7].First];
        var formula = $"IF(K{row}*M{row}=0,\"—\",1-Q{row}/(K{row}*M{row}))";
        _ = asked * days.Count == 0 ? share.Formula(formula, "—") : share.Formula(formula, 1 - (lacking / (asked * days.Count)), WorkbookTheme.Percent);
    }

    private static void Holders(SheetDraft sheet, int row, List<(StaffingDays Post, PostHolding Holding)> holders)
    {
        sheet.Across(row, 1, ColumnCount, "二、在岗人员", Look.Section);
        sheet.Headers(row + 1, 1, "岗位");
        Span(sheet, row + 1, "人员", Look.Header, 2, 10);
        Span(sheet, row + 1, "自", Look.Header, 11, 13);
        Span(sheet, row + 1, "至（含）", Look.Header, 14, 16);
        Span(sheet, row + 1, "驻场", Look.Header, 17, 18);
        Span(sheet, row + 1, "欠缺", Look.Header, 19, ColumnCount);
        for (var index = 0; index < holders.Count; index++)
        {
            var ((post, holding), line) = (holders[index], row + 2 + index);
            var faults = holding.Faults.Select(fault => $"{StaffingText.WordsOf(fault.Lacks).Zh}（{Words.SpanOf(fault.Days)}）").ToList();
            sheet[line, 1].As(Look.Body).Text(post.Requirement.Title.Zh);
            Span(sheet, line, holding.Assignment.Spec.Person, Look.Body, 2, 10);
            Span(sheet, line, "", Look.Centred, 11, 13).Date(holding.Days.Start);
            Span(sheet, line, "", Look.Centred, 14, 16).Date(holding.Days.End.PlusDays(-1));
            Span(sheet, line, Words.YesNo(holding.Assignment.Spec.OnSite), Look.Centred, 17, 18);
            Span(sheet, line, faults.Count == 0 ? "—" : string.Join("；", faults), Look.Body, 19, ColumnCount);
        }
    }

    private static void Line(SheetDraft sheet, int row, string[] texts, Look look)
    {
        for (var field = 0; field < Fields.Length; field++)
        {
            Span(sheet, row, texts[field], look, Fields[field].First, Fields[field].Last);
        }
    }

    private static CellDraft Span(SheetDraft sheet, int row, string text, Look look, int first, int last) => sheet.Across(row, first, last, text, look);
}

/// <summary>A calendar of a number for each day: a line for each month of each post.</summary>
internal static class StaffingCalendar
{
    private const int LongestMonth = 31;

    /// <summary>The months that hold a day of the span, each with its days of the span.</summary>
    public static List<DateSpan> MonthsOf(DateSpan days)
    {
        var months = new List<DateSpan>();
        for (var start = days.Start; start < days.End; start = months[^1].End)
        {
            months.Add(days.Intersect(new(start, start.With(DateAdjusters.StartOfMonth).PlusMonths(1))));
        }

        return months;
    }

    /// <summary>The days of a post for formulas of this sheet; days outside the span are empty.</summary>
    /// <param name="row">The calendar's header.</param>
    /// <param name="post">The post's place in order, from 0.</param>
    /// <param name="months">How many months there are.</param>
    public static string RangeOf(int row, int post, int months)
    {
        var first = row + 1 + (post * (months + 1)) + 1;
        return A1.FixedBlock(first, 2, first + Math.Max(1, months) - 1, LongestMonth + 1);
    }

    /// <summary>Writes the calendar; a day with too few people is marked.</summary>
    public static void Write(SheetDraft sheet, int row, IReadOnlyList<StaffingDays> posts, List<DateSpan> months)
    {
        sheet.Headers(row, 1, ["月份＼日", .. Enumerable.Range(1, LongestMonth).Select(day => day.ToString(CultureInfo.InvariantCulture))]);
        for (var index = 0; index < posts.Count; index++)
        {
            var title = row + 1 + (index * (months.Count + 1));
            sheet.Across(title, 1, LongestMonth + 1, $"{posts[index].Requirement.Title.Zh}（应到 {posts[index].Requirement.Headcount} 人）", Look.Label);
            for (var month = 0; month < months.Count; month++)
            {
                Month(sheet, title + 1 + month, posts[index], months[month]);
            }

            var range = RangeOf(row, index, months.Count).Replace("$", "", StringComparison.Ordinal);
            var first = range[..range.IndexOf(':', StringComparison.Ordinal)];
            sheet.Mark(range, $"AND(ISNUMBER({first}),{first}<{posts[index].Requirement.Headcount})");
        }
    }

    private static void Month(SheetDraft sheet, int row, StaffingDays post, DateSpan days)
    {
        sheet[row, 1].As(Look.Centred).Text(Words.MonthOf(days.Start));
        sheet.Paint(row, 2, row, LongestMonth + 1, Look.Centred);
        for (var day = days.Start; day < days.End; day = day.PlusDays(1))
        {
            sheet[row, day.Day + 1].Number(post.PresentOn(day), WorkbookTheme.Count);
        }
    }
}
