using OpsRegistry.Measuring;
using OpsRegistry.Model;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>Incidents in rows.</summary>
internal static class IncidentTable
{
    public static Html Of(PageContext page, IEnumerable<SiteIncident> incidents, bool withContract)
    {
        var rows = incidents.Select(incident => Line(page, incident, withContract)).ToList();
        string[] heads =
        [
            page.In("报告时间", "reported"), .. withContract ? [page.In("合同", "contract")] : Array.Empty<string>(), page.In("事件", "incident"), page.In("级别", "level"),
            page.In("历时", "lasted"), page.In("时限", "limits"), page.In("原因", "cause"), "#" + page.In("扣分", "points"),
        ];
        return rows.Count == 0 ? Tag("p.empty", page.In("没有事件。", "There are no incidents.")) : Table(page.In("事件", "Incidents"), heads, rows);
    }

    /// <summary>A level as a badge: the worst stands out by its sign too.</summary>
    public static Html Level(PageContext page, SiteIncident incident) => incident.Grading is { } grading
        ? Badge(incident.Rank == 0 ? "bad" : incident.Rank == 1 && grading.Terms.Levels.Count > 2 ? "warn" : "plain", (incident.Rank == 0 ? "▲ " : "") + page.In(grading.Level.Title))
        : Tag("span", page.In(incident.Incident.Category.Title()));

    /// <summary>How its limits were kept, in words.</summary>
    public static Html Limits(PageContext page, SiteIncident incident)
    {
        var counts = incident.Targets.GroupBy(target => target.State).OrderBy(group => group.Key).ToList();
        return counts.Count == 0
            ? Tag("span.none", page.In("无时限", "none"))
            : Joined(" ", counts.Select(group => Badge(SiteWords.Tone(group.Key), $"{Sign(group.Key)}{page.In(group.Key.Title())} {group.Count()}")));
    }

    private static string Sign(TargetState state) => state switch
    {
        TargetState.Met => "✓ ",
        TargetState.Missed => "✕ ",
        TargetState.Pending or TargetState.NotMeasurable => "",
    };

    private static Html Line(PageContext page, SiteIncident incident, bool withContract) => Tag(
        "tr",
        HeadCell(Tag("span.time", SiteWords.Minute(incident.Incident.ReportedAt))),
        withContract ? Cell(page.Link(SiteAddress.Contract(incident.Contract.Name), incident.Contract.Name)) : null,
        Cell(page.Link(SiteAddress.Incident(incident.Contract.Name, incident.Resource.Name), page.Own(incident.Incident.Summary)), Tag("span.under", Tag("code", incident.Resource.Name))),
        Cell(Level(page, incident)),
        Cell(incident.Over is { } over
            ? Tag("span.time", page.In(ServiceLevels.LevelWords.Length(over - incident.Incident.ReportedAt.ToInstant())))
            : Badge("wait", page.In("未恢复", "open"))),
        Cell(Limits(page, incident)),
        Cell(page.In(incident.Incident.CauseCategory.Title()), Tag("span.under", incident.Incident.Attributable ? page.In("服务单位原因", "vendor") : page.In("非服务单位原因", "not the vendor"))),
        Number(incident.Deductions.Count == 0 ? Tag("span.none", "—") : Tag("span.loss", "−" + Assessing.Points.Plain(incident.PointsLost))))
        .With("data-words", string.Join(' ', Words(incident)));

    private static IEnumerable<string> Words(SiteIncident incident)
    {
        yield return incident.Contract.Name;
        yield return incident.Incident.Category == Model.IncidentCategory.Fault ? "fault" : "security";
        if (incident.Missed.Any())
        {
            yield return "missed";
        }

        if (incident.IsOpen)
        {
            yield return "open";
        }

        if (incident.Deductions.Count > 0)
        {
            yield return "deducted";
        }
    }
}
