namespace OpsRegistry.Reporting.Workbooks;

/// <summary>How sheets go to paper: A4, one page wide, pages numbered.</summary>
internal static class PrintSetup
{
    /// <summary>Sets a sheet up for printing.</summary>
    /// <param name="header">Printed at the top left of each page, e.g. contract and period; plain text.</param>
    /// <param name="repeatedRows">The last row, from 1, of those printed on every page; 0 for none.</param>
    public static SheetDraft PrintOnA4(
        this SheetDraft draft, bool landscape, string header, int repeatedRows = 0, int firstRepeatedRow = 1)
    {
        draft.Page = draft.Page with
        {
            IsLandscape = landscape,
            Header = $"&L{Font}{Escaped(header)}",
            RepeatedRows = repeatedRows > 0 ? (firstRepeatedRow, repeatedRows) : null,
        };
        return draft;
    }

    /// <summary>Makes a sheet fit one page of paper, in height too.</summary>
    public static SheetDraft OnOnePage(this SheetDraft draft)
    {
        draft.Page = draft.Page with { IsOnePage = true };
        return draft;
    }

    /// <summary>Prints a text at the bottom right of each page, e.g. from which commit the figures come; plain text.</summary>
    public static SheetDraft PrintBelow(this SheetDraft draft, string text)
    {
        draft.Page = draft.Page with { Footer = $"{PrintedPage.PageNumber}&R{Font}{Escaped(text)}" };
        return draft;
    }

    private const string Font = PrintedPage.SmallFont;

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

/// <summary>A sheet on paper.</summary>
internal sealed record PrintedPage
{
    public const string SmallFont = $"&\"{WorkbookTheme.BodyFont},Regular\"&9";

    public const string PageNumber = $"&C{SmallFont}第 &P 页 / 共 &N 页";

    public bool IsLandscape { get; init; }

    public bool IsOnePage { get; init; }

    /// <summary>With the codes of the format.</summary>
    public string Header { get; init; } = "";

    public string Footer { get; init; } = PageNumber;

    /// <summary>The first and last row printed on every page.</summary>
    public (int First, int Last)? RepeatedRows { get; init; }
}
