using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Cell = Markdig.Extensions.Tables.TableCell;
using Row = Markdig.Extensions.Tables.TableRow;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The tables of a document as Word's: lists that repeat their head on each page, forms with room to write and sign.</summary>
internal static class WordTables
{
    private const string Grey = "EEEEEE";
    private const uint LineHeight = 454; // twentieths of a point: 8 mm
    private const uint RoomToWrite = 1985; // 35 mm

    /// <summary>The table.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Table Write(Markdig.Extensions.Tables.Table table)
    {
        var isForm = DocumentTables.IsForm(table);
        var widths = DocumentTables.Shares(table).Select(share => (int)Math.Floor(share * WordDocument.TextWidth)).ToList();
        var made = new DocumentFormat.OpenXml.Wordprocessing.Table(
            new TableProperties(
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        foreach (var row in DocumentTables.Rows(table))
        {
            made.Append(Write(table, row, widths, isForm));
        }

        return made;
    }

    private static WordRow Write(Markdig.Extensions.Tables.Table table, Row row, IReadOnlyList<int> widths, bool isForm)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isForm)
        {
            var isOpen = row.Count == 2 && DocumentTables.IsEmpty((Cell)row[1]);
            properties.Append(new TableRowHeight { Val = isOpen ? RoomToWrite : LineHeight, HeightType = HeightRuleValues.AtLeast });
        }

        if (row.IsHeader)
        {
            properties.Append(new TableHeader());
        }

        var made = new WordRow(properties);
        for (var column = 0; column < row.Count && column < widths.Count; column++)
        {
            var isLabel = row.IsHeader || (isForm && DocumentTables.IsLabel(column) && !DocumentTables.IsEmpty((Cell)row[column]));
            made.Append(Write((Cell)row[column], widths[column], isLabel, isLabel || isForm ? null : DocumentTables.Alignment(table, column)));
        }

        return made;
    }

    private static WordCell Write(Cell cell, int width, bool isLabel, TableColumnAlign? side)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (isLabel)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Grey });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var paragraph = WordBlocks.Paragraph(isLabel ? WordStyles.Label : WordStyles.Cell, (cell.FirstOrDefault() as LeafBlock)?.Inline);
        if (side is TableColumnAlign.Center or TableColumnAlign.Right)
        {
            paragraph.ParagraphProperties!.Append(new Justification { Val = side == TableColumnAlign.Center ? JustificationValues.Center : JustificationValues.Right });
        }

        return new WordCell(properties, paragraph);
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4, Color = "555555" },
        new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "555555" },
        new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "555555" },
        new RightBorder { Val = BorderValues.Single, Size = 4, Color = "555555" },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "555555" },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "555555" });

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
