using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>What stands at the head and foot of every sheet.</summary>
/// <param name="Title">The report's own title.</param>
/// <param name="Subject">What it is about, for the cover.</param>
/// <param name="Subtitle">The line under each title, after the subject where that does not stand above it.</param>
/// <param name="Header">Printed at the top of each page.</param>
/// <param name="Footer">Printed at the bottom right of each page.</param>
internal sealed record BookFrame(Text Title, Text Subject, Text Subtitle, Text Header, Text Footer);

/// <summary>Writes sheets as lists of blocks in two passes: first where everything stands, then the cells. It knows no sheet and no table by name.</summary>
internal sealed class BookWriter
{
    private const int UnderTitle = 4;

    private readonly BookLayout book = new();
    private readonly BookFrame frame;
    private readonly Language language;
    private readonly CellWriter cells;
    private readonly TableWriter tables;

    private BookWriter(BookFrame frame, Language language)
    {
        (this.frame, this.language) = (frame, language);
        cells = new(book, language);
        tables = new(book, cells, language);
    }

    /// <summary>Puts the sheets into a workbook, in the order of their tabs.</summary>
    public static void Write(WorkbookDraft draft, IReadOnlyList<Sheet> sheets, BookFrame frame, Language language)
    {
        var writer = new BookWriter(frame, language);
        var placed = sheets.Select(sheet => (Sheet: sheet, Draft: draft.AddSheet(sheet.Name.In(language)))).ToList()
            .ConvertAll(pair => (pair.Sheet, pair.Draft, Blocks: writer.book.Add(pair.Sheet, pair.Draft, UnderTitle)));
        foreach (var (sheet, target, blocks) in placed)
        {
            writer.Head(sheet, target);
            foreach (var (block, row) in blocks)
            {
                writer.Write(block, row, target);
            }

            writer.Page(sheet, target);
        }
    }

    private void Head(Sheet sheet, SheetDraft draft)
    {
        var columns = draft.Widths.Keys.Max();
        if (sheet.IsCover)
        {
            draft.Across(1, 1, columns, frame.Subject.In(language), Look.Title);
            draft.Across(2, 1, columns, frame.Title.In(language), Look.Title).Restyle(style => style with { Size = 20 });
            draft.Across(3, 1, columns, frame.Subtitle.In(language), Look.Subtitle);
            draft.AtLeast(1, 60).AtLeast(2, 46).AtLeast(3, 26);
            return;
        }

        draft.Across(1, 1, columns, (sheet.Title ?? sheet.Name).In(language), Look.Title);
        draft.AtLeast(1, 30);
        draft.Across(2, 1, columns, $"{frame.Subject.In(language)}　{frame.Subtitle.In(language)}", Look.Subtitle);
    }

    /// <summary>The titles of the last long list are repeated on every page; a list that a sheet begins with stays in sight.</summary>
    private void Page(Sheet sheet, SheetDraft draft)
    {
        var layouts = sheet.Blocks.OfType<Block.TableBlock>().Select(block => book[block.Content.Id]).ToList();
        var repeated = layouts.LastOrDefault(layout => layout.Table.IsList) ?? layouts.FirstOrDefault(layout => layout.Table.RowCount > 0 && layout.Table.GroupOf(0) is not null);
        draft.PrintOnA4(sheet.IsLandscape, frame.Header.In(language), repeated?.Header ?? 0, repeated?.Header ?? 1).PrintBelow(frame.Footer.In(language));
        if (repeated is { Lines.Count: > 0, Table.IsList: true })
        {
            draft.Filter(repeated.Header, 1, repeated.Last, repeated.LastColumn);
        }

        if (sheet.IsOnePage)
        {
            draft.OnOnePage();
        }

        if (!sheet.IsCover)
        {
            _ = repeated is not null && layouts[0] == repeated ? draft.Freeze(repeated.Header, 1) : draft.Freeze(2);
        }
    }

    private void Write(Block block, int row, SheetDraft draft)
    {
        var columns = draft.Widths.Keys.Max();
        switch (block)
        {
            case Block.Heading heading:
                Link(draft.Across(row, 1, columns, heading.Title.In(language), Look.Section), heading.To);
                break;
            case Block.Paragraph paragraph:
                Link(draft.Across(row, 1, columns, paragraph.Words.In(language), LookOf(paragraph.Tone)), paragraph.To);
                break;
            case Block.Figures figures:
                new FigureWriter(cells, book, language).Write(draft, row, figures.All, columns);
                break;
            case Block.TableBlock table:
                tables.Write(book[table.Content.Id]);
                break;
            case Block.ChartBlock { Content: FigureChart chart }:
                ChartLayout.Draw(draft, row, chart, book, language);
                break;
            case Block.Signatures signatures:
                draft.Sign(row, signatures.Lines, language);
                break;
            case Block.ChartBlock or Block.Details or Block.Listing or Block.Prose:
                break;
            default:
                throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }
    }

    private static Look LookOf(Tone tone) => tone switch
    {
        Tone.Faint => Look.Note,
        Tone.Warning or Tone.Bad => Look.Banner,
        Tone.Good => Look.FirmBanner,
        Tone.Strong or Tone.Heading => Look.Total,
        Tone.Plain => Look.Body,
    };

    private void Link(CellDraft cell, Anchor? to)
    {
        if (book.Find(to) is { } target)
        {
            cell.LinkTo(target);
        }
    }
}
