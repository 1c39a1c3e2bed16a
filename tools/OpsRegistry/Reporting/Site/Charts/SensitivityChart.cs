using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Svg;

namespace OpsRegistry.Reporting.Site;

/// <summary>What other readings would make of a period's score: a row a reading, the score in force as the line they are held against.</summary>
internal static class SensitivityChart
{
    private const decimal Width = 1180;
    private const decimal Left = 250;
    private const decimal Right = 1060;
    private const decimal Step = 24;

    /// <summary>The chart; nothing where no other reading has another known score.</summary>
    public static Html? Of(PageContext page, PeriodResult period)
    {
        var rows = period.Sensitivity.Where(row => row.Total is { } total && total != period.Assessment.Total).ToList();
        if (rows.Count == 0 || period.Assessment is not { Total: { } now, Scorecard: { } scorecard })
        {
            return null;
        }

        var edges = scorecard.Bands.Select(band => band.From).OfType<decimal>().Where(edge => edge > 0m).ToList();
        var scores = rows.Select(row => row.Total!.Value).Append(now).ToList();
        var (low, high) = (Math.Floor(scores.Min()) - 2m, Math.Min(scorecard.Marks, Math.Ceiling(scores.Max()) + 2m));
        decimal X(decimal score) => decimal.Round(Left + ((Right - Left) * (score - low) / (high - low)), 2);
        var bottom = 26 + (rows.Count * Step);
        var shapes = new List<Html?>();
        foreach (var edge in edges.Where(edge => low < edge && edge < high))
        {
            shapes.Add(Line("edge", X(edge), 18, X(edge), bottom));
            shapes.Add(Words("tick middle", X(edge), bottom + 16, Points.Plain(edge)));
        }

        shapes.Add(Line("now", X(now), 18, X(now), bottom));
        shapes.Add(Words("figure middle", X(now), 12, Points.Show(now)));
        shapes.AddRange(rows.Select((row, index) => Row(page, row, (X(now), X(row.Total!.Value)), 26 + (index * Step) + 10)));
        var label = page.In($"换一种解释：{rows.Count} 种改读使得分不同", $"Other readings: {rows.Count} would change the score");
        return Chart(label, Picture(Width, bottom + 24, label, shapes).With("class", "sensitivity"));
    }

    private static Html Row(PageContext page, SensitivityRow row, (decimal Now, decimal Then) x, decimal y)
    {
        var title = page.In(row.Option.Title);
        var name = $"{row.Interpretation.Key} {title}";
        var shown = name.Length > 22 ? name[..21] + "…" : name;
        return Told(
            $"{row.Interpretation.Key} {title}：{Points.Show(row.Total)}",
            Words("tick end", Left - 12, y + 4, page.Language == Language.En && name.Length > 34 ? name[..33] + "…" : page.Language == Language.En ? name : shown),
            Line(row.ChangesBand ? "moves bad" : "moves", x.Now, y, x.Then, y),
            row.ChangesBand ? Path("diamond", $"M{x.Then} {y - 6}l6 6l-6 6l-6 -6z") : Dot("mark", x.Then, y, 4),
            Words(x.Then < x.Now ? "tick end" : "tick", x.Then + (x.Then < x.Now ? -11 : 11), y + 4, Points.Show(row.Total) + (row.NeedsDecision ? " ⚠" : "")));
    }
}
