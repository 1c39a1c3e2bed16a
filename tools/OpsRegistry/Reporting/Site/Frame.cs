using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Reporting.Tables;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What stands around every page: head, navigation, way back, footer.</summary>
internal static class Frame
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

    /// <summary>So many parts of the search index are looked through while somebody types in the head of a page: what people look for most stands in the first.</summary>
    private const int MostParts = 4;

    /// <summary>The page as a file.</summary>
    /// <param name="content">What stands under its heading.</param>
    /// <param name="desk">What the head of a page needs on which people work: it speaks to the program that shows it. Null for a page to read.</param>
    public static SitePage Build(PageContext page, Html content, Html? desk = null)
    {
        var (shown, values) = (page.Placed.Page, new ValueHtml(page));
        var over = shown.Over.Select(values.Show).OfType<Html>().ToList();
        var html = Tag(
            "html",
            Head(page, desk),
            Tag(
                "body",
                Tag("a.skip", page.In("跳到正文", "Skip to content")).With("href", "#content"),
                Top(page),
                Tag(
                    "main",
                    Trail(page),
                    Tag("header.title", over.Count == 0 ? null : Tag("p.over", Joined(" ", over)), Tag("h1", values.Own(page.Placed.Title))),
                    Beside(page, shown.Beside),
                    page.Placed.Part is not null || shown.Related.Count == 0 ? null : Tag("nav.related", shown.Related.Select(one => page.Link(one.Address, page.In(one.Title)))).With("aria-label", page.In("更多页面", "Further pages")),
                    Downloads(page),
                    content).With("id", "content").With("tabindex", "-1"),
                Foot(page)))
            .With("lang", page.In("zh-CN", "en"))
            .With("data-clear", page.In("清除筛选", "clear filters"))
            .With("data-theme-words", page.In("外观：跟随系统|外观：浅色|外观：深色", "Theme: system|Theme: light|Theme: dark"));
        return new(page.Path, html.ToDocument());
    }

    private static Html Head(PageContext page, Html? desk) => Tag(
        "head",
        Tag("meta").With("charset", "utf-8"),
        Tag("meta").With("http-equiv", "Content-Security-Policy").With("content", desk is null ? Policy : Policy + "; connect-src 'self'"),
        Tag("meta").With("name", "referrer").With("content", "no-referrer"),
        Tag("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
        Tag("meta").With("name", "color-scheme").With("content", "light dark"),
        Tag("meta").With("name", "generator").With("content", $"./opsreg site {page.Site.Origin.ToolVersion}"),
        Tag("title", page.Address == SiteAddress.Overview ? page.In(page.Placed.Title) : $"{page.In(page.Placed.Title)} · {page.In(page.Site.Title)}"),
        Tag("link").With("rel", "icon").With("href", "data:,"),
        Tag("link").With("rel", "alternate").With("hreflang", page.In("en", "zh-CN")).With("href", page.Counterpart),
        Tag("link").With("rel", "stylesheet").With("href", page.ToShared(SiteAddress.Style)),
        Tag("script").With("src", page.ToShared(SiteAddress.Script)),
        desk);

    private static Html Top(PageContext page) => Tag(
        "header.top",
        Tag(
            "div.ribbon",
            page.Link(SiteAddress.Overview, page.In(page.Site.Title)).With("class", "brand"),
            Tag(
                "nav",
                NavLink(page, SiteAddress.Overview, page.In("总览", "Overview")),
                NavLink(page, SiteAddress.Waiting, page.In("待办", "Waiting")),
                NavLink(page, SiteAddress.Due, page.In("到期", "Due")),
                NavLink(page, SiteAddress.Incidents, page.In("事件", "Incidents")),
                NavLink(page, SiteAddress.About, page.In("说明", "About")),
                page.Site.HasDesk ? NavLink(page, SiteAddress.Desk, page.In("办理", "Desk")) : null).With("aria-label", page.In("主导航", "Main")),
            Tag(
                "form.find",
                Tag("input").With("type", "search").With("name", "q").With("aria-label", page.In("搜索", "Search")).With("placeholder", page.In("搜索合同、事件、条款…", "Search contracts, incidents, clauses…")),
                Tag("button", page.In("搜索", "Search")).With("type", "submit"))
                .With("role", "search").With("action", page.To(SiteAddress.Search)).With("method", "get")
                .With("data-root", page.SearchParts == 0 ? null : page.To("")).With("data-none", page.SearchParts == 0 ? null : page.In("没有找到", "nothing found"))
                .With("data-more", page.SearchParts == 0 ? null : page.In("全部结果", "all results"))
                .With("data-parts", page.SearchParts == 0 ? null : string.Join(' ', Enumerable.Range(1, Math.Min(MostParts, page.SearchParts)).Select(number => page.ToShared(SiteAddress.SearchPart(page.Language, number))))),
            Tag("span.day", page.In($"数据截至 {DayOf(page)}", $"as of {DayOf(page)}")),
            Tag("a.language", page.In("English", "中文")).With("href", page.Counterpart).With("hreflang", page.In("en", "zh-CN")).With("lang", page.In("en", "zh-CN")),
            Tag("button.theme").With("type", "button").With("hidden", "")));

    // The last day that is told; the footer names the contracts that are told less far.
    private static string DayOf(PageContext page) => NodaTime.Text.LocalDatePattern.Iso.Format(Time.BeijingTime.DateEndingAt(page.Site.CutOffs.Latest));

    private static Html NavLink(PageContext page, string address, string words) =>
        page.Link(address, words).With("aria-current", page.Address == address ? "page" : null);

    /// <summary>The pages above, from the top; of a further part of a table the page itself too.</summary>
    private static Html? Trail(PageContext page)
    {
        var above = new List<Page>();
        for (var step = page.Placed.Part is null ? page.Placed.Page.Above : page.Placed.Page; step is not null; step = step.Above)
        {
            above.Insert(0, step);
        }

        return above.Count == 0 ? null : Tag("nav.trail", Tag("ol", above.Select(step => Tag("li", page.Link(step.Address, step.Above is null ? page.In("总览", "Overview") : page.Own(page.In(step.Title))))))).With("aria-label", page.In("所在位置", "You are here"));
    }

    private static Html? Downloads(PageContext page) => page.Placed.Part is not null || page.Placed.Page.Downloads.Count == 0 ? null : Tag(
        "nav.downloads",
        [page.In("下载：", "Download: "), Joined(" · ", page.Placed.Page.Downloads.Select(Html (one) => Tag("a", page.In(one.Title)).With("href", page.ToShared(one.Address)).With("download", "")))])
        .With("aria-label", page.In("下载", "Downloads"));

    private static Html? Beside(PageContext page, (Page? Before, Page? After) beside) => beside is (null, null) ? null : Tag(
        "nav.neighbours",
        beside.Before is null ? Tag("span") : page.Link(beside.Before.Address, "← ", page.In(beside.Before.Title)).With("rel", "prev"),
        beside.After is null ? Tag("span") : page.Link(beside.After.Address, page.In(beside.After.Title), " →").With("rel", "next"))
        .With("aria-label", page.In("相邻的页面", "Pages beside this one"));

    private static Html Foot(PageContext page)
    {
        var origin = page.Site.Origin;
        return Tag(
            "footer.foot",
            Tag("p", page.In($"数据截至 {CutOffWords.Of(page.Site.CutOffs).Zh}，北京时间。", $"Data as of {CutOffWords.Of(page.Site.CutOffs).En}, Beijing time.")),
            Tag("p", page.In("提交 ", "Commit "), Tag("code", origin.IsCommitted ? origin.Commit : page.In("未提交的改动", "uncommitted changes")), page.In($"，工具 {origin.ToolVersion}。", $", tool {origin.ToolVersion}.")),
            Tag("p", page.In("本站由 ./opsreg site 从登记库生成；标为“样例”的运行记录为演示数据。", "Written by ./opsreg site from the registry; records marked 'sample' are illustrative.")));
    }
}
