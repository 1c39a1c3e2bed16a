using ClosedXML.Excel;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The one look of every workbook: black on white, hairlines, one quiet blue; made to be printed and signed.</summary>
/// <remarks>
/// A workbook names one font for a cell. 宋体 and 黑体 are on every office machine in China; where they are absent
/// LibreOffice and Excel put in what they have (Noto CJK on a server), so that widths here keep some air.
/// </remarks>
public static class WorkbookTheme
{
    /// <summary>The font of what is read: 宋体 (SimSun).</summary>
    public const string BodyFont = "宋体";

    /// <summary>The font of what is looked for: 黑体 (SimHei), for titles and headers.</summary>
    public const string HeadingFont = "黑体";

    /// <summary>五号, the size of office documents, in points.</summary>
    public const double BodySize = 10.5;

    /// <summary>The height of a line of body text, in points.</summary>
    public const double LineHeight = 15;

    /// <summary>What a row is higher than its lines, in points.</summary>
    internal const double RowAir = 4;

    /// <summary>Number format of money in yuan.</summary>
    public const string Money = "#,##0.00";

    /// <summary>Number format of points: exact underneath, two places shown.</summary>
    public const string Points = "0.00";

    /// <summary>Number format of counts.</summary>
    public const string Count = "#,##0";

    /// <summary>Number format of shares; 1 is 100 %.</summary>
    public const string Percent = "0.00%";

    /// <summary>Number format of availability, where a hundredth of a percent is much.</summary>
    public const string Availability = "0.0000%";

    /// <summary>Number format of a day and time inside a period, the year being plain from elsewhere.</summary>
    public const string ShortMoment = "mm-dd hh:mm";

    /// <summary>Number format of differences: with their sign.</summary>
    public const string PointsDifference = "+0.00;-0.00;0.00";

    /// <summary>Number format of differences in yuan.</summary>
    public const string MoneyDifference = "+#,##0.00;-#,##0.00;0.00";

    /// <summary>Number format of days.</summary>
    public const string Date = "yyyy-mm-dd";

    /// <summary>Number format of moments, Beijing time.</summary>
    public const string Moment = "yyyy-mm-dd hh:mm";

    /// <summary>Number format of times of day.</summary>
    public const string TimeOfDay = "hh:mm";

    /// <summary>Number format of lengths of time: hours and minutes, past 24 hours too.</summary>
    public const string Duration = "[h]:mm";

    private static readonly XLColor Ink = XLColor.FromHtml("#FF1A1A1A");
    private static readonly XLColor Accent = XLColor.FromHtml("#FF1F3864");
    private static readonly XLColor Quiet = XLColor.FromHtml("#FF595959");
    private static readonly XLColor HeaderFill = XLColor.FromHtml("#FFE4E9F0");
    private static readonly XLColor TotalFill = XLColor.FromHtml("#FFF2F4F7");

    /// <summary>Fill of a cell that a condition marks: shows as light grey in print, with the bold type beside it.</summary>
    internal static XLColor MarkFill { get; } = XLColor.FromHtml("#FFE0E0E0");

    /// <summary>Lines of tables and boxes.</summary>
    internal static XLColor Hairline { get; } = XLColor.FromHtml("#FF8C8C8C");

    /// <summary>The base style of a workbook, before any look.</summary>
    internal static void ApplyBase(IXLStyle style)
    {
        style.Font.SetFontName(BodyFont).Font.SetFontCharSet(XLFontCharSet.GB2312).Font.SetFontSize(BodySize);
        style.Font.SetFontColor(Ink);
        style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
    }

    /// <summary>Gives a cell or range one of the looks.</summary>
    internal static void Apply(IXLStyle style, Look look)
    {
        switch (look)
        {
            case Look.Title:
                Heading(style, 16).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
                break;
            case Look.Subtitle:
                style.Font.SetFontColor(Quiet).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
                break;
            case Look.Section:
                Heading(style, 12).Font.SetFontColor(Accent).Border.SetBottomBorder(XLBorderStyleValues.Medium);
                style.Border.SetBottomBorderColor(Accent);
                break;
            case Look.Note:
                style.Font.SetFontSize(9).Font.SetFontColor(Quiet).Alignment.SetWrapText(true);
                style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
                break;
            default:
                ApplyInTable(style, look);
                break;
        }
    }

    /// <summary>Underlines a cell that leads to another; nothing else of its look changes.</summary>
    internal static void ApplyLink(IXLStyle style) =>
        style.Font.SetFontColor(Accent).Font.SetUnderline(XLFontUnderlineValues.Single);

    /// <summary>The hairline box of table cells.</summary>
    internal static IXLStyle Boxed(IXLStyle style)
    {
        style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetBottomBorder(XLBorderStyleValues.Thin);
        style.Border.SetLeftBorder(XLBorderStyleValues.Thin).Border.SetRightBorder(XLBorderStyleValues.Thin);
        style.Border.SetTopBorderColor(Hairline).Border.SetBottomBorderColor(Hairline);
        return style.Border.SetLeftBorderColor(Hairline).Border.SetRightBorderColor(Hairline);
    }

    private static void ApplyInTable(IXLStyle style, Look look)
    {
        switch (look)
        {
            case Look.Header:
                Boxed(Heading(style, BodySize)).Fill.SetBackgroundColor(HeaderFill);
                style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetWrapText(true);
                break;
            case Look.Label:
                Left(Boxed(style)).Fill.SetBackgroundColor(TotalFill);
                break;
            case Look.Body:
                Left(Boxed(style));
                break;
            case Look.Figure:
                Right(Boxed(style));
                break;
            case Look.Centred:
                Boxed(style).Alignment.SetWrapText(true).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
                break;
            case Look.Total:
                Left(Sum(style));
                break;
            case Look.TotalFigure:
                Right(Sum(style));
                break;
            default:
                break;
        }
    }

    private static IXLStyle Sum(IXLStyle style)
    {
        Boxed(style).Font.SetBold(true).Fill.SetBackgroundColor(TotalFill);
        return style.Border.SetTopBorder(XLBorderStyleValues.Medium).Border.SetTopBorderColor(Ink);
    }

    private static IXLStyle Left(IXLStyle style) => style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left)
        .Alignment.SetIndent(1).Alignment.SetWrapText(true);

    private static IXLStyle Right(IXLStyle style) => style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right)
        .Alignment.SetIndent(1);

    private static IXLStyle Heading(IXLStyle style, double size) =>
        style.Font.SetFontName(HeadingFont).Font.SetFontCharSet(XLFontCharSet.GB2312).Font.SetFontSize(size);
}

/// <summary>What a cell is on the page; <see cref="WorkbookTheme"/> decides how that looks.</summary>
public enum Look
{
    /// <summary>Text outside tables.</summary>
    Plain,

    /// <summary>The sheet's title, centred over its width.</summary>
    Title,

    /// <summary>The line under the title: period, contract, state.</summary>
    Subtitle,

    /// <summary>A heading inside a sheet, with a rule under it.</summary>
    Section,

    /// <summary>A table's column header.</summary>
    Header,

    /// <summary>The name beside a value in a form.</summary>
    Label,

    /// <summary>A table's cell with text.</summary>
    Body,

    /// <summary>A table's cell with a number.</summary>
    Figure,

    /// <summary>A table's cell with short codes or signs.</summary>
    Centred,

    /// <summary>The words beside a sum under a table.</summary>
    Total,

    /// <summary>A sum under a table.</summary>
    TotalFigure,

    /// <summary>Small print.</summary>
    Note,
}
