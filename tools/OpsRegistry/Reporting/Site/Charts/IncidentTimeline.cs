using OpsRegistry.Time;
using OpsRegistry.Model;
using static OpsRegistry.Reporting.Site.Svg;

namespace OpsRegistry.Reporting.Site;

/// <summary>Incidents along time, a lane for each level, the worst above.</summary>
internal static class IncidentTimeline
{
    private const decimal Width = 1180;
    private const decimal Left = 118;
    private const decimal Right = 1164;
    private const decimal Gap = 15;
    private const int MostMarks = 200;

    /// <summary>The timeline of some days; nothing where there was no incident.</summary>
    public static Html? Of(PageContext page, DateSpan days, IReadOnlyList<SiteIncident> incidents)
    {
        if (incidents.Count == 0)
        {
            return null;
        }

        incidents = incidents.Take(MostMarks).ToList();
        var scale = new TimeScale(days.ToInterval(), Left, Right);
        var shapes = new List<Html?>();
        var top = 12m;
        foreach (var lane in Lanes(page, incidents))
        {
            var placed = Stacked(lane.Incidents.Select(incident => (incident, scale.At(incident.Incident.ReportedAt.ToInstant()))).OrderBy(pair => pair.Item2).ToList());
            var height = (placed.Max(pair => pair.Row) + 1) * Gap + 11;
            shapes.Add(Rect("lane", Left - 8, top, Right - Left + 16, height - 3));
            shapes.Add(Told(lane.Name, Words("tick end", Left - 16, top + (height / 2) + 2, lane.Name.Length > Room(page) ? lane.Name[..(Room(page) - 1)] + "…" : lane.Name)));
            shapes.AddRange(placed.Select(pair => Mark(page, pair.Incident, scale, top + 11 + (pair.Row * Gap))));
            top += height;
        }

        var months = scale.Months().SelectMany(month => new Html[]
        {
            Line("rule", scale.At(month), 8, scale.At(month), top),
            Words("tick middle", scale.At(month), top + 16, month.ToString(month.Month == 1 ? "uuuu-MM" : "MM", System.Globalization.CultureInfo.InvariantCulture)),
        });
        var label = page.In($"事件时间线，共 {incidents.Count} 件", $"Timeline of {incidents.Count} incidents");
        return Tags.All(Chart(label, Links(Width, top + 24, label, [.. months, .. shapes]).With("class", "incidents")), Legend(page));
    }

    /// <summary>How many letters of a lane's name there is room for.</summary>
    private static int Room(PageContext page) => page.Language == Language.Zh ? 8 : 17;

    private static IEnumerable<(string Name, IReadOnlyList<SiteIncident> Incidents)> Lanes(PageContext page, IReadOnlyList<SiteIncident> incidents) =>
        from incident in incidents
        group incident by (Rank: incident.Rank ?? int.MaxValue, Category: incident.Rank is null ? incident.Incident.Category : default) into lane
        orderby lane.Key.Rank, lane.Key.Category
        select (page.In(lane.First().Grading?.Level.Title ?? lane.First().Incident.Category.Title()), (IReadOnlyList<SiteIncident>)lane.ToList());

    /// <summary>Marks that would cover each other stand in further rows of their lane.</summary>
    private static List<(SiteIncident Incident, int Row)> Stacked(List<(SiteIncident Incident, decimal X)> lane)
    {
        var ends = new List<decimal>();
        var placed = new List<(SiteIncident, int)>();
        foreach (var (incident, x) in lane)
        {
            var row = ends.FindIndex(end => end + Gap <= x);
            if (row < 0 && ends.Count < 5)
            {
                ends.Add(x);
                row = ends.Count - 1;
            }
            else if (row < 0)
            {
                row = ends.Count - 1;
            }

            ends[row] = x;
            placed.Add((incident, row));
        }

        return placed;
    }

    private static Html Mark(PageContext page, SiteIncident incident, TimeScale scale, decimal y)
    {
        var x = scale.At(incident.Incident.ReportedAt.ToInstant());
        var missed = incident.Missed.Any();
        var words = $"{incident.Resource.Name} {SiteWords.Minute(incident.Incident.ReportedAt)} {incident.Incident.Summary}"
            + (missed ? page.In("（有时限未达标）", " (a limit was missed)") : "");
        var end = incident.Over ?? page.Site.AsOf;
        var kind = (incident.Incident.Attributable ? "mark" : "mark hollow") + (missed ? " bad" : "");
        return Tags.Tag(
            "a",
            Told(
                words,
                Line("lasts", x, y, Math.Max(x, scale.At(end)), y),
                Dot(kind, x, y, missed ? 6.5m : 5),
                missed ? Path("cross", $"M{x - 2.5m} {y - 2.5m}l5 5m0 -5l-5 5") : null))
            .With("href", page.To(SiteAddress.Incident(incident.Contract.Name, incident.Resource.Name))).With("aria-label", words);
    }

    private static Html Legend(PageContext page)
    {
        Html Key(string kind, string words, bool crossed = false) => Tags.Tag(
            "li",
            Tags.Tag("svg", Dot(kind, 7.5m, 7.5m, crossed ? 6.5m : 5), crossed ? Path("cross", $"M5 5l5 5m0 -5l-5 5") : null)
                .With("width", 15).With("height", 15).With("viewBox", "0 0 15 15").With("aria-hidden", "true").With("class", "incidents"),
            words);
        return Tags.Tag(
            "ul.legend",
            Key("mark", page.In("服务单位原因", "caused by the vendor")),
            Key("mark hollow", page.In("非服务单位原因", "not caused by the vendor")),
            Key("mark bad", page.In("有时限未达标", "a limit was missed"), crossed: true));
    }
}
