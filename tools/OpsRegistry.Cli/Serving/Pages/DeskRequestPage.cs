using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>The page of one request: its review, and what it changes side by side.</summary>
/// <param name="site">The registry as it stands.</param>
/// <param name="desk">The counter.</param>
/// <param name="word">The word that pages send back with whatever changes something.</param>
internal sealed class DeskRequestPage(LiveSite site, Desk desk, Language language, string word) : DeskPage(site, language, word)
{
    /// <summary>A request: its review, and what it changes side by side.</summary>
    public byte[]? Request(string commit)
    {
        if (RequestBranches.Open(desk.Git).FirstOrDefault(one => one.Tip.Id == commit) is not { } request)
        {
            return null;
        }

        var (document, files) = desk.Review(request);
        var page = PageAt($"desk/requests/{commit}.html", Text.Same(request.Tip.Summary), PageOf(Requests, new("合并请求", "Requests"), Over()));
        var main = RequestBranches.MainEnd(desk.Git)!;
        return Build(page, All(
            Tag("p.over", Tag("code", request.Name), " ", Tag("code", request.Tip.Short)),
            Section("review", In("审阅", "Review"), ReviewOn(page, document)),
            All(files.Select(file => Compared(page, file, main, request.Tip))),
            Section("merge", In("合并", "Merge"), Tag("p", In("合并在平台上做；没有平台的，在采购人的电脑上运行：", "Merging is done on the forge; without one, on the purchaser's computer: "), Tag("code", $"git merge --no-ff {request.Name}")))));
    }

    private Element Compared(PageContext page, FileChange file, CommitInfo main, CommitInfo tip)
    {
        var isText = file.Path.EndsWith(".yaml", StringComparison.Ordinal) || file.Path.EndsWith(".md", StringComparison.Ordinal);
        return Section("", VisibleText.Show(file.Path), isText
            ? Tag("div.beside", Side(In("原来", "before"), file.Before is null ? null : desk.Git.Read(main, file.Path)), Side(In("改为", "after"), file.After is null ? null : desk.Git.Read(tip, file.Path)))
            : file.After is null ? Tag("p.note", In("删去", "removed"))
            : Proof(page, file, tip));
    }

    private Html Proof(PageContext page, FileChange file, CommitInfo tip)
    {
        var address = $"desk/files/{tip.Id}/{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}";
        return All(
            Pictures.TypeOf(desk.Git.Read(tip, file.Path) ?? []) is null ? null : Tag("img.proof").With("src", page.ToShared(address)).With("alt", VisibleText.Show(file.Path)),
            Tag("p", Tag("a", In("下载", "download")).With("href", page.ToShared(address)).With("download", "")));
    }

    private Element Side(string title, byte[]? bytes) => Tag("div", Tag("h3", title), bytes is null ? Tag("p.empty", In("没有", "none")) : Tag("pre", Encoding.UTF8.GetString(bytes)).With("tabindex", "0"));
}
