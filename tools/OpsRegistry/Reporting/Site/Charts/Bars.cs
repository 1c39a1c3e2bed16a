using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using static OpsRegistry.Reporting.Site.Svg;

namespace OpsRegistry.Reporting.Site;

/// <summary>Bars in a word's space; the figures stand beside them in any case.</summary>
internal static class Bars
{
    /// <summary>How often a limit was kept: met, missed (crossed), pending, not measurable.</summary>
    public static Html? Kept(PageContext page, TargetSummary summary)
    {
        (string Kind, int Count)[] parts = [("good", summary.Met), ("bad", summary.Missed), ("wait", summary.Pending), ("dim", summary.NotMeasurable)];
        return Stacked(parts, page.In(
            $"达标 {summary.Met}，未达标 {summary.Missed}，未到期 {summary.Pending}，无法计量 {summary.NotMeasurable}",
            $"met {summary.Met}, missed {summary.Missed}, pending {summary.Pending}, not measurable {summary.NotMeasurable}"));
    }

    /// <summary>How often a duty was done.</summary>
    public static Html? Done(PageContext page, IReadOnlyCollection<Occurrence> occurrences)
    {
        int Count(OccurrenceState state) => occurrences.Count(occurrence => occurrence.State == state);
        (string Kind, int Count)[] parts = [("good", Count(OccurrenceState.Fulfilled)), ("bad", Count(OccurrenceState.Missing)), ("wait", Count(OccurrenceState.Pending))];
        return Stacked(parts, page.In($"已履行 {parts[0].Count}，缺少 {parts[1].Count}，未到期 {parts[2].Count}", $"fulfilled {parts[0].Count}, missing {parts[1].Count}, pending {parts[2].Count}"));
    }

    /// <summary>A line's score out of its marks; below zero nothing is filled.</summary>
    public static Html? Marks(IndicatorScore line) => line.Score is not { } score || line.Indicator.Marks <= 0m
        ? null
        : Picture(
            100,
            12,
            $"{Points.Plain(score)} / {Points.Plain(line.Indicator.Marks)}",
            Rect("lost", 0, 2, 100, 8),
            Rect("good", 0, 2, 100m * Math.Clamp(score / line.Indicator.Marks, 0m, 1m), 8)).With("class", "bar");

    /// <summary>How far a term has gone.</summary>
    public static Html Term(PageContext page, int passed, int whole) => Picture(
        100,
        6,
        page.In($"已过 {passed} 天，共 {whole} 天", $"{passed} of {whole} days"),
        Rect("lost", 0, 0, 100, 6),
        Rect("passed", 0, 0, 100m * passed / whole, 6)).With("class", "term").With("preserveAspectRatio", "none");

    private static Html? Stacked(IReadOnlyList<(string Kind, int Count)> parts, string label)
    {
        var whole = parts.Sum(part => part.Count);
        if (whole == 0)
        {
            return null;
        }

        var x = 0m;
        var shapes = new List<Html?>();
        foreach (var (kind, count) in parts.Where(part => part.Count > 0))
        {
            var width = decimal.Round(120m * count / whole, 2);
            shapes.Add(Rect(kind, x, 1, Math.Max(1.5m, width - 1), 10));
            if (kind == "bad")
            {
                shapes.Add(Path("cross", $"M{x + (width / 2) - 3} 3l6 6m0 -6l-6 6"));
            }

            x += width;
        }

        return Picture(120, 12, label, shapes).With("class", "bar");
    }
}
