using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>A page with its place: a table that is too long for one page goes on, alone, on further ones.</summary>
/// <param name="Page">The page.</param>
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
    private readonly Dictionary<Anchor, string> own = [];
    private readonly Dictionary<(string Scope, Anchor Anchor), string> addresses = [];

    public SiteLayout(IReadOnlyList<Page> pages)
    {
        Pages = pages.SelectMany(page => (IEnumerable<PlacedPage>)[new(page, null), .. Further(page)]).ToList();
        foreach (var page in pages)
        {
            foreach (var anchor in page.Anchors)
            {
                own.TryAdd(anchor, page.Address);
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
            return page;
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

    /// <summary>The address of a part of a table, from 1.</summary>
    public static string PartOf(Page page, Table table, int number) =>
        number == 1 ? page.Address : string.Create(CultureInfo.InvariantCulture, $"{page.Address[..^".html".Length]}-{SiteAddress.Safe(table.Id)}-{number}.html");

    /// <summary>How many parts a table has.</summary>
    public static int PartsOf(Table table) => Math.Max(1, (table.RowCount + table.RowsPerPage - 1) / table.RowsPerPage);

    /// <summary>What a row is called within its page.</summary>
    public static string FragmentOf(Anchor anchor) => $"{anchor.Kind[0]}-{SiteAddress.Safe(anchor.Id)}";

    private static IEnumerable<PlacedPage> Further(Page page) =>
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
                addresses.TryAdd((page.Scope, anchor), $"{PartOf(page, table, (row / table.RowsPerPage) + 1)}#{fragment}");
            }
        }
    }
}
