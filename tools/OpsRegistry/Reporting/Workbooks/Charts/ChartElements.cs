using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The part that draws a chart, with the figures that its cells hold.</summary>
internal static class ChartElements
{
    private const uint CategoryAxisId = 1, ValueAxisId = 2;

    /// <summary>The whole chart.</summary>
    public static ChartSpace Build(ChartDraft draft)
    {
        var chart = new Chart(
            TitleOf(draft.Title),
            new AutoTitleDeleted { Val = false },
            new PlotArea(new Layout(), Bars(draft), CategoryAxisOf(draft), ValueAxisOf(draft)));
        if (draft.Series.Count > 1)
        {
            chart.Append(new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false }));
        }

        chart.Append(new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap });
        return new ChartSpace(
            new RoundedCorners { Val = false },
            chart,
            new ShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }), Outline(WorkbookTheme.Hairline)),
            Type(900));
    }

    private static BarChart Bars(ChartDraft draft)
    {
        var isStacked = draft.Kind == ChartKind.StackedColumns;
        var bars = new BarChart(
            new BarDirection { Val = draft.Kind == ChartKind.Bars ? BarDirectionValues.Bar : BarDirectionValues.Column },
            new BarGrouping { Val = isStacked ? BarGroupingValues.Stacked : BarGroupingValues.Clustered },
            new VaryColors { Val = false });
        bars.Append(draft.Series.Select((series, index) => SeriesOf(draft, series, index)));
        bars.Append(new GapWidth { Val = 60 });
        if (isStacked)
        {
            bars.Append(new Overlap { Val = 100 });
        }

        bars.Append(new AxisId { Val = CategoryAxisId }, new AxisId { Val = ValueAxisId });
        return bars;
    }

    private static BarChartSeries SeriesOf(ChartDraft draft, ChartSeries series, int index)
    {
        var texts = new StringCache(new PointCount { Val = (uint)draft.Categories.Texts.Count });
        texts.Append(draft.Categories.Texts.Select((text, at) => new StringPoint(new NumericValue(ExcelText.ForCell(text))) { Index = (uint)at }));
        var figures = new NumberingCache(new FormatCode(draft.Format), new PointCount { Val = (uint)series.Values.Count });
        figures.Append(series.Values.Select((value, at) => (value, at)).Where(pair => pair.value is not null)
            .Select(pair => new NumericPoint(new NumericValue(CellContent.Shown(pair.value!.Value))) { Index = (uint)pair.at }));
        return new BarChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)index },
            new Order { Val = (uint)index },
            new SeriesText(new NumericValue(ExcelText.ForCell(series.Name))),
            new ChartShapeProperties(Pattern(index), Outline(WorkbookTheme.Ink)),
            new InvertIfNegative { Val = false },
            Labels(draft),
            new CategoryAxisData(new StringReference(new Formula(draft.Categories.Reference), texts)),
            new Values(new NumberReference(new Formula(series.Reference), figures)));
    }

    /// <summary>Each figure stands at its column, so that nobody has to measure; where columns are stacked a zero is left out.</summary>
    private static DataLabels Labels(ChartDraft draft)
    {
        var isStacked = draft.Kind == ChartKind.StackedColumns;
        var labels = new DataLabels(new NumberingFormat { FormatCode = isStacked ? "0;-0;" : draft.Format, SourceLinked = false });
        if (isStacked)
        {
            // On a white ground, because the label lies on a pattern.
            labels.Append(new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" })));
        }

        labels.Append(
            Type(900), new ShowLegendKey { Val = false }, new ShowValue { Val = true }, new ShowCategoryName { Val = false },
            new ShowSeriesName { Val = false }, new ShowPercent { Val = false }, new ShowBubbleSize { Val = false });
        return labels;
    }

    private static CategoryAxis CategoryAxisOf(ChartDraft draft)
    {
        var isLying = draft.Kind == ChartKind.Bars;
        return new CategoryAxis(
            new AxisId { Val = CategoryAxisId },
            // Lying bars count from below; turned round the first category stands on top, as in its table.
            new Scaling(new Orientation { Val = isLying ? OrientationValues.MaxMin : OrientationValues.MinMax }),
            new Delete { Val = false },
            new AxisPosition { Val = isLying ? AxisPositionValues.Left : AxisPositionValues.Bottom },
            new NumberingFormat { FormatCode = "General", SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.Low },
            Type(900),
            new CrossingAxis { Val = ValueAxisId },
            new Crosses { Val = CrossesValues.AutoZero });
    }

    private static ValueAxis ValueAxisOf(ChartDraft draft)
    {
        var isLying = draft.Kind == ChartKind.Bars;
        var scaling = new Scaling(new Orientation { Val = OrientationValues.MinMax });
        if (draft.Largest is { } largest)
        {
            scaling.Append(new MaxAxisValue { Val = (double)largest * 1.1 });
        }

        scaling.Append(new MinAxisValue { Val = 0 });
        var axis = new ValueAxis(
            new AxisId { Val = ValueAxisId },
            scaling,
            new Delete { Val = false },
            new AxisPosition { Val = isLying ? AxisPositionValues.Top : AxisPositionValues.Left },
            new MajorGridlines(new ChartShapeProperties(Outline("FFD9D9D9"))),
            new NumberingFormat { FormatCode = draft.Format == WorkbookTheme.Percent ? "0%" : "0", SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            Type(900),
            new CrossingAxis { Val = CategoryAxisId },
            new Crosses { Val = isLying ? CrossesValues.Maximum : CrossesValues.AutoZero },
            new CrossBetween { Val = CrossBetweenValues.Between });
        if (draft.Largest is { } whole)
        {
            // The axis ends a tenth above the largest figure, for its label's sake; the lines stop at the figure.
            axis.Append(new MajorUnit { Val = (double)whole / 5 });
        }

        return axis;
    }

    private static Title TitleOf(string text) => new(
        new ChartText(new RichText(
            new A.BodyProperties(), new A.ListStyle(),
            new A.Paragraph(new A.Run(Characters(new A.RunProperties(), 1200, WorkbookTheme.HeadingFont), new A.Text(ExcelText.ForCell(text)))))),
        new Overlay { Val = false });

    private static TextProperties Type(int hundredthsOfPoint) => new(
        new A.BodyProperties(), new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(Characters(new A.DefaultRunProperties(), hundredthsOfPoint, WorkbookTheme.BodyFont)), new A.EndParagraphRunProperties()));

    private static T Characters<T>(T properties, int hundredthsOfPoint, string font)
        where T : A.TextCharacterPropertiesType
    {
        properties.FontSize = hundredthsOfPoint;
        properties.Bold = false;
        properties.Append(
            new A.SolidFill(new A.RgbColorModelHex { Val = WorkbookTheme.Ink[2..] }),
            new A.LatinFont { Typeface = font }, new A.EastAsianFont { Typeface = font });
        return properties;
    }

    /// <summary>Solid, white, then hatched: told apart without colours, by people and by copiers.</summary>
    private static OpenXmlElement Pattern(int index) => index switch
    {
        0 => new A.SolidFill(new A.RgbColorModelHex { Val = WorkbookTheme.Accent[2..] }),
        1 => new A.SolidFill(new A.RgbColorModelHex { Val = "D0D7E5" }),
        3 => new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }),
        _ => new A.PatternFill(
            new A.ForegroundColor(new A.RgbColorModelHex { Val = WorkbookTheme.Accent[2..] }),
            new A.BackgroundColor(new A.RgbColorModelHex { Val = "FFFFFF" }))
        {
            Preset = index switch
            {
                2 => A.PresetPatternValues.WideUpwardDiagonal,
                4 => A.PresetPatternValues.LargeCheck,
                5 => A.PresetPatternValues.WideDownwardDiagonal,
                _ => A.PresetPatternValues.Percent20,
            },
        },
    };

    private static A.Outline Outline(string colour) => new(new A.SolidFill(new A.RgbColorModelHex { Val = colour[2..] })) { Width = 6350 };
}
