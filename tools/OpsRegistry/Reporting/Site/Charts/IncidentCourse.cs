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
        var spans = Spans(incident.Incident, asOf).ToList();
        var last = marks.Select(mark => mark.At).Concat(spans.Select(span => span.Span.Time.End)).Append(incident.IsOpen ? asOf : marks[0].At).Max();
        var first = marks.Select(mark => mark.At).Concat(spans.Select(span => span.Span.Time.Start)).Min();
        return new(new TimeChart(
            "course", new("处置经过", "Course of the incident"),
            new(string.Join("；", marks.Select(mark => $"{mark.Title.Zh} {Moment.ShowMinute(mark.At)}")), string.Join("; ", marks.Select(mark => $"{mark.Title.En} {Moment.ShowMinute(mark.At)}"))),
            new(first, Instant.Max(last, first + Duration.FromMinutes(1))),
            [.. spans.GroupBy(span => span.Lane).Select(lane => new Lane(lane.Key, lane.Select(one => one.Span).ToList(), [])), new(new("经过", "course"), [], marks)]));
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

    private static IEnumerable<(Text Lane, LaneSpan Span)> Spans(Incident incident, Instant asOf)
    {
        (Text Lane, IReadOnlyList<TimeSpanRecord> Stretches, Tone Tone)[] all =
        [
            (new("业务中断", "interrupted"), incident.Interruptions, Tone.Bad), (new("业务劣化", "degraded"), incident.Degradations, Tone.Warning), (new("暂停计时", "paused"), incident.Pauses, Tone.Faint),
        ];
        return from one in all
               from stretch in one.Stretches
               let time = new Interval(stretch.From.ToInstant(), stretch.To?.ToInstant() ?? asOf)
               let words = $" {Moment.ShowMinute(time.Start)} – {Moment.ShowMinute(time.End)}"
               select (one.Lane, new LaneSpan(time, new(one.Lane.Zh + words, one.Lane.En + words), one.Tone));
    }
}
