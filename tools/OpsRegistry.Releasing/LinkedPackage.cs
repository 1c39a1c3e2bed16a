using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OpsRegistry.Releasing;

/// <summary>A package that is part of the program: what is only needed to build it is none.</summary>
/// <param name="Sha512">The digest of the package as it was restored, in base 64.</param>
/// <param name="Licence">The expression by which its authors name its licence, else the address of its text; empty where its text alone says it.</param>
/// <param name="Authors">Who made it.</param>
/// <param name="LicenceText">The texts of licences that the package holds; null where it holds none.</param>
internal sealed partial record LinkedPackage(string Name, string Version, string Sha512, string Licence, string Authors, string? LicenceText)
{
    /// <summary>The packages of a restored project, by name.</summary>
    /// <param name="assets">Its <c>project.assets.json</c>.</param>
    public static IReadOnlyList<LinkedPackage> Read(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = json.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        return (from target in root.GetProperty("targets").EnumerateObject().Take(1)
                from library in target.Value.EnumerateObject()
                where library.Value.GetProperty("type").GetString() == "package" && IsLinked(library.Value)
                orderby library.Name
                select Read(library.Name, libraries.GetProperty(library.Name), folders)).ToList();
    }

    private static bool IsLinked(JsonElement library) => Holds(library, "runtime") || Holds(library, "runtimeTargets") || Holds(library, "native");

    // A place that is kept by a file without bytes holds nothing.
    private static bool Holds(JsonElement library, string group) =>
        library.TryGetProperty(group, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal));

    private static LinkedPackage Read(string library, JsonElement described, List<string> folders)
    {
        var (name, version) = (library.Split('/')[0], library.Split('/')[1]);
        var folder = folders.Select(root => Path.Combine(root, described.GetProperty("path").GetString()!)).FirstOrDefault(Directory.Exists)
            ?? throw new DirectoryNotFoundException($"{library} is not restored: run dotnet restore first");
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().First(element => element.Name.LocalName == "metadata").Elements().ToLookup(element => element.Name.LocalName);
        var licence = metadata["license"].FirstOrDefault();
        var isFile = (string?)licence?.Attribute("type") == "file";
        // A package may hold the work of others, such as a native library, with their own texts.
        var texts = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => LicenceFile().IsMatch(Path.GetFileName(file)) || (isFile && Path.GetRelativePath(folder, file).Replace('\\', '/') == licence!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file).ReplaceLineEndings("\n").Trim()).Distinct(StringComparer.Ordinal).ToList();
        return new(
            name,
            version,
            described.GetProperty("sha512").GetString()!,
            isFile ? "" : licence?.Value ?? metadata["licenseUrl"].FirstOrDefault()?.Value ?? "",
            metadata["authors"].FirstOrDefault()?.Value ?? "",
            texts.Count == 0 ? null : string.Join("\n\n", texts) + "\n");
    }

    [GeneratedRegex(@"^([\w.-]+\.)?(licen[cs]e|copying)(\.(txt|md))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LicenceFile();
}
