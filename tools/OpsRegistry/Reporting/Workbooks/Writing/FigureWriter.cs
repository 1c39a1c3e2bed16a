using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Reporting.Blocks;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>Writes figures beside their labels.</summary>
internal sealed class FigureWriter(CellWriter cells, BookLayout book, Language language)
{
    private const int Narrow = 4;

    private const double LeadSize = 14, LeadHeight = 38, LineHeight = 23;

    public void Write(SheetDraft sheet, int row, IReadOnlyList<Figure> figures, int columns)
    {
        if (columns != Narrow)
        {
            foreach (var figure in figures)
            {
                One(sheet, row++, figure, (1, 2), (3, 3));
                sheet.Across(row - 1, 4, columns, cells.Words(figure.Below), Look.Body);
            }

            return;
        }

        foreach (var line in FigureGrid.Pairs(figures))
        {
            for (var index = 0; index < line.Count; index++)
            {
                var first = (index * 2) + 1;
                One(sheet, row, line[index], (first, first), (first + 1, line[index].IsWide ? columns : first + 1));
            }

            sheet.AtLeast(row++, line[0].IsLead ? LeadHeight : LineHeight);
        }
    }

    private void One(SheetDraft sheet, int row, Figure figure, (int First, int Last) label, (int First, int Last) value)
    {
        var name = sheet.Across(row, label.First, label.Last, figure.Title.In(language), Look.Label);
        if (book.Find(figure.To) is { } target)
        {
            name.LinkTo(target);
        }

        var look = figure.IsInput ? Look.Input : figure.IsLead ? Look.Centred : figure.Value is Tables.Value.Yuan or Tables.Value.Points or Tables.Value.Undetermined ? Look.Figure : Look.Body;
        var cell = sheet.Across(row, value.First, value.Last, cells.Words(figure.Value), look);
        cells.Write(cell, figure.Value, figure.Formula);
        if (figure.IsLead)
        {
            name.Restyle(style => style with { Horizontal = HorizontalAlignmentValues.Center });
            cell.Restyle(style => style with { Font = WorkbookTheme.HeadingFont, Bold = true, Size = LeadSize });
        }

        if (figure.Name is { } known)
        {
            cell.Name(known);
        }
    }
}
