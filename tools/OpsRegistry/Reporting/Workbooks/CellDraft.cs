using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// A cell being written. Values go in only through these methods, so that a text stays a text and a formula has its value.
/// </summary>
/// <param name="Sheet">The sheet it stands on.</param>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal readonly record struct CellDraft(SheetDraft Sheet, int Row, int Column)
{
    /// <summary>Days before this one have serial numbers that Excel and LibreOffice read differently (the leap day of 1900).</summary>
    private static readonly LocalDate FirstDay = new(1900, 3, 1);

    /// <summary>The day from which Excel counts days after <see cref="FirstDay"/>.</summary>
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    private static readonly Offset Beijing = Offset.FromHours(8);

    /// <summary>A text that stays a text, whatever it looks like and even after someone edits the cell.</summary>
    public CellDraft Text(string text)
    {
        var clean = ExcelText.ForCell(text);
        var content = Sheet.Content(Row, Column);
        content.Set(clean);
        // Without the quote prefix Excel turns the text into a formula when a person presses F2 and Enter on it.
        content.Style = Sheet.Styles.WithQuote(content.Style, clean.Length > 0 && "=+-@'\t".Contains(clean[0], StringComparison.Ordinal));
        return this;
    }

    /// <summary>A number shown by a format of <see cref="WorkbookTheme"/>.</summary>
    public CellDraft Number(decimal number, string format)
    {
        Sheet.Content(Row, Column).Set(number);
        return Format(format);
    }

    /// <summary>A day; a day that Excel cannot count becomes a text.</summary>
    public CellDraft Date(LocalDate day) => day < FirstDay
        ? Text(day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))
        : Number(Period.DaysBetween(DayZero, day), WorkbookTheme.Date);

    /// <summary>A moment in Beijing time, to the minute shown and to the second kept.</summary>
    public CellDraft Moment(Instant moment)
    {
        var local = moment.WithOffset(Beijing).LocalDateTime;
        return local.Date < FirstDay
            ? Text(local.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture))
            : Number(
                Period.DaysBetween(DayZero, local.Date) + (local.TimeOfDay.With(TimeAdjusters.TruncateToSecond).TickOfDay / (decimal)NodaConstants.TicksPerDay),
                WorkbookTheme.Moment);
    }

    /// <summary>A time of day.</summary>
    public CellDraft TimeOfDay(LocalTime time) =>
        Number((decimal)time.TickOfDay / NodaConstants.TicksPerDay, WorkbookTheme.TimeOfDay);

    /// <summary>A length of time, shown in hours and minutes.</summary>
    public CellDraft Duration(Duration length) =>
        Number(length.BclCompatibleTicks / (decimal)NodaConstants.TicksPerDay, WorkbookTheme.Duration);

    /// <summary>A formula with the engine's own value, which Excel shows until it recalculates and then must find again.</summary>
    /// <param name="formula">A1 style, without the equals sign; texts inside through <see cref="ExcelText.InFormula"/>.</param>
    /// <param name="format">A number format of <see cref="WorkbookTheme"/>.</param>
    public CellDraft Formula(string formula, decimal value, string format)
    {
        Sheet.Content(Row, Column).Set(value, formula);
        return Format(format);
    }

    /// <summary>A formula whose value is a text.</summary>
    public CellDraft Formula(string formula, string value)
    {
        Sheet.Content(Row, Column).Set(ExcelText.ForCell(value), formula);
        return this;
    }

    /// <summary>A text that leads to a cell of this workbook.</summary>
    public CellDraft Link(string text, CellDraft target) => Text(text).LinkTo(target);

    /// <summary>Makes a cell that has its value already lead to another cell of this workbook.</summary>
    public CellDraft LinkTo(CellDraft target)
    {
        var content = Sheet.Content(Row, Column);
        content.Style = Sheet.Styles.AsLink(content.Style);
        Sheet.Links.Add(new(Row, Column, target));
        return this;
    }

    /// <summary>Gives the cell a look.</summary>
    public CellDraft As(Look look)
    {
        var content = Sheet.Content(Row, Column);
        content.Style = Sheet.Styles.WithLook(content.Style, look);
        return this;
    }

    /// <summary>Gives the cell a number format.</summary>
    public CellDraft Format(string format)
    {
        var content = Sheet.Content(Row, Column);
        content.Style = Sheet.Styles.WithFormat(content.Style, format);
        return this;
    }

    /// <summary>Changes single traits of the cell's style, and of the cells merged with it.</summary>
    public CellDraft Restyle(Func<CellStyle, CellStyle> change)
    {
        Sheet.Restyle(Row, Column, change);
        return this;
    }

    /// <summary>Names the cell for the whole workbook, for formulas to read: letters, digits and underscores.</summary>
    public CellDraft Name(string name)
    {
        Sheet.Names.Add(name, $"{Sheet.InFormula}!{A1.Fixed(Row, Column)}");
        return this;
    }

    /// <summary>Leaves the cell, and those merged with it, to the reader: he may write into it, and proving the workbook tells what he wrote.</summary>
    public CellDraft ForReader(Text title, ReaderKind kind)
    {
        Restyle(style => style with { IsOpen = true, Format = kind == ReaderKind.Trial ? style.Format : kind == ReaderKind.Day ? WorkbookTheme.Date : WorkbookTheme.Words });
        Sheet.ReaderCells.Add(new(Sheet.Name, Address, title, kind));
        return this;
    }

    /// <summary>How the cell looks.</summary>
    public CellStyle Style => Sheet.Styles[Sheet.Content(Row, Column).Style];

    /// <summary>The address inside the sheet, e.g. <c>B3</c>.</summary>
    public string Address => A1.Write(Row, Column);

    /// <summary>The address with its sheet, for formulas and links, e.g. <c>'评分'!B3</c>.</summary>
    public string Reference => $"{Sheet.InFormula}!{Address}";
}
