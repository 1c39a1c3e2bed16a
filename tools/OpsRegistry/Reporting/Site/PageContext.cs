using OpsRegistry.Assessing;

namespace OpsRegistry.Reporting.Site;

/// <summary>A page being written: its language, where it stands, and so how it speaks and links.</summary>
/// <param name="Site">What the site shows.</param>
/// <param name="Language">The language.</param>
/// <param name="Address">Its address, without the language's folder.</param>
internal sealed record PageContext(SiteContents Site, Language Language, string Address)
{
    /// <summary>Its file below the site's folder.</summary>
    public string Path => FolderOf(Language) + Address;

    /// <summary>The same page in the other language.</summary>
    public string Counterpart => Up(FolderOf(Language).Length > 0 ? 1 : 0) + FolderOf(Language == Language.Zh ? Language.En : Language.Zh) + Address;

    /// <summary>Words in the page's language.</summary>
    public string In(Text words) => words.In(Language);

    /// <inheritdoc cref="In(Text)"/>
    public string In(string zh, string en) => Language == Language.Zh ? zh : en;

    /// <summary>Words of a record or source: they stay in their own language, and an English page says so to screen readers.</summary>
    public Html Own(string words) => Language == Language.En && words.Any(letter => letter >= '\u2e80') ? Tags.Tag("span", words).With("lang", "zh-CN") : words;

    /// <summary>The relative address of a page of the same language.</summary>
    public string To(string address) => Up(0) + address;

    /// <summary>The relative address of a file that both languages use.</summary>
    public string ToShared(string address) => Up(Language == Language.En ? 1 : 0) + address;

    /// <summary>A link to a page of the same language.</summary>
    public Element Link(string address, params IEnumerable<Html?> words) => Tags.Tag("a", words).With("href", To(address));

    /// <summary>A file of the registry at a line: a link to it at the commit where the repository's address is known, else its path.</summary>
    public Html Source(string path, int line, string? words = null)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{path}:{line}");
        return Site.RepositoryUrl is { } repository && Site.Origin.IsCommitted
            ? Tags.Tag("a.source", words ?? place).With("href", string.Create(CultureInfo.InvariantCulture, $"{repository}/blob/{Site.Origin.Commit}/{EscapedPath(path)}#L{line}")).With("title", place)
            : words is null ? Tags.Tag("code.source", place) : Tags.Tag("code.source", string.Create(CultureInfo.InvariantCulture, $"{words}:{line}")).With("title", place);
    }

    /// <summary>A record as deductions name it: the page of an incident, and in any case file and line.</summary>
    public Html Record(SiteContract contract, RecordReference record)
    {
        var folder = $"ops-registry/contracts/{contract.Name}/";
        var place = Source(record.Path, record.Line);
        return contract.IncidentsByName.TryGetValue(record.Name, out var incident) && incident.Resource.Path == record.Path
            ? Tags.All(Link(SiteAddress.Incident(contract.Name, record.Name), record.Name), " ", place)
            : Tags.All(record.Path.StartsWith(folder, StringComparison.Ordinal) ? Tags.Tag("span.record", record.Name) : null, " ", place);
    }

    /// <summary>The address of a file in the repository at the commit; null where it is not known.</summary>
    public string? RepositoryFile(string path) => Site.RepositoryUrl is { } repository && Site.Origin.IsCommitted
        ? $"{repository}/blob/{Site.Origin.Commit}/{EscapedPath(path)}"
        : null;

    private string Up(int more) => string.Concat(Enumerable.Repeat("../", Address.Count(letter => letter == '/') + more));

    private static string FolderOf(Language language) => language == Language.En ? "en/" : "";

    private static string EscapedPath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
