using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using static OpsRegistry.Reporting.Site.Writing.Svg;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>Spans on rows along time; what would cover each other stands below each other, and moments are named under the axis.</summary>
internal sealed class TimeDrawing(PageContext page, TimeChart chart)
{
    private const decimal Width = 1180, Left = 150, Right = 1160, Thick = 12, Gap = 15, Least = 7, MarkRoom = 118, MarkStep = 32;

    private const int MostRows = 6, Letters = 20;

    private readonly TimeScale scale = new(chart.Whole, Left, Right);

    /// <summary>The drawing's size and shapes.</summary>
    public (decimal Width, decimal Height, IEnumerable<Html?> Shapes) Draw()
    {
        var (shapes, y) = (new List<Html?>(), 6m);
        foreach (var lane in chart.Lanes.Where(lane => lane.Spans.Count > 0 || lane.Marks.Count == 0))
        {
            var placed = Rows(lane.Spans.Select(span => (scale.At(span.Time.Start), Math.Max(scale.At(span.Time.Start) + Least, scale.At(span.Time.End)) + 1)).ToList());
            var height = (placed.DefaultIfEmpty(0).Max() * Gap) + Thick + 8;
            shapes.Add(Rect("lane", Left, y, Right - Left, height - 3));
            shapes.Add(Svg.Told(page.In(lane.Title), Words("tick end", Left - 10, y + (height / 2) + 2, Cut(page.In(lane.Title), Letters))));
            shapes.AddRange(lane.Spans.Select((span, index) => Span(span, y + 2 + (placed[index] * Gap))));
            y += height;
        }

        var marks = chart.Lanes.SelectMany(lane => lane.Marks).OrderBy(mark => mark.At).ToList();
        var rules = scale.Ticks().SelectMany(tick => new Html[] { Line("rule", tick.At, 2, tick.At, y), Words("tick middle", tick.At, y + 16, tick.Words) });
        return marks.Count == 0 ? (Width, y + 24, [.. rules, .. shapes]) : (Width, y + 30 + (MarkStep * (MarkRows(marks).Max() + 1)), [.. shapes, .. Marks(marks, y + 8)]);
    }

    private Html Span(LaneSpan span, decimal y)
    {
        var (from, to) = (scale.At(span.Time.Start), scale.At(span.Time.End));
        var width = Math.Max(Least, to - from);
        var kind = ValueHtml.ClassOf(span.Tone);
        return ChartHtml.Told(page, page.In(span.Title), span.To, Rect(kind, from, y, width, Thick).With("rx", 2), ChartHtml.Cross(span.Tone, from + (width / 2), y + (Thick / 2)));
    }

    private IEnumerable<Html?> Marks(List<LaneMark> marks, decimal y)
    {
        var rows = MarkRows(marks);
        yield return Line("axis", Left, y, Right, y);
        for (var index = 0; index < marks.Count; index++)
        {
            var x = scale.At(marks[index].At);
            var low = y + 22 + (rows[index] * MarkStep);
            var side = x > Right - 60 ? " end" : x < Left + 60 ? "" : " middle";
            yield return Line("stem", x, y - 4, x, low - 12);
            yield return Dot("mark", x, y, 4);
            yield return Words("figure" + side, x, low, page.In(marks[index].Title));
            yield return Words("tick" + side, x, low + 14, Moment.ShowMinute(marks[index].At)[5..]);
        }
    }

    private List<int> MarkRows(List<LaneMark> marks) => Rows(marks.ConvertAll(mark => (scale.At(mark.At), scale.At(mark.At) + MarkRoom)));

    /// <summary>The row of each span, the first that has room for it; what comes first stands first.</summary>
    private static List<int> Rows(IReadOnlyList<(decimal From, decimal To)> spans)
    {
        var (ends, rows) = (new List<decimal>(), new int[spans.Count]);
        foreach (var (span, index) in spans.Select((span, index) => (span, index)).OrderBy(pair => pair.span.From))
        {
            var row = ends.FindIndex(end => end <= span.From);
            row = row < 0 ? Math.Min(ends.Count, MostRows - 1) : row;
            if (row == ends.Count)
            {
                ends.Add(0);
            }

            (ends[row], rows[index]) = (span.To, row);
        }

        return [.. rows];
    }
}
