using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.ExtendedProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>Mends what ClosedXML 0.95.4 writes that is legal at most: strict readers and people who look inside should find nothing odd.</summary>
internal static partial class ClosedXmlLeftovers
{
    /// <summary>Mends a saved workbook in place.</summary>
    public static void Remove(SpreadsheetDocument document, string application)
    {
        var workbook = document.WorkbookPart!;
        foreach (var part in workbook.WorksheetParts)
        {
            TypesOfEmptyCells(part.Worksheet);
            OrderColumns(part.Worksheet);
            TextsOfLinks(part.Worksheet);
        }

        AnchorPrintTitles(workbook.Workbook.DefinedNames);
        SplitCharacters(workbook.SharedStringTablePart?.SharedStringTable);
        workbook.WorkbookStylesPart!.Stylesheet.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.FormatCode?.Value is "").ToList().ForEach(format => format.Remove());
        // The order of calculation is the reader's to find; a stale one makes Excel "repair" the file.
        if (workbook.CalculationChainPart is { } chain)
        {
            workbook.DeletePart(chain);
        }

        // ClosedXML claims to be Microsoft Excel and lists print areas that do not exist.
        document.ExtendedFilePropertiesPart!.Properties = new Properties(new Application(application));
    }

    /// <summary>A cell that is only painted gets the type of a shared text, without the text.</summary>
    private static void TypesOfEmptyCells(Worksheet sheet)
    {
        foreach (var cell in sheet.Descendants<Cell>())
        {
            if (cell.CellValue is null && cell.CellFormula is null && cell.InlineString is null)
            {
                cell.DataType = null;
            }
        }
    }

    private static void OrderColumns(Worksheet sheet)
    {
        if (sheet.GetFirstChild<Columns>() is { } columns)
        {
            var ordered = columns.Elements<Column>().OrderBy(column => column.Min!.Value).ToList();
            columns.RemoveAllChildren();
            columns.Append(ordered);
        }
    }

    /// <summary>
    /// A link repeats its cell's text, for which ClosedXML works the formula out itself: in one process it succeeds, in another it writes
    /// nothing. Readers show the cell, so the repetition goes.
    /// </summary>
    private static void TextsOfLinks(Worksheet sheet)
    {
        foreach (var link in sheet.Descendants<Hyperlink>())
        {
            link.Display = null;
        }
    }

    /// <summary>Rows to repeat are written without their signs, and then LibreOffice repeats nothing.</summary>
    private static void AnchorPrintTitles(DefinedNames? names)
    {
        foreach (var name in names?.Elements<DefinedName>().Where(name => name.Name?.Value == "_xlnm.Print_Titles") ?? [])
        {
            name.Text = RepeatedRows().Replace(name.Text, "!$$$1:$$$2");
        }
    }

    /// <summary>Characters beyond U+FFFF are written as two escapes, which only Excel reads as one character.</summary>
    private static void SplitCharacters(SharedStringTable? table)
    {
        foreach (var text in table?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>() ?? [])
        {
            if (text.Text.Contains("_xD", StringComparison.OrdinalIgnoreCase))
            {
                text.Text = EscapedPair().Replace(text.Text, pair => $"{Unit(pair.Groups[1])}{Unit(pair.Groups[2])}");
            }
        }
    }

    private static char Unit(Capture digits) => (char)int.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("!([0-9]+):([0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex RepeatedRows();

    [GeneratedRegex("_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscapedPair();
}
