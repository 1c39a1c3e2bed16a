using OpsRegistry.Verifying.Workbooks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>Writes any table where it was laid out: titles, rows, sums, notes, marks.</summary>
internal sealed class TableWriter(BookLayout book, CellWriter cells, Language language)
{
    private static readonly Text Continued = new("续", "cont.");

    public void Write(TableLayout layout)
    {
        Titles(layout);
        if (layout.Lines.Count == 0)
        {
            layout.Sheet.Across(layout.First, 1, layout.LastColumn, layout.Table.WhenEmpty.In(language), Look.Body);
        }

        var group = layout.First;
        layout.Sheet.Later(layout.First, layout.Lines.Count, line =>
        {
            group = IsFirstOfGroup(layout, line) ? layout.First + line : group;
            Line(layout, line, group);
        });
        Foot(layout);
        Marks(layout);
    }

    private void Titles(TableLayout layout)
    {
        for (var index = 0; index < layout.Spans.Count; index++)
        {
            var (first, last) = layout.Spans[index];
            layout.Sheet.Across(layout.Header, first, last, layout.Table.Columns[index].Title.In(language), Look.Header);
        }

        layout.Sheet.AtLeast(layout.Header, WorkbookTheme.LineHeight + 6);
    }

    private static bool IsFirstOfGroup(TableLayout layout, int line) => line == 0 ||
        layout.Table.GroupOf(layout.Lines[line].Row) is var own && own != layout.Table.GroupOf(layout.Lines[line - 1].Row);

    private void Line(TableLayout layout, int line, int group)
    {
        var ((row, part), table, at) = (layout.Lines[line], layout.Table, layout.First + line);
        var formulas = new FormulaCells(book, layout, at, group, language);
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var (column, (first, last)) = (table.Columns[index], layout.Spans[index]);
            var cell = CellAt(layout.Sheet, at, first, last, LookOf(table, row, index));
            if (column.IsOfGroup)
            {
                OfGroup(layout, cell, line, index);
                continue;
            }

            if (part > 0 && !column.Repeats && table.Cell(row, index) is not Value.Many)
            {
                continue;
            }

            var value = PartOf(table.Cell(row, index), part, index == 0 && part > 0, layout.Lines.Count != table.RowCount);
            cells.Write(cell, value, part == 0 ? table.FormulaOf(row, index, formulas) : null);
            Finish(layout, cell, value, (row, index), last);
        }
    }

    /// <summary>A narrow column shows moments without their year; a merged cell grows with its words; a named cell gets its name and is the reader's.</summary>
    private void Finish(TableLayout layout, CellDraft cell, Value value, (int Row, int Column) at, int last)
    {
        const double TooNarrowForYear = 15;
        if (value is Value.Moment && layout.Sheet.Widths[cell.Column] < TooNarrowForYear)
        {
            cell.Format(WorkbookTheme.ShortMoment);
        }

        if (last > cell.Column)
        {
            layout.Sheet.Fit(cell, last, cells.Words(value));
        }

        if (layout.Table.NameOf(at.Row, at.Column) is { } name)
        {
            cell.Name(name).ForReader(layout.Table.Columns[at.Column].Title, ReaderKind.Trial);
        }
    }

    private static Look LookOf(Table table, int row, int index) =>
        table.NameOf(row, index) is not null ? Look.Input
        : CellWriter.LookOf(table.Columns[index]) is var look && table.IsSubtotal(row) && look == Look.Body ? Look.Label
        : look;

    private static CellDraft CellAt(SheetDraft sheet, int row, int first, int last, Look look)
    {
        sheet.Merge(row, first, row, last);
        for (var column = first; column <= last; column++)
        {
            sheet[row, column].As(look);
        }

        return sheet[row, first];
    }

    /// <summary>One cell for all rows of a group.</summary>
    private void OfGroup(TableLayout layout, CellDraft cell, int line, int index)
    {
        if (IsFirstOfGroup(layout, line))
        {
            var last = line;
            while (last + 1 < layout.Lines.Count && !IsFirstOfGroup(layout, last + 1))
            {
                last++;
            }

            layout.Sheet.Merge(cell.Row, cell.Column, layout.First + last, layout.Spans[index].Last);
            cells.Write(cell, layout.Table.Cell(layout.Lines[line].Row, index), null);
        }
    }

    private Value PartOf(Value value, int part, bool continues, bool isSplit) =>
        isSplit && value is Value.Many many ? part < many.All.Count ? many.All[part] : Value.None
        : continues && value is Value.Code code ? new Value.Code($"{code.Id} {Continued.In(language)}")
        : value;

    private void Foot(TableLayout layout)
    {
        var row = layout.Foot;
        foreach (var foot in layout.Table.FootRows)
        {
            FootLine(layout, row++, foot);
        }

        foreach (var note in layout.Table.Notes)
        {
            layout.Sheet.Across(row++, 1, layout.Sheet.Widths.Keys.Max(), note.In(language), Look.Note);
        }
    }

    private void FootLine(TableLayout layout, int row, FootRow foot)
    {
        layout.Sheet.Paint(row, 1, row, layout.LastColumn, Look.Total);
        var first = foot.Cells.Min(cell => layout.ColumnOf(cell.Column));
        layout.Sheet.Across(row, 1, Math.Max(1, first - 1), foot.Title.In(language), Look.Total);
        var formulas = new FormulaCells(book, layout, row, layout.First, language);
        foreach (var foots in foot.Cells)
        {
            var (start, end) = layout.Spans[layout.IndexOf(foots.Column)];
            var isFigure = foots.Value is Value.Points or Value.Yuan or Value.Count or Value.Share or Value.Length or Value.Undetermined;
            var cell = CellAt(layout.Sheet, row, start, end, isFigure ? Look.TotalFigure : Look.Total);
            cells.Write(cell, foots.Value, foots.Formula?.Invoke(formulas));
            foreach (var name in foots.Names)
            {
                cell.Name(name);
            }
        }
    }

    private void Marks(TableLayout layout)
    {
        if (layout.Lines.Count == 0)
        {
            return;
        }

        var (table, sheet) = (layout.Table, layout.Sheet);
        if (table.MarkFormula is { } mark)
        {
            sheet.Mark(A1.Block(layout.First, 1, layout.Last, layout.LastColumn), mark(new FormulaCells(book, layout, layout.First, layout.First, language)));
        }

        var marked = table.Columns.Select((column, index) => (column.CellMark, layout.Spans[index])).Where(pair => pair.CellMark is not null).ToList();
        if (marked.Count > 0)
        {
            var (first, last) = (marked[0].Item2.First, marked[^1].Item2.Last);
            sheet.Mark(A1.Block(layout.First, first, layout.Last, last), marked[0].CellMark!(A1.Write(layout.First, first)));
        }
    }
}
