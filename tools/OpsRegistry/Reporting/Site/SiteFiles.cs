using OpsRegistry.Reporting.Site.Writing;

namespace OpsRegistry.Reporting.Site;

/// <summary>The files of a site, each written when it is asked for: a site that is read while people work on it never needs all of them.</summary>
internal sealed class SiteFiles
{
    private readonly SiteContents site;
    private readonly Dictionary<string, (PlacedPage Placed, Language Language)> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<Language, Lazy<IReadOnlyList<SitePage>>> indexes;

    /// <summary>Lays the site out.</summary>
    public SiteFiles(SiteContents site)
    {
        this.site = site;
        Layout = new(SiteWriter.PagesOf(site).ToList());
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

    /// <summary>Every file: pages in both languages, the search index, style and script.</summary>
    public IEnumerable<SitePage> All() =>
    [
        SiteWriter.Style,
        new(SiteAddress.Script, SiteWriter.Asset("site.js")),
        .. indexes.Keys.SelectMany(language => indexes[language].Value.Concat(Layout.Pages.AsParallel().AsOrdered().Select(placed => Written(placed, language)))),
    ];

    /// <summary>The file of a path; null where the site has none.</summary>
    public byte[]? Find(string path) =>
        path == SiteAddress.Style ? SiteWriter.Style.Bytes
        : path == SiteAddress.Script ? SiteWriter.Asset("site.js")
        : pages.TryGetValue(path, out var page) ? Written(page.Placed, page.Language).Bytes
        : path.StartsWith("assets/", StringComparison.Ordinal) ? indexes.Values.SelectMany(index => index.Value).FirstOrDefault(part => part.Path == path)?.Bytes
        : null;

    private SitePage Written(PlacedPage placed, Language language)
    {
        var page = new PageContext(site, Layout, placed, language);
        return Frame.Build(page, placed.Page.Address == SiteAddress.Search ? SearchPage.Content(page, indexes[language].Value.Count) : new BlockHtml(page).Write(placed.Blocks));
    }
}
