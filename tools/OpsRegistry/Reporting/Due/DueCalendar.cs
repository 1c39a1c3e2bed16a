using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Due;

/// <summary>What is due and overdue, as a calendar to subscribe to (RFC 5545). The same list gives the same bytes.</summary>
internal static class DueCalendar
{
    private const string Zone = "Asia/Shanghai";

    /// <summary>Writes the calendar: an event on the last day of each duty and day limit, at the moment for hour limits.</summary>
    public static void Write(TextWriter output, DueList list, Language language)
    {
        var lines = new CalendarLines(output);
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//ops-registry//opsreg due//ZH");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", "PUBLISH");
        lines.AddText("X-WR-CALNAME", new Text("运维到期事项", "Operation and maintenance: due").In(language));
        WriteZone(lines);
        foreach (var item in list.Items)
        {
            WriteItem(lines, list, item, language);
        }

        lines.Add("END", "VCALENDAR");
    }

    /// <summary>Beijing: +08:00 since the end of its last summer time on 1991-09-15, before every date served.</summary>
    private static void WriteZone(CalendarLines lines)
    {
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", Zone);
        lines.Add("BEGIN", "STANDARD");
        lines.Add("DTSTART", "19910915T020000");
        lines.Add("TZOFFSETFROM", "+0900");
        lines.Add("TZOFFSETTO", "+0800");
        lines.Add("TZNAME", "CST");
        lines.Add("END", "STANDARD");
        lines.Add("END", "VTIMEZONE");
    }

    private static void WriteItem(CalendarLines lines, DueList list, DueItem item, Language language)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.AddText("UID", UidOf(item));
        lines.Add("DTSTAMP", Utc(list.AsOf));
        if (item.WholeDay)
        {
            lines.Add("DTSTART;VALUE=DATE", Date(item.LastDay));
            lines.Add("DTEND;VALUE=DATE", Date(item.LastDay.PlusDays(1)));
        }
        else
        {
            lines.Add($"DTSTART;TZID={Zone}", BeijingTime.Local(item.Due).ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture));
        }

        lines.AddText("SUMMARY", $"{DueTable.StateOf(item).Title.In(language)}：{item.Title.In(language)} {item.Name}");
        lines.AddText("DESCRIPTION", Description(item, language));
        lines.AddTexts("CATEGORIES", [item.Contract, item is DueTarget ? "SLA" : item.Kind]);
        lines.Add("TRANSP", "TRANSPARENT");
        lines.Add("END", "VEVENT");
    }

    /// <summary>The same for an item as long as it is open, whatever the cut-off, its state and what else is due.</summary>
    private static string UidOf(DueItem item)
    {
        var parts = new[] { item.Contract, item.Assessment.Period.Id, item.Service, item.Id, item.Name }.OfType<string>();
        var words = parts.Select(part => string.Concat(part.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')));
        return $"{string.Join('.', words)}@ops-registry";
    }

    private static string Description(DueItem item, Language language)
    {
        var rows = new List<string> { $"{item.Contract} {item.Assessment.Period.Id} {item.Id}{(item.Service is null ? "" : " " + item.Service)}" };
        if (item.Stake is { } stake)
        {
            var points = stake.Points is { } known ? Points.Plain(known) : "—";
            rows.Add((item.Overdue
                ? new Text($"已失 {points} 分，扣款 {Yuan.Show(stake.Yuan).Zh} 元", $"{points} points lost, {Yuan.Show(stake.Yuan).En} yuan deducted")
                : new Text($"关系 {points} 分，{Yuan.Show(stake.Yuan).Zh} 元", $"{points} points and {Yuan.Show(stake.Yuan).En} yuan at stake")).In(language));
        }

        rows.AddRange(item.Clauses);
        if (item.Provisional)
        {
            rows.Add(new Text("暂定：所用日历的通知尚未公布", "provisional: the notice for the calendar used is not published").In(language));
        }

        return string.Join('\n', rows);
    }

    private static string Date(LocalDate date) => date.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    private static string Utc(Instant instant) => instant.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
