using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>A page being written: its language, where it stands, and so how it speaks and links.</summary>
/// <param name="Site">What the site shows.</param>
/// <param name="Layout">Where everything stands.</param>
/// <param name="Placed">The page.</param>
internal sealed record PageContext(SiteContents Site, SiteLayout Layout, PlacedPage Placed, Language Language)
{
    /// <summary>Its address, without the language's folder.</summary>
    public string Address => Placed.Address;

    /// <summary>Its file below the site's folder.</summary>
    public string Path => FolderOf(Language) + Address;

    /// <summary>The same page in the other language.</summary>
    public string Counterpart => Up(FolderOf(Language).Length > 0 ? 1 : 0) + FolderOf(Language == Language.Zh ? Language.En : Language.Zh) + Address;

    /// <summary>How many parts of the search index the head of the page may ask for; none where it only leads to the search.</summary>
    public int SearchParts { get; init; }

    /// <summary>Words in the page's language.</summary>
    public string In(Text words) => words.In(Language);

    /// <inheritdoc cref="In(Text)"/>
    public string In(string zh, string en) => Language == Language.Zh ? zh : en;

    /// <summary>Words of a record or source: they stay in their own language, and an English page says so to screen readers.</summary>
    public Html Own(string words) => LanguageOf(words) is { } other ? Tags.Tag("span", words).With("lang", other) : words;

    /// <summary>The language of words that are not in the page's; null for the page's own.</summary>
    public string? LanguageOf(string words) => Language == Language.En && words.Any(letter => letter >= '\u2e80') ? "zh-CN" : null;

    /// <summary>The relative address of what an anchor names; null where the site does not have it.</summary>
    public string? Find(Anchor anchor) => anchor.IsEvidence ? RepositoryFile(anchor.Id) ?? (Layout.CopyOf(anchor.Id) is { } copy ? ToShared(copy) : null)
        : Layout.Find(Placed.Page.Scope, anchor) is not { } found ? null
        : found.Split('#') is [var address, var place] && address == Address ? "#" + place : To(found);

    /// <summary>The relative address of a page of the same language.</summary>
    public string To(string address) => address.Length == 0 ? Up(0) : Way(FolderOf(Language) + address);

    /// <summary>The relative address of a file that both languages use.</summary>
    public string ToShared(string address) => Way(address);

    /// <summary>A link to a page of the same language.</summary>
    public Element Link(string address, params IEnumerable<Html?> words) => Tags.Tag("a", words).With("href", To(address));

    /// <summary>The address of a file in the repository at the commit; null where it is not known.</summary>
    public string? RepositoryFile(string path) => Site.Repository is { } repository && Site.Origin.IsCommitted ? repository.File(Site.Origin.Commit, path) : null;

    /// <summary>The same for an address relative to a folder; null too where it leads outside.</summary>
    public string? RepositoryFile(string folder, string relative)
    {
        var way = new List<string>(folder.TrimEnd('/').Split('/'));
        foreach (var step in relative.Split('#')[0].Split('/').Where(step => step.Length > 0 && step != "."))
        {
            if (step != "..")
            {
                way.Add(step);
            }
            else if (way.Count > 0)
            {
                way.RemoveAt(way.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return RepositoryFile(string.Join('/', way));
    }

    /// <summary>The shortest way from the page to a file below the site's folder: most of what links cost.</summary>
    private string Way(string target)
    {
        var own = Path;
        var shared = 0;
        for (var at = own.IndexOf('/', StringComparison.Ordinal); at >= 0 && target.Length > at && string.CompareOrdinal(own, shared, target, shared, at + 1 - shared) == 0; at = own.IndexOf('/', shared))
        {
            shared = at + 1;
        }

        return string.Concat(Enumerable.Repeat("../", own.AsSpan(shared).Count('/'))) + target[shared..];
    }

    private string Up(int more) => string.Concat(Enumerable.Repeat("../", Address.Count(letter => letter == '/') + more));

    private static string FolderOf(Language language) => language == Language.En ? "en/" : "";
}
