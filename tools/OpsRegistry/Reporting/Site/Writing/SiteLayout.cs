using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>A page with its place: a table that is too long for one page goes on, alone, on further ones.</summary>
/// <param name="Part">Of a further page the table and its number from 2; null for the page itself.</param>
internal sealed record PlacedPage(Page Page, (Table Table, int Number)? Part)
{
    public string Address => Part is { } part ? SiteLayout.PartOf(Page, part.Table, part.Number) : Page.Address;

    public Text Title => Part is { } part ? new($"{Page.Title.Zh} · {part.Table.Title.Zh} {part.Number}", $"{Page.Title.En} · {part.Table.Title.En} {part.Number}") : Page.Title;

    public IReadOnlyList<Block> Blocks => Part is { } part ? [new Block.Heading(part.Table.Title, part.Table.Id), new Block.TableBlock(part.Table)] : Page.Blocks;
}

/// <summary>Where everything of the site stands, known before the first page is written.</summary>
internal sealed class SiteLayout
{
    private const int FullPage = 80, FullShare = 48, FewestRows = 8, LongTable = 20; // rows

    private readonly Dictionary<Anchor, Page> own = [];
    private readonly Dictionary<(string Scope, Anchor Anchor), string> addresses = [];
    private readonly Dictionary<Table, TablePlace> tables = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyDictionary<string, Download> copies;
    private readonly IReadOnlyDictionary<Table, int> most;

    /// <summary>Places pages.</summary>
    /// <param name="copies">The proofs that the site has copies of: each with its path in the registry.</param>
    /// <param name="most">The tables of which fewer rows than usual stand on a page, by reference.</param>
    public SiteLayout(IReadOnlyList<Page> pages, IReadOnlyDictionary<string, Download> copies, IReadOnlyDictionary<Table, int> most)
    {
        this.copies = copies;
        this.most = most;
        foreach (var page in pages)
        {
            Measure(page);
        }

        Pages = pages.SelectMany(page => (IEnumerable<PlacedPage>)[new(page, null), .. Further(page)]).ToList();
        foreach (var page in pages)
        {
            foreach (var anchor in page.Anchors)
            {
                own.TryAdd(anchor, page);
            }
        }

        foreach (var page in pages)
        {
            AddContents(page);
        }
    }

    /// <summary>All pages, each followed by those that its long tables go on on.</summary>
    public IReadOnlyList<PlacedPage> Pages { get; }

    /// <summary>The page, and the place on it, where something stands; null where no page has it. A page of its own comes before a row, and the nearest meaning of a short name holds.</summary>
    public string? Find(string scope, Anchor anchor)
    {
        if (own.TryGetValue(anchor, out var page))
        {
            return page.Address;
        }

        for (var near = scope; ; near = near[..Math.Max(0, near.LastIndexOf('/'))])
        {
            if (addresses.TryGetValue((near, anchor), out var address))
            {
                return address;
            }

            if (near.Length == 0)
            {
                return null;
            }
        }
    }

    /// <summary>What people call what a link leads to: where its words are an id, the title of the page that is about it.</summary>
    public Text TitleOf(Value.Link link) => link.To.IsNamed && own.TryGetValue(link.To, out var page) && link.Title.IsNamed(link.To.Id[(link.To.Id.LastIndexOf('/') + 1)..]) ? page.Title : link.Title;

    /// <summary>Where the copy of a proof stands, by its path in the registry; null where there is none.</summary>
    public string? CopyOf(string path) => copies.TryGetValue(path, out var copy) ? copy.Address : null;

    /// <summary>The file with all rows of a table for a spreadsheet, below a language's folder; null for a table of one row, or inside another.</summary>
    public string? CsvOf(Table table) => tables.TryGetValue(table, out var place) ? place.Csv : null;

    /// <summary>The tables that have such a file.</summary>
    public IEnumerable<(Table Table, string Csv)> CsvFiles => tables.Where(pair => pair.Value.Csv is not null).Select(pair => (pair.Key, pair.Value.Csv!));

    /// <summary>The address of a part of a table, from 1.</summary>
    public static string PartOf(Page page, Table table, int number) =>
        number == 1 ? page.Address : string.Create(CultureInfo.InvariantCulture, $"{page.Address[..^".html".Length]}-{SiteAddress.Safe(table.Id)}-{number}.html");

    /// <summary>How many rows of a table stand on a page: fewer where a page has many long lists.</summary>
    public int RowsOf(Table table) => tables.TryGetValue(table, out var place) ? place.Rows : table.RowsPerPage;

    /// <summary>How many parts a table has.</summary>
    public int PartsOf(Table table) => Math.Max(1, (table.RowCount + RowsOf(table) - 1) / RowsOf(table));

    /// <summary>What a row is called within its page.</summary>
    public static string FragmentOf(Anchor anchor) => $"{anchor.Kind[0]}-{SiteAddress.Safe(anchor.Id)}";

    /// <summary>Gives each table of a page its room, and its file.</summary>
    private void Measure(Page page)
    {
        var shown = page.Blocks.OfType<Block.TableBlock>().Select(block => block.Content).ToList();
        var lists = shown.Where(table => table.RowCount > FewestRows).ToList();
        var isFull = lists.Sum(table => Math.Min(table.RowCount, table.RowsPerPage)) > FullPage;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in shown)
        {
            var usual = isFull && (table.IsList || table.RowCount > LongTable) ? Math.Min(table.RowsPerPage, Math.Max(FewestRows, FullShare / lists.Count)) : table.RowsPerPage;
            var csv = table.RowCount > 1 && names.Add(table.Id) ? $"{page.Address[..^".html".Length]}-{SiteAddress.Safe(table.Id)}.csv" : null;
            tables.TryAdd(table, new(most.TryGetValue(table, out var few) ? Math.Min(few, usual) : usual, csv));
        }
    }

    private IEnumerable<PlacedPage> Further(Page page) =>
        from table in page.Blocks.OfType<Block.TableBlock>()
        from number in Enumerable.Range(1, PartsOf(table.Content)).Skip(1)
        select new PlacedPage(page, (table.Content, number));

    private void AddContents(Page page)
    {
        foreach (var block in page.Blocks)
        {
            if (block is Block.Heading heading)
            {
                addresses.TryAdd((page.Scope, Anchor.Part(heading.Id)), $"{page.Address}#{SiteAddress.Safe(heading.Id)}");
            }
            else if (block is Block.TableBlock { Content: var table })
            {
                AddRows(page, table);
            }
        }
    }

    private void AddRows(Page page, Table table)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            var fragment = (string?)null;
            foreach (var anchor in table.AnchorsOf(row))
            {
                fragment ??= FragmentOf(anchor);
                addresses.TryAdd((page.Scope, anchor), $"{PartOf(page, table, (row / RowsOf(table)) + 1)}#{fragment}");
            }
        }
    }

    private sealed record TablePlace(int Rows, string? Csv);
}
