using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OpsRegistry.Tests.Site;

/// <summary>The site of the repository's own registry, written once for all tests.</summary>
public sealed partial class WrittenSite : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("opsreg-site-");

    /// <summary>Writes it, as a user would.</summary>
    public WrittenSite()
    {
        Root = Path.Combine(temporary.FullName, "site");
        Outcome = CommandLine.Run("site", "--output", Root);
    }

    /// <summary>Its folder.</summary>
    public string Root { get; }

    /// <summary>What the command said.</summary>
    public Outcome Outcome { get; }

    /// <summary>The files of a site by path, with their digests.</summary>
    public static IReadOnlyDictionary<string, string> Digests(string root) => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), StringComparer.Ordinal);

    /// <summary>The pages of a site by path.</summary>
    public static IReadOnlyDictionary<string, string> PagesOf(string root) => Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>Links and sources that lead nowhere inside the site.</summary>
    public static IReadOnlyList<string> DeadLinks(IReadOnlyDictionary<string, string> pages, string root)
    {
        var marks = pages.ToDictionary(page => page.Key, page => Identifier().Matches(page.Value).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return (
            from page in pages
            from Match match in Address().Matches(page.Value)
            let address = System.Net.WebUtility.HtmlDecode(match.Groups["address"].Value)
            where address != "data:,"
            let parts = address.Split('#', 2)
            let target = parts[0].Length == 0 ? page.Key : Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(page.Key)!, parts[0].Split('?')[0]))).Replace('\\', '/')
            where !File.Exists(Path.Combine(root, target)) || (parts.Length == 2 && !marks[target].Contains(parts[1]))
            select $"{page.Key}: {address}").ToList();
    }

    /// <inheritdoc/>
    public void Dispose() => temporary.Delete(recursive: true);

    [GeneratedRegex(" (href|src|action)=\"(?<address>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier();
}
