using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The one look of every workbook: black on white, hairlines, one quiet blue; made to be printed and signed.</summary>
/// <remarks>
/// A workbook names one font for a cell. 宋体 and 黑体 are on every office machine in China; where they are absent
/// LibreOffice and Excel put in what they have (Noto CJK on a server), so that widths here keep some air.
/// </remarks>
internal static class WorkbookTheme
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

    /// <summary>Number format of words: what is typed stays as it is typed.</summary>
    public const string Words = "@";

    /// <summary>Number format of times of day.</summary>
    public const string TimeOfDay = "hh:mm";

    /// <summary>Number format of lengths of time: hours and minutes, past 24 hours too.</summary>
    public const string Duration = "[h]:mm";

    /// <summary>The colour of what is read.</summary>
    public const string Ink = "FF1A1A1A";

    /// <summary>Lines of tables and boxes.</summary>
    internal const string Hairline = "FF8C8C8C";

    /// <summary>The one colour of headings, links and charts.</summary>
    internal const string Accent = "FF1F3864";

    private const string Quiet = "FF595959", HeaderFill = "FFE4E9F0", TotalFill = "FFF2F4F7";

    /// <summary>Behind what must not be overlooked: a light red, which a black-and-white print shows as light grey.</summary>
    internal const string MarkFill = "FFF3D9D6";

    /// <summary>The type of what must not be overlooked: a dark red, which prints as black.</summary>
    internal const string MarkInk = "FF7B1A12";

    /// <summary>Gives a style one of the looks; its number format and what the look does not speak of stay.</summary>
    internal static CellStyle Apply(CellStyle style, Look look) => look switch
    {
        Look.Title => Heading(style, 16) with { Horizontal = HorizontalAlignmentValues.Center },
        Look.Subtitle => style with { Colour = Quiet, Horizontal = HorizontalAlignmentValues.Center },
        Look.Section => Heading(style, 12) with { Colour = Accent, Bottom = new(BorderStyleValues.Medium, Accent) },
        Look.Note => style with { Size = 9, Colour = Quiet, Wraps = true, Vertical = VerticalAlignmentValues.Top },
        Look.Header => Heading(Boxed(style), BodySize) with { Fill = HeaderFill, Horizontal = HorizontalAlignmentValues.Center, Wraps = true },
        Look.Label => Left(Boxed(style)) with { Fill = TotalFill },
        Look.Body => Left(Boxed(style)),
        Look.Figure => Right(Boxed(style)),
        Look.Centred => Boxed(style) with { Wraps = true, Horizontal = HorizontalAlignmentValues.Center },
        Look.Total => Left(Sum(style)),
        Look.TotalFigure => Right(Sum(style)),
        Look.Input => Right(Boxed(style)).Boxed(BorderStyleValues.Medium, Accent) with { Bold = true },
        Look.Banner => Heading(style, 12).Boxed(BorderStyleValues.Medium, Ink) with { Bold = true, Fill = MarkFill, Horizontal = HorizontalAlignmentValues.Center, Wraps = true },
        Look.FirmBanner => Heading(style, 12).Boxed(BorderStyleValues.Medium, Ink) with { Bold = true, Fill = TotalFill, Horizontal = HorizontalAlignmentValues.Center, Wraps = true },
        Look.Plain => style,
    };

    /// <summary>Underlines what leads to another cell; nothing else of its look changes.</summary>
    internal static CellStyle Link(CellStyle style) => style with { Colour = Accent, Underlined = true };

    /// <summary>What a condition lays over a cell: heavy dark red on light red, which reads in black and white as well.</summary>
    internal static DifferentialFormats Marks() => new(new DifferentialFormat(
        new Font(new Bold(), new Color { Rgb = MarkInk }),
        new Fill(new PatternFill(new ForegroundColor { Rgb = MarkFill }, new BackgroundColor { Rgb = MarkFill }) { PatternType = PatternValues.Solid })))
    {
        Count = 1,
    };

    private static CellStyle Boxed(CellStyle style) => style.Boxed(BorderStyleValues.Thin, Hairline);

    private static CellStyle Sum(CellStyle style) => Boxed(style) with { Bold = true, Fill = TotalFill, Top = new(BorderStyleValues.Medium, Ink) };

    private static CellStyle Left(CellStyle style) => style with { Horizontal = HorizontalAlignmentValues.Left, Indent = 1, Wraps = true };

    private static CellStyle Right(CellStyle style) => style with { Horizontal = HorizontalAlignmentValues.Right, Indent = 1 };

    private static CellStyle Heading(CellStyle style, double size) => style with { Font = HeadingFont, Size = size };
}

/// <summary>What a cell is on the page; <see cref="WorkbookTheme"/> decides how that looks.</summary>
internal enum Look
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

    /// <summary>A cell for the reader to write a number into.</summary>
    Input,

    /// <summary>What must not be overlooked, in black and white too.</summary>
    Banner,

    /// <summary>The same for what is settled.</summary>
    FirmBanner,
}
