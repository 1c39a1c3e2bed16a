using OpsRegistry.Reporting.Site.Writing;
using OpsRegistry.Reporting.Tables;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The search: the script looks through the index; without scripts the page says where else to look.</summary>
internal static class SearchPage
{
    public static Page For(Page above) => new(SiteAddress.Search, new("搜索", "Search"), []) { Above = above, Anchors = [Anchor.Page(SiteAddress.Search)] };

    public static Html Content(PageContext page, int parts) => All(
        Tag(
            "form.search",
            Tag("label", page.In("搜索合同、考核期、服务、系统、事件、扣分、义务、条款", "Search contracts, periods, services, systems, incidents, deductions, duties, clauses")).With("for", "query"),
            Tag("input").With("type", "search").With("id", "query").With("name", "q").With("autocomplete", "off"),
            Tag("button", page.In("搜索", "Search")).With("type", "submit")).With("role", "search").With("method", "get").With("action", page.To(SiteAddress.Search)),
        Tag("noscript", Tag("p.alert", page.In("搜索需要脚本。也可从", "Search needs scripts. Or begin at the "), page.Link(SiteAddress.Overview, page.In("总览", "overview")), page.In("进入各合同。", "."))),
        Tag("p.note").With("id", "found").With("role", "status"),
        Tag("ol.results").With("id", "results")
            .With("data-none", page.In("没有找到。换一个词，或减少词数。", "Nothing found. Try another word, or fewer."))
            .With("data-found", page.In("找到 # 条", "# found"))
            .With("data-more", page.In("，只列出前 #", ", the first # are shown"))
            .With("data-root", page.To("")),
        All(Enumerable.Range(1, parts).Select(number => Tag("script").With("src", page.ToShared(SiteAddress.SearchPart(page.Language, number))))));
}
