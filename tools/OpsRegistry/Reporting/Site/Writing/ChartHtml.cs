using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using static OpsRegistry.Reporting.Site.Writing.Svg;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>Charts as drawings: each part says what it is when pointed at, leads to its page, and bears a sign where colour alone would tell it apart.</summary>
internal sealed class ChartHtml(PageContext page)
{
    private const decimal BarWidth = 120, BarHeight = 12;

    /// <summary>A chart with its legend.</summary>
    public Html Draw(Chart chart)
    {
        var label = $"{page.In(chart.Title)}{page.In("：", ": ")}{page.In(chart.Description)}";
        var (width, height, shapes) = chart switch
        {
            FigureChart figures => new FigureDrawing(page, figures).Draw(),
            TimeChart time => new TimeDrawing(page, time).Draw(),
            DayChart days => new DayDrawing(page, days).Draw(),
            _ => throw new System.Diagnostics.UnreachableException(chart.GetType().Name),
        };
        return All(
            Tag("div.chart", Links(width, height, label, shapes)).With("tabindex", "0").With("role", "region").With("aria-label", label),
            chart.Legend.Count == 0 ? null : Tag("ul.legend", chart.Legend.Select(key => Tag("li", Key(key.Tone), page.In(key.Title)))));
    }

    /// <summary>A shape that says what it is and leads there, if the site has it.</summary>
    public static Html Told(PageContext page, string words, Anchor? to, params IEnumerable<Html?> shapes) => to is { } anchor && page.Find(anchor) is { } address
        ? Tag("a", [Tag("title", words), .. shapes]).With("href", address).With("aria-label", words)
        : Svg.Told(words, shapes);

    /// <summary>The sign on what must not be overlooked.</summary>
    public static Html? Cross(Tone tone, decimal x, decimal y) => tone == Tone.Bad ? Path("cross", $"M{x - 3} {y - 3}l6 6m0 -6l-6 6") : null;

    /// <summary>Counts of one whole in a word's space; nothing where there is nothing.</summary>
    public static Html? Bar(IReadOnlyList<(Tone Tone, decimal Count)> parts)
    {
        var (whole, x, shapes) = (parts.Sum(part => part.Count), 0m, new List<Html?>());
        foreach (var (tone, count) in parts.Where(part => part.Count > 0))
        {
            var width = decimal.Round(BarWidth * count / whole, 2);
            shapes.Add(Rect(ValueHtml.ClassOf(tone), x, 1, Math.Max(1.5m, width - 1), BarHeight - 2));
            shapes.Add(Cross(tone, x + (width / 2), BarHeight / 2));
            x += width;
        }

        return whole == 0 ? null : Picture(BarWidth, BarHeight, string.Join(" / ", parts.Select(part => part.Count)), shapes).With("class", "bar");
    }

    /// <summary>Figures in a word's space: a line, the last of them a dot.</summary>
    public static Html? Spark(Value.Series series, string label)
    {
        var known = series.All.Select((figure, index) => (figure, index)).Where(pair => pair.figure is not null).Select(pair => (Figure: pair.figure!.Value, Index: pair.index)).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var (low, high) = (known.Min(pair => pair.Figure), Math.Max(known.Max(pair => pair.Figure), known.Min(pair => pair.Figure) + 1m));
        (decimal X, decimal Y) Place((decimal Figure, int Index) one) =>
            (series.All.Count == 1 ? 92 : decimal.Round(4 + (88m * one.Index / (series.All.Count - 1)), 2), decimal.Round(22 - (18m * (one.Figure - low) / (high - low)), 2));
        var points = known.ConvertAll(Place);
        return Picture(96, 26, label, [.. points.Zip(points.Skip(1), (one, next) => Line("trend", one.X, one.Y, next.X, next.Y)), Dot("mark", points[^1].X, points[^1].Y, 3)]).With("class", "spark");
    }

    private static Html Key(Tone tone) =>
        Tag("svg", Rect(ValueHtml.ClassOf(tone), 1, 1, 13, 13), Cross(tone, 7.5m, 7.5m)).With("width", 15).With("height", 15).With("viewBox", "0 0 15 15").With("aria-hidden", "true");
}
