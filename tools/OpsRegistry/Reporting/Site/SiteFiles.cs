using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site;

/// <summary>The files of a site, each written when it is asked for: a site that is read while people work on it never needs all of them.</summary>
internal sealed class SiteFiles
{
    private readonly SiteContents site;
    private IReadOnlyList<string>? paths;
    private readonly Dictionary<string, (PlacedPage Placed, Language Language)> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<byte[]?>> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<Language, Lazy<IReadOnlyList<SitePage>>> indexes;

    /// <summary>Lays the site out.</summary>
    public SiteFiles(SiteContents site)
    {
        this.site = site;
        var copies = site.Contracts.SelectMany(contract => SiteEvidence.CopiesOf(site, contract)).ToList();
        Layout = PageBudget.Lay(site, SiteWriter.PagesOf(site).ToList(), copies.ToDictionary(copy => copy.Path, copy => copy.Copy, StringComparer.Ordinal));
        foreach (var download in Layout.Pages.Where(placed => placed.Part is null).SelectMany(placed => placed.Page.Downloads).Concat(copies.Select(copy => copy.Copy)))
        {
            taken.TryAdd(download.Address, download.Bytes);
        }

        foreach (var (table, csv) in Layout.CsvFiles)
        {
            taken.TryAdd(csv, () => Csv(table, Language.Zh));
            taken.TryAdd("en/" + csv, () => Csv(table, Language.En));
        }

        indexes = new[] { Language.Zh, Language.En }.ToDictionary(language => language, language => new Lazy<IReadOnlyList<SitePage>>(() => SearchIndex.Build(site, Layout, language).ToList()));
        foreach (var placed in Layout.Pages)
        {
            foreach (var language in indexes.Keys)
            {
                pages[new PageContext(site, Layout, placed, language).Path] = (placed, language);
            }
        }
    }

    /// <summary>Where everything stands.</summary>
    public SiteLayout Layout { get; }

    /// <summary>The path of every file: style and script, the search index, pages in both languages, what readers take away.</summary>
    public IReadOnlyList<string> Paths => paths ??=
    [
        SiteAddress.Style,
        SiteAddress.Script,
        .. indexes.Keys.SelectMany(language => indexes[language].Value.Select(part => part.Path)),
        .. pages.Keys,
        .. taken.Keys,
    ];

    /// <summary>The paths of what stands in contracts' folders.</summary>
    public IEnumerable<string> PathsOfContracts => Paths.Where(path => SiteAddress.ContractIn(path) is not null);

    /// <summary>The paths of what all contracts share: lists, search index, style and script.</summary>
    public IEnumerable<string> PathsOfAll => Paths.Where(path => SiteAddress.ContractIn(path) is null);

    /// <summary>The file of a path; null where the site has none.</summary>
    public byte[]? Find(string path) =>
        path == SiteAddress.Style ? SiteWriter.Style.Bytes
        : path == SiteAddress.Script ? SiteWriter.Asset("site.js")
        : pages.TryGetValue(path, out var page) ? Written(page.Placed, page.Language).Bytes
        : taken.TryGetValue(path, out var bytes) ? bytes()
        : path.StartsWith("assets/", StringComparison.Ordinal) ? indexes.Values.SelectMany(index => index.Value).FirstOrDefault(part => part.Path == path)?.Bytes
        : null;

    private SitePage Written(PlacedPage placed, Language language)
    {
        var page = new PageContext(site, Layout, placed, language) { SearchParts = indexes[language].Value.Count };
        return Frame.Build(page, placed.Page.Address == SiteAddress.Search ? SearchPage.Content(page, indexes[language].Value.Count) : new BlockHtml(page).Write(placed.Blocks));
    }

    /// <summary>A table for a spreadsheet: the mark at its beginning makes Excel read it as UTF-8.</summary>
    private static byte[] Csv(Table table, Language language)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        TableCsv.Write(text, [], [([], table)], language);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
