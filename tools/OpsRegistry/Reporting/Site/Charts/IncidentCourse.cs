using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;

namespace OpsRegistry.Reporting.Site;

/// <summary>One incident along its own time: what happened when, and when business was down.</summary>
internal static class IncidentCourse
{
    public static Block.ChartBlock For(SiteIncident incident, Instant asOf)
    {
        var marks = Marks(incident.Incident).ToList();
        var lanes = Lanes(incident.Incident, asOf).Where(lane => lane.Spans.Count > 0).ToList();
        var spans = lanes.SelectMany(lane => lane.Spans).ToList();
        var last = marks.Select(mark => mark.At).Concat(spans.Select(span => span.Time.End)).Append(incident.IsOpen ? asOf : marks[0].At).Max();
        var first = marks.Select(mark => mark.At).Concat(spans.Select(span => span.Time.Start)).Min();
        return new(new TimeChart(
            "course", new("处置经过", "Course of the incident"),
            new(string.Join("；", marks.Select(mark => $"{mark.Title.Zh} {Moment.ShowMinute(mark.At)}")), string.Join("; ", marks.Select(mark => $"{mark.Title.En} {Moment.ShowMinute(mark.At)}"))),
            new(first, Instant.Max(last, first + Duration.FromMinutes(1))),
            [.. lanes, new(new("经过", "course"), [], marks)]));
    }

    private static IEnumerable<LaneMark> Marks(Incident incident)
    {
        (OffsetDateTime? At, Text Title)[] all =
        [
            (incident.ReportedAt, new("报告", "reported")), (incident.RepliedAt, new("回复", "replied")), (incident.RespondedAt, new("响应", "responded")),
            (incident.ArrivedAt, new("到场", "on site")), (incident.RestoredAt, new("恢复", "restored")), (incident.ResolvedAt, new("解决", "resolved")),
        ];
        return from one in all
               where one.At is not null
               group one.Title by one.At!.Value.ToInstant() into same
               orderby same.Key
               select new LaneMark(same.Key, new(string.Join("、", same.Select(title => title.Zh)), string.Join(", ", same.Select(title => title.En))), Tone.Plain);
    }

    private static Lane[] Lanes(Incident incident, Instant asOf) =>
    [
        LaneOf(new("业务中断", "interrupted"), incident.Interruptions, Tone.Bad, asOf),
        LaneOf(new("业务劣化", "degraded"), incident.Degradations, Tone.Warning, asOf),
        LaneOf(new("暂停计时", "paused"), incident.Pauses, Tone.Faint, asOf),
    ];

    private static Lane LaneOf(Text title, IReadOnlyList<TimeSpanRecord> spans, Tone tone, Instant asOf) => new(
        title,
        (from span in spans
         let time = new Interval(span.From.ToInstant(), span.To?.ToInstant() ?? asOf)
         let words = $" {Moment.ShowMinute(time.Start)} – {Moment.ShowMinute(time.End)}"
         select new LaneSpan(time, new(title.Zh + words, title.En + words), tone)).ToList(),
        []);
}
