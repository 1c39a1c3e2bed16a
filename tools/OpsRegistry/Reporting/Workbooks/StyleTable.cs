using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// The styles of a workbook, each with the number by which cells name it. What is done to thousands of cells is remembered, so that a
/// cell costs a look-up and not a comparison of styles.
/// </summary>
internal sealed class StyleTable
{
    private readonly List<CellStyle> styles = [new()];
    private readonly Dictionary<CellStyle, uint> numbers = new() { [new()] = 0 };
    private readonly Dictionary<(uint Style, Look Look), uint> looks = [];
    private readonly Dictionary<(uint Style, string Format), uint> formats = [];
    private readonly Dictionary<(uint Style, bool Quoted), uint> quotes = [];
    private readonly Dictionary<uint, uint> links = [];

    public CellStyle this[uint style] => styles[(int)style];

    /// <summary>The number of a style, new or known.</summary>
    public uint NumberOf(CellStyle style)
    {
        if (!numbers.TryGetValue(style, out var number))
        {
            numbers[style] = number = (uint)styles.Count;
            styles.Add(style);
        }

        return number;
    }

    public uint WithLook(uint style, Look look) => Remembered(looks, (style, look), () => WorkbookTheme.Apply(this[style], look));

    public uint WithFormat(uint style, string format) => Remembered(formats, (style, format), () => this[style] with { Format = format });

    public uint WithQuote(uint style, bool quoted) => this[style].QuotePrefix == quoted ? style : Remembered(quotes, (style, quoted), () => this[style] with { QuotePrefix = quoted });

    public uint AsLink(uint style) => Remembered(links, style, () => WorkbookTheme.Link(this[style]));

    /// <summary>The part of the file that lists the styles, in the order in which they were met.</summary>
    public Stylesheet ToStylesheet()
    {
        var fonts = new Numbered<Font>();
        var fills = new Numbered<Fill>();
        var borders = new Numbered<Border>();
        var codes = new Numbered<NumberingFormat>();
        // The format's readers take the first two fills for themselves, whatever stands there.
        fills.Add(new Fill(new PatternFill { PatternType = PatternValues.None }));
        fills.Add(new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        var cells = new CellFormats(styles.ConvertAll(style => FormatOf(style, fonts, fills, borders, codes)));
        cells.Count = (uint)styles.Count;
        foreach (var (code, index) in codes.All.Select((code, index) => (code, index)))
        {
            code.NumberFormatId = FirstFormat + (uint)index;
        }

        return new Stylesheet(
            codes.All.Count > 0 ? new NumberingFormats(codes.All) { Count = (uint)codes.All.Count } : null!,
            new Fonts(fonts.All) { Count = (uint)fonts.All.Count },
            new Fills(fills.All) { Count = (uint)fills.All.Count },
            new Borders(borders.All) { Count = (uint)borders.All.Count },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            cells,
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            WorkbookTheme.Marks());
    }

    /// <summary>Number formats below this one are the format's own.</summary>
    private const uint FirstFormat = 164;

    private static CellFormat FormatOf(CellStyle style, Numbered<Font> fonts, Numbered<Fill> fills, Numbered<Border> borders, Numbered<NumberingFormat> codes)
    {
        var format = new CellFormat(new Alignment
        {
            Horizontal = style.Horizontal is { } side ? new EnumValue<HorizontalAlignmentValues>(side) : null,
            Vertical = style.Vertical,
            WrapText = style.Wraps ? true : null,
            Indent = style.Indent > 0 ? style.Indent : null,
        })
        {
            NumberFormatId = style.Format.Length == 0 ? 0 : FirstFormat + codes.Add(new NumberingFormat { FormatCode = style.Format }),
            FontId = fonts.Add(FontOf(style)),
            FillId = style.Fill is null ? 0 : fills.Add(FillOf(style.Fill)),
            BorderId = borders.Add(new Border(
                Side(new LeftBorder(), style.Left), Side(new RightBorder(), style.Right), Side(new TopBorder(), style.Top), Side(new BottomBorder(), style.Bottom), new DiagonalBorder())),
            FormatId = 0,
            QuotePrefix = style.QuotePrefix ? true : null,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
        if (style.IsOpen)
        {
            format.ApplyProtection = true;
            format.Protection = new Protection { Locked = false };
        }

        return format;
    }

    private static Font FontOf(CellStyle style)
    {
        var font = new Font();
        font.Append(style.Bold ? [new Bold()] : Array.Empty<OpenXmlElement>());
        font.Append(style.Underlined ? [new Underline()] : Array.Empty<OpenXmlElement>());
        font.Append(
            new FontSize { Val = style.Size }, new Color { Rgb = style.Colour }, new FontName { Val = style.Font },
            // 134 is the character set of simplified Chinese: a machine without the font takes another Chinese one.
            new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill FillOf(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static T Side<T>(T side, Edge edge)
        where T : BorderPropertiesType
    {
        if (edge.Colour is { } colour)
        {
            side.Style = edge.Line;
            side.Color = new Color { Rgb = colour };
        }

        return side;
    }

    private uint Remembered<TKey>(Dictionary<TKey, uint> known, TKey key, Func<CellStyle> change)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var number))
        {
            known[key] = number = NumberOf(change());
        }

        return number;
    }

    /// <summary>Elements of one kind, equal ones once.</summary>
    private sealed class Numbered<T>
        where T : OpenXmlElement
    {
        private readonly Dictionary<string, uint> numbers = new(StringComparer.Ordinal);

        public List<T> All { get; } = [];

        public uint Add(T element)
        {
            if (!numbers.TryGetValue(element.OuterXml, out var number))
            {
                numbers[element.OuterXml] = number = (uint)All.Count;
                All.Add(element);
            }

            return number;
        }
    }
}
