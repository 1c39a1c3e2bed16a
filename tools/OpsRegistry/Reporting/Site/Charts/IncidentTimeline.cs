using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>Incidents along time, a lane for each level, the worst above.</summary>
internal static class IncidentTimeline
{
    private const int MostMarks = 200;

    /// <summary>The timeline of some days; nothing where there was no incident.</summary>
    public static TimeChart? For(DateSpan days, IReadOnlyList<SiteIncident> incidents, Instant asOf) => incidents.Count == 0 ? null : new(
        "incidentTimeline", new("事件时间线", "Timeline of incidents"), new($"共 {incidents.Count} 件", $"{incidents.Count} in all"), days.ToInterval(),
        (from incident in incidents.Take(MostMarks)
         group incident by (Rank: incident.Rank ?? int.MaxValue, Category: incident.Rank is null ? incident.Incident.Category : default) into lane
         orderby lane.Key.Rank, lane.Key.Category
         select new Lane(lane.First().Level.Title, lane.Select(incident => SpanOf(incident, asOf)).ToList(), [])).ToList())
    {
        Legend =
        [
            (Tone.Bad, new("有时限未达标", "a limit was missed")), (Tone.Plain, new("服务单位原因", "caused by the vendor")), (Tone.Faint, new("非服务单位原因", "not caused by the vendor")),
        ],
    };

    private static LaneSpan SpanOf(SiteIncident incident, Instant asOf)
    {
        var (from, missed) = (incident.Incident.ReportedAt.ToInstant(), incident.Missed.Any());
        var (name, about) = (RecordNames.Show(incident.Resource.Name), $"{Moment.ShowMinute(from)} {incident.Incident.Summary}");
        var words = new Text($"{name.Zh} {about}", $"{name.En} {about}");
        return new(
            new(from, Instant.Max(from, incident.Over ?? asOf)),
            missed ? new($"{words.Zh}（有时限未达标）", $"{words.En} (a limit was missed)") : words,
            missed ? Tone.Bad : incident.Incident.Attributable ? Tone.Plain : Tone.Faint,
            Anchor.Record(incident.Resource.Path));
    }
}
