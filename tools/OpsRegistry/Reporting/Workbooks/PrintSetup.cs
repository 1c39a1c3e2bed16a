using ClosedXML.Excel;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>How sheets go to paper: A4, one page wide, pages numbered.</summary>
public static class PrintSetup
{
    /// <summary>Sets a sheet up for printing.</summary>
    /// <param name="draft">The sheet.</param>
    /// <param name="landscape">True for the long side across.</param>
    /// <param name="header">Printed at the top left of each page, e.g. contract and period; plain text.</param>
    /// <param name="repeatedRows">The last row, from 1, of those printed on every page; 0 for none.</param>
    /// <param name="firstRepeatedRow">The first of them.</param>
    public static SheetDraft PrintOnA4(
        this SheetDraft draft, bool landscape, string header, int repeatedRows = 0, int firstRepeatedRow = 1)
    {
        var page = draft.Sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.CenterHorizontally = true;
        // Inches; the left side is wider for the binding.
        page.Margins.SetTop(0.8).SetBottom(0.75).SetLeft(0.8).SetRight(0.6).SetHeader(0.4).SetFooter(0.4);
        if (repeatedRows > 0)
        {
            page.SetRowsToRepeatAtTop(firstRepeatedRow, repeatedRows);
        }

        var font = $"&\"{WorkbookTheme.BodyFont},Regular\"&9";
        page.Header.Left.Clear();
        page.Footer.Center.Clear();
        page.Header.Left.AddText(font + Escaped(header));
        page.Footer.Center.AddText($"{font}第 &P 页 / 共 &N 页");
        return draft;
    }

    /// <summary>
    /// An ampersand begins a code in headers; doubled it stands for itself. Excel refuses more than 255 units for all parts together.
    /// A leading digit would be read as part of the size.
    /// </summary>
    private static string Escaped(string text)
    {
        var line = ExcelText.ForCell(text).Replace('\n', ' ').Replace("&", "&&", StringComparison.Ordinal);
        line = line.Length > 180 ? line[..180].TrimEnd('&') + "…" : line;
        return line.Length > 0 && char.IsAsciiDigit(line[0]) ? " " + line : line;
    }
}
