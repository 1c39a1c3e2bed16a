using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Svg;

namespace OpsRegistry.Reporting.Site;

/// <summary>One incident along its own time: what happened when, and when business was down.</summary>
internal static class IncidentClock
{
    private const decimal Width = 1180;
    private const decimal Left = 100;
    private const decimal Right = 1130;

    /// <summary>The drawing.</summary>
    public static Html Of(PageContext page, SiteIncident incident)
    {
        var events = Events(page, incident.Incident).ToList();
        var bars = Bars(page, incident.Incident).ToList();
        var asOf = page.Site.AsOf;
        var end = events.Select(one => one.At).Concat(bars.Select(bar => bar.Stretch.To?.ToInstant() ?? asOf)).Append(incident.IsOpen ? asOf : events[0].At).Max();
        var start = events.Select(one => one.At).Concat(bars.Select(bar => bar.Stretch.From.ToInstant())).Min();
        var scale = new TimeScale(new Interval(start, Instant.Max(end, start + Duration.FromMinutes(1))), Left, Right);
        var shapes = new List<Html?>();
        var y = 10m;
        foreach (var row in bars.GroupBy(bar => bar.Name))
        {
            shapes.Add(Words("tick end", Left - 10, y + 11, row.Key));
            shapes.AddRange(row.Select(bar => Stretch(scale, bar, y, asOf)));
            y += 22;
        }

        y += 8;
        shapes.Add(Line("axis", Left, y, Right, y));
        shapes.AddRange(Ticks(scale, events, y));
        var label = string.Join("；", events.Select(one => $"{one.Name} {SiteWords.Minute(one.At)}"));
        return Chart(page.In("处置经过", "Course of the incident"), Picture(Width, y + 22 + (Rows(scale, events).Max() * 32) + 30, label, shapes).With("class", "clock"));
    }

    /// <summary>A limit and what of it was used, on its own scale; nothing where either is unknown.</summary>
    public static Html? Limit(PageContext page, TargetResult result)
    {
        if (result is not { Start: { } start, Due: { } due })
        {
            return null;
        }

        var end = result.End ?? page.Site.AsOf;
        var whole = Duration.Max(due - start, end - start);
        if (whole <= Duration.Zero)
        {
            return null;
        }

        var scale = new TimeScale(new Interval(start, start + whole), 1, 157);
        var label = page.In($"到期 {SiteWords.Minute(due, end: true)}，{(result.End is null ? "尚未完成" : "完成 " + SiteWords.Minute(end))}", $"due {SiteWords.Minute(due, end: true)}, {(result.End is null ? "still open" : "done " + SiteWords.Minute(end))}");
        return Picture(
            160,
            18,
            label,
            Rect("track", 1, 6, 156, 6),
            Rect(end <= due ? "used" : "used bad", 1, 5, Math.Max(2m, scale.At(end) - 1), 8),
            Line("due", scale.At(due), 1, scale.At(due), 17)).With("class", "limit");
    }

    private static IEnumerable<(string Name, Instant At)> Events(PageContext page, Incident incident)
    {
        (OffsetDateTime? At, string Zh, string En)[] all =
        [
            (incident.ReportedAt, "报告", "reported"), (incident.RepliedAt, "回复", "replied"), (incident.RespondedAt, "响应", "responded"),
            (incident.ArrivedAt, "到场", "on site"), (incident.RestoredAt, "恢复", "restored"), (incident.ResolvedAt, "解决", "resolved"),
        ];
        return from one in all
               where one.At is not null
               let at = one.At!.Value.ToInstant()
               orderby at
               group page.In(one.Zh, one.En) by at into same
               select (string.Join("、", same), same.Key);
    }

    private static IEnumerable<(string Name, string Kind, TimeSpanRecord Stretch)> Bars(PageContext page, Incident incident) =>
        incident.Interruptions.Select(stretch => (page.In("业务中断", "interrupted"), "interrupted", stretch))
            .Concat(incident.Degradations.Select(stretch => (page.In("业务劣化", "degraded"), "degraded", stretch)))
            .Concat(incident.Pauses.Select(stretch => (page.In("暂停计时", "paused"), "paused", stretch)));

    private static Html Stretch(TimeScale scale, (string Name, string Kind, TimeSpanRecord Stretch) bar, decimal y, Instant asOf)
    {
        var (from, to) = (bar.Stretch.From.ToInstant(), bar.Stretch.To?.ToInstant() ?? asOf);
        return Told($"{bar.Name} {SiteWords.Minute(from)} – {SiteWords.Minute(to)}", Rect(bar.Kind, scale.At(from), y, Math.Max(2m, scale.At(to) - scale.At(from)), 14));
    }

    private static IEnumerable<Html> Ticks(TimeScale scale, List<(string Name, Instant At)> events, decimal y)
    {
        var rows = Rows(scale, events);
        for (var index = 0; index < events.Count; index++)
        {
            var x = scale.At(events[index].At);
            var low = y + 22 + (rows[index] * 32);
            var side = x > Right - 60 ? " end" : x < Left + 60 ? "" : " middle";
            yield return Line("stem", x, y - 4, x, low - 12);
            yield return Dot("mark", x, y, 4);
            yield return Words("figure" + side, x, low, events[index].Name);
            yield return Words("tick" + side, x, low + 14, SiteWords.Minute(events[index].At)[5..]);
        }
    }

    /// <summary>Words that would cover each other stand lower.</summary>
    private static List<int> Rows(TimeScale scale, List<(string Name, Instant At)> events)
    {
        var ends = new List<decimal>();
        return events.Select(one =>
        {
            var x = scale.At(one.At);
            var row = ends.FindIndex(end => end + 110 < x);
            if (row < 0)
            {
                ends.Add(x);
                return ends.Count - 1;
            }

            ends[row] = x;
            return row;
        }).ToList();
    }
}
