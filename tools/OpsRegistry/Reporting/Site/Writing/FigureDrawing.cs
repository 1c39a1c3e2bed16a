using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using static OpsRegistry.Reporting.Site.Writing.Svg;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>Figures along an axis of names: upright columns, or lying bars where names are long; the edges of bands are lines behind them.</summary>
internal sealed class FigureDrawing(PageContext page, FigureChart chart)
{
    private const decimal Width = 1180, Left = 52, Top = 24, Bottom = 180, BandRoom = 200, Names = 320, Step = 24, Thick = 14;

    private const int Letters = 44;

    private readonly decimal low = LowestOf(chart);
    private readonly decimal high = chart.Largest ?? Math.Max(1, chart.Series.SelectMany(series => series.Figures).Max() ?? 1);

    /// <summary>Where columns stand: at nought, if it is in sight.</summary>
    private decimal Zero => Math.Max(0, low);

    /// <summary>The drawing's size and shapes.</summary>
    public (decimal Width, decimal Height, IEnumerable<Html?> Shapes) Draw() => chart.Form == ChartForm.Bars ? Lying() : Upright();

    private (decimal Width, decimal Height, IEnumerable<Html?> Shapes) Upright()
    {
        var right = Width - (chart.Bands.Count == 0 ? 0 : BandRoom);
        var step = Math.Min(120, (right - Left) / Math.Max(1, chart.Categories.Count));
        right = Left + (step * chart.Categories.Count) + 12;
        decimal Y(decimal figure) => decimal.Round(Bottom - ((Bottom - Top) * (figure - low) / (high - low)), 2);
        var shapes = new List<Html?> { Line("axis", Left, Y(Zero), right, Y(Zero)), Words("tick end", Left - 8, Y(Zero) + 4, Show(Zero)), Line("rule", Left, Y(high), right, Y(high)), Words("tick end", Left - 8, Y(high) + 4, Show(high)) };
        foreach (var (band, edge) in Edges())
        {
            shapes.Add(Line("edge", Left, Y(edge), right, Y(edge)));
            shapes.Add(Words("tick end", Left - 8, Y(edge) + 4, Show(edge)));
            shapes.Add(Words("tick", right + 8, Y(edge) - 3, page.In(band.Title)));
        }

        if (chart.Bands.FirstOrDefault(band => band.From is null || band.From <= low) is { } lowest)
        {
            shapes.Add(Words("tick", right + 8, Y(low) - 5, page.In(lowest.Title)));
        }

        for (var index = 0; index < chart.Categories.Count; index++)
        {
            shapes.AddRange(Column(index, Left + (step * (index + 0.5m)), Math.Min(44, step * 0.6m), Y));
        }

        if (chart.Form == ChartForm.Line)
        {
            shapes.InsertRange(0, chart.Series.SelectMany(series => series.Figures.Zip(series.Figures.Skip(1)).Select((pair, index) => pair is ({ } from, { } to)
                ? Line("trend", Left + (step * (index + 0.5m)), Y(from), Left + (step * (index + 1.5m)), Y(to))
                : null)));
        }

        return (right + (chart.Bands.Count == 0 ? 8 : BandRoom), Bottom + 28, shapes);
    }

    /// <summary>A name's figures on top of each other, with the figure itself where there is but one.</summary>
    private IEnumerable<Html?> Column(int index, decimal x, decimal width, Func<decimal, decimal> y)
    {
        var (category, from) = (chart.Categories[index], Zero);
        yield return Words("tick middle", x, Bottom + 18, page.In(category.Title));
        foreach (var series in chart.Series)
        {
            if (series.Figures[index] is not { } figure)
            {
                yield return Words("unknown middle", x, y(Zero) - 8, "?");
                continue;
            }

            var to = chart.Form == ChartForm.StackedColumns ? from + figure : figure;
            yield return ChartHtml.Told(
                page, $"{page.In(category.Title)} {page.In(series.Title)}：{Show(figure)}", category.To,
                chart.Form == ChartForm.Line ? Dot("mark", x, y(to), 5) : Rect(ValueHtml.ClassOf(category.Tone ?? series.Tone), x - (width / 2), Math.Min(y(to), y(from)), width, Math.Abs(y(to) - y(from))),
                chart.Series.Count == 1 ? Words("figure middle", x, Math.Min(y(to), y(Zero)) - 8, Show(figure)) : null);
            from = chart.Form == ChartForm.StackedColumns ? to : from;
        }
    }

    private (decimal Width, decimal Height, IEnumerable<Html?> Shapes) Lying()
    {
        decimal X(decimal figure) => decimal.Round(Names + ((Width - Names - 90) * (figure - low) / (high - low)), 2);
        var bottom = 8 + (chart.Categories.Count * Step);
        var shapes = new List<Html?> { Line("axis", X(0), 4, X(0), bottom) };
        foreach (var (band, edge) in Edges())
        {
            shapes.Add(Line("edge", X(edge), 4, X(edge), bottom));
            shapes.Add(Svg.Told(page.In(band.Title), Words("tick middle", X(edge), bottom + 14, Show(edge))));
        }

        for (var index = 0; index < chart.Categories.Count; index++)
        {
            shapes.Add(Bar(index, 8 + (index * Step), X));
        }

        return (Width, bottom + 22, shapes);
    }

    private Html Bar(int index, decimal top, Func<decimal, decimal> x)
    {
        var (category, figure) = (chart.Categories[index], chart.Series[0].Figures[index]);
        var (name, tone) = (page.In(category.Title), category.Tone ?? chart.Series[0].Tone);
        var (end, words) = (x(figure ?? 0), figure is { } known ? Show(known) : "?");
        return ChartHtml.Told(
            page, $"{name}：{words}", category.To,
            Words("tick end", Names - 10, top + 12, Cut(name, Letters)),
            Rect(ValueHtml.ClassOf(tone), Math.Min(x(0), end), top, Math.Abs(end - x(0)), Thick),
            ChartHtml.Cross(tone, Math.Max(x(0), end) - 8, top + (Thick / 2)),
            Words("figure", Math.Max(x(0), end) + 8, top + 12, words));
    }

    /// <summary>What is measured from nought begins there; a line may begin where anything happens.</summary>
    private static decimal LowestOf(FigureChart chart)
    {
        var lowest = chart.Series.SelectMany(series => series.Figures).Append(chart.Largest).Min() ?? 0;
        var edges = chart.Bands.Select(band => band.From).Where(edge => edge > 0).Append(lowest).Min() ?? lowest;
        return chart.Form == ChartForm.Line ? (Math.Floor(Math.Min(lowest, edges) / 10m) * 10m) - 10m : Math.Min(0, lowest);
    }

    private IEnumerable<(ChartBand Band, decimal Edge)> Edges() =>
        from band in chart.Bands where band.From is { } edge && low < edge && edge < high select (band, band.From!.Value);

    private string Show(decimal figure) => ValueText.Show(
        chart.Kind switch
        {
            ValueKind.Points => new Value.Points(figure),
            ValueKind.Share => new Value.Share(figure),
            ValueKind.Yuan => new Value.Yuan(figure),
            ValueKind.Count or ValueKind.Words or ValueKind.Label or ValueKind.Code or ValueKind.Moment or ValueKind.Day or ValueKind.Length or ValueKind.State or ValueKind.Record or ValueKind.Clauses => new Value.Count(figure),
        },
        page.Language);
}
