using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>Where everything of a workbook stands, known before the first cell is written.</summary>
internal sealed class BookLayout
{
    private readonly Dictionary<string, TableLayout> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<Anchor, CellDraft> anchors = [];

    /// <summary>A table by its id.</summary>
    public TableLayout this[string table] => tables.TryGetValue(table, out var layout) ? layout : throw new ArgumentException($"no sheet has a table '{table}'", nameof(table));

    /// <summary>The cell that something stands in; null where no sheet has it.</summary>
    public CellDraft? Find(Anchor? anchor) => anchor is { } known && anchors.TryGetValue(known, out var cell) ? cell : null;

    /// <summary>Lays out a sheet; gives its blocks with their first rows.</summary>
    public IReadOnlyList<(Block Block, int Row)> Add(Sheet sheet, SheetDraft draft, int firstRow)
    {
        anchors.TryAdd(sheet.Anchor, draft[1, 1]);
        var (grid, row, placed) = (SheetGrid.WidthsOf(sheet), firstRow, new List<(Block, int)>());
        draft.Columns([.. grid]);
        foreach (var block in sheet.Blocks)
        {
            placed.Add((block, row));
            row = After(block, row, draft, grid);
        }

        return placed;
    }

    private int After(Block block, int row, SheetDraft draft, IReadOnlyList<double> grid)
    {
        switch (block)
        {
            case Block.Heading heading:
                Remember(heading.Anchor, draft[row, 1]);
                Remember(Anchor.Part(heading.Id), draft[row, 1]);
                return row + 1;
            case Block.Paragraph { Tone: Tone.Good }:
            case Block.Paragraph { Tone: Tone.Warning }:
                return row + 2;
            case Block.Paragraph:
                return row + 1;
            case Block.Figures figures:
                return row + FigureGrid.RowsOf(figures.All, grid.Count) + 1;
            case Block.TableBlock { Content: var table }:
                return Remember(new TableLayout(draft, table, row, SheetGrid.SpansOf(table, grid))).Next + 1;
            case Block.ChartBlock { Content: FigureChart chart }:
                return row + ChartLayout.RowsOf(chart) + 1;
            case Block.ChartBlock or Block.Details or Block.Listing or Block.Prose:
                return row;
            case Block.Signatures signatures:
                return row + signatures.Lines.Count + 1;
            default:
                throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }
    }

    private void Remember(Anchor? anchor, CellDraft cell)
    {
        if (anchor is { } known)
        {
            anchors.TryAdd(known, cell);
        }
    }

    private TableLayout Remember(TableLayout layout)
    {
        tables.Add(layout.Table.Id, layout);
        for (var line = 0; line < layout.Lines.Count; line++)
        {
            foreach (var anchor in layout.Lines[line] is (var row, 0) ? layout.Table.AnchorsOf(row) : [])
            {
                anchors.TryAdd(anchor, layout.Sheet[layout.First + line, 1]);
            }
        }

        return layout;
    }
}
