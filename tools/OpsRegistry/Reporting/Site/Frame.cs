using OpsRegistry.Reporting.Clocks;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What stands around every page: head, navigation, way back, footer.</summary>
internal static class Frame
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

    /// <summary>The page as a file.</summary>
    /// <param name="trail">The pages above it, from the top.</param>
    /// <param name="lead">What stands beside or above the heading.</param>
    public static SitePage Of(PageContext page, string title, IReadOnlyList<(string Address, string Words)> trail, Html content, Html? lead = null)
    {
        var html = Tag(
            "html",
            Head(page, title),
            Tag(
                "body",
                Tag("a.skip", page.In("跳到正文", "Skip to content")).With("href", "#content"),
                Top(page),
                Tag("main", Trail(page, trail), Tag("header.title", lead, Tag("h1", page.Own(title))), content).With("id", "content").With("tabindex", "-1"),
                Foot(page)))
            .With("lang", page.In("zh-CN", "en"))
            .With("data-clear", page.In("清除筛选", "clear filters"))
            .With("data-theme-words", page.In("外观：跟随系统|外观：浅色|外观：深色", "Theme: system|Theme: light|Theme: dark"));
        return new(page.Path, Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + html + "\n"));
    }

    private static Html Head(PageContext page, string title) => Tag(
        "head",
        Tag("meta").With("charset", "utf-8"),
        Tag("meta").With("http-equiv", "Content-Security-Policy").With("content", Policy),
        Tag("meta").With("name", "referrer").With("content", "no-referrer"),
        Tag("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
        Tag("meta").With("name", "color-scheme").With("content", "light dark"),
        Tag("meta").With("name", "generator").With("content", $"./opsreg site {page.Site.Origin.ToolVersion}"),
        Tag("title", page.Address == SiteAddress.Overview ? title : $"{title} · {page.In(page.Site.Title)}"),
        Tag("link").With("rel", "icon").With("href", "data:,"),
        Tag("link").With("rel", "alternate").With("hreflang", page.In("en", "zh-CN")).With("href", page.Counterpart),
        Tag("link").With("rel", "stylesheet").With("href", page.ToShared(SiteAddress.Style)),
        Tag("script").With("src", page.ToShared(SiteAddress.Script)));

    private static Html Top(PageContext page) => Tag(
        "header.top",
        Tag(
            "div.ribbon",
            page.Link(SiteAddress.Overview, page.In(page.Site.Title)).With("class", "brand"),
            Tag(
                "nav",
                NavLink(page, SiteAddress.Overview, page.In("总览", "Overview")),
                NavLink(page, SiteAddress.Due, page.In("到期", "Due")),
                NavLink(page, SiteAddress.Incidents, page.In("事件", "Incidents")),
                NavLink(page, SiteAddress.About, page.In("说明", "About"))).With("aria-label", page.In("主导航", "Main")),
            Tag(
                "form.find",
                Tag("input").With("type", "search").With("name", "q").With("aria-label", page.In("搜索", "Search")).With("placeholder", page.In("搜索合同、事件、条款…", "Search contracts, incidents, clauses…")),
                Tag("button", page.In("搜索", "Search")).With("type", "submit"))
                .With("role", "search").With("action", page.To(SiteAddress.Search)).With("method", "get"),
            Tag("a.language", page.In("English", "中文")).With("href", page.Counterpart).With("hreflang", page.In("en", "zh-CN")).With("lang", page.In("en", "zh-CN")),
            Tag("button.theme").With("type", "button").With("hidden", "")));

    private static Html NavLink(PageContext page, string address, string words) =>
        page.Link(address, words).With("aria-current", page.Address == address ? "page" : null);

    private static Html? Trail(PageContext page, IReadOnlyList<(string Address, string Words)> trail) => trail.Count == 0
        ? None
        : Tag("nav.trail", Tag("ol", trail.Select(step => Tag("li", page.Link(step.Address, page.Own(step.Words)))))).With("aria-label", page.In("所在位置", "You are here"));

    private static Html Foot(PageContext page)
    {
        var origin = page.Site.Origin;
        return Tag(
            "footer.foot",
            Tag("p", page.In($"数据截至 {Moment.ShowEnd(page.Site.AsOf)}（北京时间）。", $"Data as of {Moment.ShowEnd(page.Site.AsOf)} (Beijing time).")),
            Tag("p", page.In("提交 ", "Commit "), Tag("code", origin.IsCommitted ? origin.Commit : page.In("未提交的改动", "uncommitted changes")), page.In($"，工具 {origin.ToolVersion}。", $", tool {origin.ToolVersion}.")),
            Tag("p", page.In("本站由 ./opsreg site 从登记库生成；标为“样例”的运行记录为演示数据。", "Written by ./opsreg site from the registry; records marked 'sample' are illustrative.")));
    }
}
