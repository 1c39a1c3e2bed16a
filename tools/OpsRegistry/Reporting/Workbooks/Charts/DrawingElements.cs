using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The part that says where the charts of a sheet lie.</summary>
internal static class DrawingElements
{
    /// <summary>The drawing of a sheet; its charts are its relationships rId1, rId2 … in order.</summary>
    public static WorksheetDrawing Build(IReadOnlyList<ChartDraft> charts) =>
        new(charts.Select((chart, index) => Anchor(chart, (uint)index + 1)));

    private static TwoCellAnchor Anchor(ChartDraft chart, uint number)
    {
        var place = chart.Place;
        return new TwoCellAnchor(
            new FromMarker(Column(place.FirstColumn - 1), new ColumnOffset("0"), Row(place.FirstRow - 1), new RowOffset("0")),
            new ToMarker(Column(place.LastColumn), new ColumnOffset("0"), Row(place.LastRow), new RowOffset("0")),
            new GraphicFrame(
                new NonVisualGraphicFrameProperties(
                    new NonVisualDrawingProperties { Id = number + 1, Name = ExcelText.ForCell(chart.Title), Description = ExcelText.ForCell(chart.Description) },
                    new NonVisualGraphicFrameDrawingProperties()),
                new Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new C.ChartReference { Id = string.Create(CultureInfo.InvariantCulture, $"rId{number}") })
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                }))
            {
                Macro = "",
            },
            new ClientData());
    }

    private static ColumnId Column(int index) => new(index.ToString(CultureInfo.InvariantCulture));

    private static RowId Row(int index) => new(index.ToString(CultureInfo.InvariantCulture));
}
