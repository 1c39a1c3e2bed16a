using System.Text.RegularExpressions;
using OpsRegistry.Reporting.Site;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Book;

/// <summary>The documentation as pages that read without a network, in the site's own dress: one page for each Markdown file, in the order of the contents.</summary>
internal static partial class BookWriter
{
    /// <summary>The file that lists the others.</summary>
    public const string Contents = "README.md";

    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
    private const int LongestPage = 1_000_000; // characters; the pages are ours

    /// <summary>Every file of the book.</summary>
    /// <param name="texts">The Markdown files by their paths from the book's folder, the contents among them.</param>
    /// <param name="version">The tool's version.</param>
    public static IReadOnlyList<SitePage> Write(IReadOnlyDictionary<string, string> texts, string version)
    {
        var order = Link().Matches(texts[Contents]).Select(link => link.Groups["target"].Value).Where(texts.ContainsKey).Prepend(Contents).Distinct(StringComparer.Ordinal).ToList();
        return [SiteWriter.Style, .. order.Select((name, index) => PageOf(texts, order, index, version))];
    }

    private static SitePage PageOf(IReadOnlyDictionary<string, string> texts, List<string> order, int index, string version)
    {
        var (name, text) = (order[index], texts[order[index]]);
        var html = Tag(
            "html",
            Tag(
                "head",
                Tag("meta").With("charset", "utf-8"),
                Tag("meta").With("http-equiv", "Content-Security-Policy").With("content", Policy),
                Tag("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
                Tag("meta").With("name", "color-scheme").With("content", "light dark"),
                Tag("title", TitleOf(text)),
                Tag("link").With("rel", "icon").With("href", "data:,"),
                Tag("link").With("rel", "stylesheet").With("href", SiteAddress.Style)),
            Tag(
                "body",
                Tag("a.skip", "跳到正文 / Skip to content").With("href", "#content"),
                Tag(
                    "header.top",
                    Tag("div.ribbon", Tag("a.brand", "ops-registry").With("href", AddressOf(Contents)), Tag("nav", Tag("a", "目录 / Contents").With("href", AddressOf(Contents))).With("aria-label", "目录 / Contents"))),
                Tag("main", SafeMarkdown.Render(text, target => Target(target, order), headingsBelow: 0, LongestPage), Beside(texts, order, index)).With("id", "content").With("tabindex", "-1"),
                Tag("footer.foot", Tag("p", $"opsreg {version}"))))
            .With("lang", "zh-CN");
        return new(AddressOf(name), Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + html + "\n"));
    }

    private static Html Beside(IReadOnlyDictionary<string, string> texts, List<string> order, int index) => Tag(
        "nav.neighbours",
        index == 0 ? Tag("span") : Tag("a", "← ", TitleOf(texts[order[index - 1]])).With("rel", "prev").With("href", AddressOf(order[index - 1])),
        index == order.Count - 1 ? Tag("span") : Tag("a", TitleOf(texts[order[index + 1]]), " →").With("rel", "next").With("href", AddressOf(order[index + 1])))
        .With("aria-label", "前后页 / Pages beside this one");

    // Within the book from page to page; what is not in it keeps its words alone.
    private static string? Target(string link, List<string> order) =>
        link.Split('#') is [var file, .. var place] && (file.Length == 0 || order.Contains(file)) ? (file.Length == 0 ? "" : AddressOf(file)) + (place.Length == 0 ? "" : "#" + place[0]) : null;

    private static string AddressOf(string name) => name == Contents ? "index.html" : Path.ChangeExtension(name, ".html");

    private static string TitleOf(string text) => text.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? "";

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)(#[^)]*)?\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
