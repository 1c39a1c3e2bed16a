using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>
/// Lays a site out so that no page is over its budget. How much a row takes is known only once it is written, so pages with many rows are written
/// to be weighed; of one that is too heavy the heaviest list goes on on further pages, with half its rows, until it fits.
/// </summary>
internal static class PageBudget
{
    /// <summary>The most bytes of a page.</summary>
    public const int MostBytes = 120_000;

    // What the head of a page gets later (the parts of the search index), and links that lengthen where a list is divided.
    private const int Reserve = 2_000;

    // What its words and links come to by a rough sum; below it a page is nowhere near its budget and need not be weighed.
    private const int FewestWeighed = 40_000;

    // Bytes of marks around a cell, a link, a clause and something drawn, and of a letter at its longest.
    private const int OfCell = 80, OfLink = 260, OfClause = 160, OfMark = 180, OfLetter = 3;

    private static readonly Language[] Languages = [Language.Zh, Language.En];

    /// <summary>Places pages.</summary>
    /// <param name="site">What the site shows.</param>
    /// <param name="copies">The proofs that the site has copies of: each with its path in the registry.</param>
    public static SiteLayout Lay(SiteContents site, IReadOnlyList<Page> pages, IReadOnlyDictionary<string, Download> copies)
    {
        var most = new Dictionary<Table, int>(ReferenceEqualityComparer.Instance);
        for (IReadOnlySet<Page>? asked = null; ;)
        {
            var layout = new SiteLayout(pages, copies, most);
            var weighed = layout.Pages.Where(placed => (asked is null || asked.Contains(placed.Page)) && IsHeavy(layout, placed)).ToList();
            var narrowed = new IReadOnlyList<TableShare>[weighed.Count];
            Parallel.For(0, weighed.Count, Processors.All, index => narrowed[index] = Narrowed(site, layout, weighed[index]));
            foreach (var share in narrowed.SelectMany(shares => shares))
            {
                most[share.Table] = Math.Min(share.Rows, most.GetValueOrDefault(share.Table, int.MaxValue));
            }

            asked = weighed.Where((_, index) => narrowed[index].Count > 0).Select(placed => placed.Page).ToHashSet();
            if (asked.Count == 0)
            {
                return layout;
            }
        }
    }

    // The lists of a page that shall have fewer rows, so that it fits. Half the rows weigh about half: what is many times too long is halved as often at once, and weighed again as it stands then.
    private static IReadOnlyList<TableShare> Narrowed(SiteContents site, SiteLayout layout, PlacedPage placed)
    {
        foreach (var page in Languages.Select(language => new PageContext(site, layout, placed, language)))
        {
            var letters = new Dictionary<Table, long>(ReferenceEqualityComparer.Instance);
            var written = Frame.Build(page, new BlockHtml(page) { OfTable = (table, count) => letters[table] = count }.Write(placed.Blocks)).Bytes;
            var (bytes, all) = (written.Length, Encoding.UTF8.GetCharCount(written));
            var whole = TablesOf(placed).Select(table => new TableShare(table, Math.Min(table.RowCount, layout.RowsOf(table)), (int)(letters[table] * bytes / all))).ToList();
            var shares = whole.ToList();
            // Where all that is no list takes more, fewer rows would not make it fit.
            while (bytes > MostBytes - Reserve && bytes - shares.Sum(share => share.Bytes) <= MostBytes - Reserve && shares.Where(share => share.Rows > 1).MaxBy(share => share.Bytes) is { } heaviest)
            {
                var half = new TableShare(heaviest.Table, heaviest.Rows / 2, heaviest.Bytes / 2);
                bytes -= heaviest.Bytes - half.Bytes;
                shares[shares.IndexOf(heaviest)] = half;
            }

            if (shares.Except(whole).ToList() is { Count: > 0 } narrower)
            {
                return narrower;
            }
        }

        return [];
    }

    private static bool IsHeavy(SiteLayout layout, PlacedPage placed) => placed.Blocks.Sum(block => block is Block.TableBlock { Content: var table }
        ? Roughly(table, placed.Part is { } part ? (part.Number - 1) * layout.RowsOf(table) : 0, layout.RowsOf(table))
        : Roughly(block)) >= FewestWeighed;

    private static long Roughly(Table table, int first, int most) => Enumerable.Range(first, Math.Clamp(table.RowCount - first, 0, most)).Sum(row =>
        Enumerable.Range(0, table.Columns.Count).Sum(column => OfCell + Roughly(table.Cell(row, column))) + (table.DetailsOf(row) is { } details ? details.Content.Sum(Roughly) : 0));

    // A rough sum decides only what is weighed: whatever is no link counts by its words.
    private static long Roughly(Value value) =>
        value is Value.Record or Value.Link ? OfLink
        : value is Value.Many many ? many.All.Sum(Roughly)
        : value is Value.Clauses clauses ? clauses.All.Count * OfClause
        : ValueText.Show(value, Language.Zh).Length * OfLetter;

    private static long Roughly(Block block) =>
        block is Block.TableBlock table ? Roughly(table.Content, 0, TableHtml.MostWhole)
        : block is Block.Details details ? details.Content.Sum(Roughly)
        : block is Block.Listing listing ? listing.Words.In(Language.Zh).Length * OfLetter
        : block is Block.Prose prose ? prose.Markdown.In(Language.Zh).Length * OfLetter
        : block is Block.ChartBlock { Content: DayChart days } ? days.Marks.Count * OfMark
        : block is Block.ChartBlock { Content: TimeChart times } ? times.Lanes.Sum(lane => lane.Spans.Count + lane.Marks.Count) * OfMark
        : OfCell;

    private static IEnumerable<Table> TablesOf(PlacedPage placed) => placed.Blocks.OfType<Block.TableBlock>().Select(block => block.Content).Where(table => table.RowCount > 0);

    /// <summary>The rows of a table that stand on one page, and what they come to.</summary>
    private sealed record TableShare(Table Table, int Rows, int Bytes);
}
