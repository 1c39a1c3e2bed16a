using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>A relationship: how a program comes from one part to the next.</summary>
/// <param name="From">The part that names it; empty for the package itself.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Kind">The last word of its type where the format's own standard defines it, the whole type otherwise.</param>
/// <param name="Target">The part that it leads to; what stands in the file where it leads out of it.</param>
/// <param name="IsExternal">True where it leads out of the file.</param>
internal sealed record PackageLink(string From, string Id, string Kind, string Target, bool IsExternal);

/// <summary>How the parts of a package hang together: followed as office programs do, from the package by relationships and never by a part's name.</summary>
internal sealed class PackageLinks
{
    private const string TypesPart = "[Content_Types].xml";

    private static readonly string[] Standard =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/",
    ];

    private readonly Dictionary<string, string> extensions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase) { TypesPart };
    private readonly List<PackageLink> all = [];

    /// <summary>Follows every relationship.</summary>
    /// <exception cref="NotAWorkbookException">The package does not say what its parts are, or a relationship leads nowhere.</exception>
    public PackageLinks(WorkbookPackage package)
    {
        foreach (var type in package.Xml(TypesPart)?.Elements() ?? throw new NotAWorkbookException(new("压缩包没有写明各部件是什么", "the package does not say what its parts are")))
        {
            var (names, name) = type.Name.LocalName == "Default" ? (extensions, (string?)type.Attribute("Extension")) : (types, ((string?)type.Attribute("PartName"))?.TrimStart('/'));
            if (!names.TryAdd(name ?? "", (string?)type.Attribute("ContentType") ?? ""))
            {
                throw new NotAWorkbookException(new($"“{name}”是什么写了两次", $"what '{name}' is stands twice"));
            }
        }

        Follow(package, "");
        Unreached = package.Names.Where(name => !read.Contains(name)).ToList();
    }

    /// <summary>Every relationship, in the order in which they are come upon.</summary>
    public IReadOnlyList<PackageLink> All => all;

    /// <summary>The parts that no relationship leads to.</summary>
    public IReadOnlyList<string> Unreached { get; }

    /// <summary>What a part is said to be; empty where nothing is said.</summary>
    public string TypeOf(string part) => types.TryGetValue(part, out var own) ? own : extensions.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'), "");

    /// <summary>The relationships of a part.</summary>
    public IEnumerable<PackageLink> Of(string part) => all.Where(link => string.Equals(link.From, part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part that a relationship of a kind leads to; null where there is none.</summary>
    /// <exception cref="NotAWorkbookException">There are several: programs would take one or the other.</exception>
    public string? One(string part, string kind) => Of(part).Where(link => link.Kind == kind && !link.IsExternal).ToList() is var links && links.Count > 1
        ? throw new NotAWorkbookException(new($"“{part}”有 {links.Count} 个 {kind}", $"'{part}' has {links.Count} relationships of the kind {kind}"))
        : links.FirstOrDefault()?.Target;

    private void Follow(WorkbookPackage package, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var list = $"{part[..slash]}_rels/{part[slash..]}.rels";
        if (package.Xml(list) is not { } links)
        {
            return;
        }

        read.Add(list);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in links.Elements())
        {
            var isExternal = string.Equals((string?)link.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var target = (string?)link.Attribute("Target") ?? "";
            var found = new PackageLink(part, (string?)link.Attribute("Id") ?? "", KindOf((string?)link.Attribute("Type") ?? ""), isExternal ? target : Resolved(part[..slash], target), isExternal);
            all.Add(ids.Add(found.Id) ? found : throw new NotAWorkbookException(new($"{list} 里 {found.Id} 写了两次", $"{list} has {found.Id} twice")));
            if (isExternal)
            {
                continue;
            }

            if (package.Bytes(found.Target) is null)
            {
                throw new NotAWorkbookException(new($"{list} 所指的 {found.Target} 不在文件里", $"{list} leads to {found.Target}, which is not in the file"));
            }

            if (read.Add(found.Target))
            {
                Follow(package, found.Target);
            }
        }
    }

    private static string KindOf(string type) => Standard.FirstOrDefault(start => type.StartsWith(start, StringComparison.Ordinal)) is { } known ? type[known.Length..] : type;

    /// <summary>The name of a part as relationships write it: from the root, or from the folder of the part that names it.</summary>
    private static string Resolved(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in Uri.UnescapeDataString(target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(0, path.Count - 1), Math.Min(1, path.Count));
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
