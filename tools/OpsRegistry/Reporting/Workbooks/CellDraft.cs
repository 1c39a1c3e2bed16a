using System.Globalization;
using ClosedXML.Excel;
using NodaTime;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// A cell being written. Values go in only through these methods, so that a text stays a text and a formula has its
/// value; styles, comments and names are ClosedXML's own, on <see cref="Cell"/>.
/// </summary>
/// <param name="Sheet">The sheet it stands on.</param>
/// <param name="Cell">The cell itself.</param>
public readonly record struct CellDraft(SheetDraft Sheet, IXLCell Cell)
{
    /// <summary>Days before this one have serial numbers that Excel and LibreOffice read differently (the leap day of 1900).</summary>
    private static readonly LocalDate FirstDay = new(1900, 3, 1);

    private static readonly Offset Beijing = Offset.FromHours(8);

    /// <summary>A text that stays a text, whatever it looks like and even after someone edits the cell.</summary>
    public CellDraft Text(string text)
    {
        var clean = ExcelText.ForCell(text);
        Cell.SetValue(clean);
        // Without the quote prefix Excel turns the text into a formula when a person presses F2 and Enter on it.
        Cell.Style.IncludeQuotePrefix = clean.Length > 0 && "=+-@'\t".Contains(clean[0], StringComparison.Ordinal);
        return this;
    }

    /// <summary>A number shown by a format of <see cref="WorkbookTheme"/>.</summary>
    public CellDraft Number(decimal number, string format)
    {
        Cell.SetValue(number);
        return Format(format);
    }

    /// <summary>A day; a day that Excel cannot count becomes a text.</summary>
    public CellDraft Date(LocalDate day)
    {
        if (day < FirstDay)
        {
            return Text(day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        }

        Cell.SetValue(day.ToDateTimeUnspecified());
        return Format(WorkbookTheme.Date);
    }

    /// <summary>A moment in Beijing time, to the minute shown and to the second kept.</summary>
    public CellDraft Moment(Instant moment)
    {
        var local = moment.WithOffset(Beijing).LocalDateTime;
        if (local.Date < FirstDay)
        {
            return Text(local.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture));
        }

        Cell.SetValue(local.With(TimeAdjusters.TruncateToSecond).ToDateTimeUnspecified());
        return Format(WorkbookTheme.Moment);
    }

    /// <summary>A time of day.</summary>
    public CellDraft TimeOfDay(LocalTime time) =>
        Number((decimal)time.TickOfDay / NodaConstants.TicksPerDay, WorkbookTheme.TimeOfDay);

    /// <summary>A length of time, shown in hours and minutes.</summary>
    public CellDraft Duration(Duration length) =>
        Number(length.BclCompatibleTicks / (decimal)NodaConstants.TicksPerDay, WorkbookTheme.Duration);

    /// <summary>A formula with the engine's own value, which Excel shows until it recalculates and then must find again.</summary>
    /// <param name="formula">A1 style, without the equals sign; texts inside through <see cref="ExcelText.InFormula"/>.</param>
    /// <param name="value">What the engine computed.</param>
    /// <param name="format">A number format of <see cref="WorkbookTheme"/>.</param>
    public CellDraft Formula(string formula, decimal value, string format)
    {
        Sheet.Keep(Cell, formula, CachedValue.Of(value));
        return Format(format);
    }

    /// <summary>A formula whose value is a text.</summary>
    public CellDraft Formula(string formula, string value)
    {
        Sheet.Keep(Cell, formula, CachedValue.Of(value));
        return this;
    }

    /// <summary>A text that leads to a cell of this workbook. Give the look before the link: a look resets the underline.</summary>
    public CellDraft Link(string text, CellDraft target)
    {
        Text(text);
        return LinkTo(target);
    }

    /// <summary>Makes a cell that has its value already lead to another cell of this workbook.</summary>
    public CellDraft LinkTo(CellDraft target)
    {
        Cell.Hyperlink = new XLHyperlink(target.Reference);
        WorkbookTheme.ApplyLink(Cell.Style);
        return this;
    }

    /// <summary>Gives the cell a look.</summary>
    public CellDraft As(Look look)
    {
        WorkbookTheme.Apply(Cell.Style, look);
        return this;
    }

    /// <summary>Gives the cell a number format.</summary>
    public CellDraft Format(string format)
    {
        Cell.Style.NumberFormat.Format = format;
        return this;
    }

    /// <summary>Names the cell for the whole workbook, for formulas to read: letters, digits and underscores.</summary>
    public CellDraft Name(string name)
    {
        Cell.Worksheet.Workbook.NamedRanges.Add(name, $"{ExcelText.SheetInFormula(Cell.Worksheet.Name)}!{Cell.Address.ToStringFixed(XLReferenceStyle.A1)}");
        return this;
    }

    /// <summary>The address inside the sheet, e.g. <c>B3</c>.</summary>
    public string Address => Cell.Address.ToString(XLReferenceStyle.A1, includeSheet: false);

    /// <summary>The address with its sheet, for formulas and links, e.g. <c>'评分'!B3</c>.</summary>
    public string Reference => $"{ExcelText.SheetInFormula(Cell.Worksheet.Name)}!{Address}";
}
