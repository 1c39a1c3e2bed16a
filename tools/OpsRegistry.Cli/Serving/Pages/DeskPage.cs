using OpsRegistry.Model;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Site.Writing;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>What the pages of the desk have in common: the site's frame, their addresses, their parts.</summary>
/// <param name="site">The registry as it stands.</param>
/// <param name="word">The word that pages send back with whatever changes something.</param>
internal abstract class DeskPage(LiveSite site, Language language, string word)
{
    /// <summary>The page of the open requests.</summary>
    protected const string Requests = "desk/requests.html";

    /// <summary>The script of these pages.</summary>
    public const string Script = "assets/desk.js";

    /// <summary>Their style, besides the site's.</summary>
    public const string Style = "assets/desk.css";

    /// <summary>The registry as it stands.</summary>
    protected LiveSite Site => site;

    protected Language Language => language;

    /// <summary>Words in the page's language.</summary>
    protected string In(string zh, string en) => language == Language.Zh ? zh : en;

    /// <summary>A review inside a section.</summary>
    protected static Html ReviewOn(PageContext page, ReviewDocument review) => new BlockHtml(page) { HeadingsBelow = 2 }.Inside(ReviewBlocks.For(review));

    public static string Shown(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    protected static string ContractAddress(string contract) => $"desk/{contract}/index.html";

    public static string FormAddress(string contract, Kind kind) => $"desk/{contract}/new/{kind.KebabName}.html";

    public static Element Section(string id, string title, Html content) => Tag("section", Tag("h2", title), content).With("id", id.Length > 0 ? id : null);

    protected static Element Folded(string summary, Html content) => Tag("details", Tag("summary", summary), content);

    protected static Element Alert(string words) => Tag("p.alert", words);

    protected static Page Over() => PageOf(SiteAddress.Desk, new("办理", "Desk"), PageOf(SiteAddress.Overview, new("总览", "Overview"), null));

    protected Page ContractPage(string contract) => PageOf(ContractAddress(contract), site.Contract(contract)!.Result.Folder.Terms.Title, Over());

    protected static Page PageOf(string address, Text title, Page? above) => new(address, title, []) { Above = above };

    protected PageContext PageAt(string address, Text title, Page? above) => new(site.Contents, site.Layout, new(PageOf(address, title, above), null), language);

    protected byte[] Build(PageContext page, Html content) => Frame.Build(page, content, All(
        Tag("meta").With("name", "opsreg-word").With("content", word),
        Tag("link").With("rel", "stylesheet").With("href", page.ToShared(Style)),
        Tag("script").With("src", page.ToShared(Script)).With("defer", ""))).Bytes;
}
