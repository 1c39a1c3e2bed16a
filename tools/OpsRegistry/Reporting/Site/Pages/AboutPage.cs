using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>How to read the site, and how to make it again.</summary>
internal static class AboutPage
{
    public static SitePage Of(PageContext page) => Frame.Of(
        page,
        page.In("说明", "About"),
        [(SiteAddress.Overview, page.In("总览", "Overview"))],
        Tag(
            "div.prose",
            Tag("h2", page.In("数字从哪里来", "Where the figures come from")),
            Tag("p", page.In(
                "每个数字都由登记库里的合同条款、记录和公布的工作日历算出。扣分逐条注明条款、记录文件与行号；同样的数据再算一遍，结果一字不差。",
                "Every figure is computed from the contract's clauses, the records and the published working calendar. Each deduction names its clause and its records by file and line; the same data give the same bytes again.")),
            Tag("h2", page.In("怎样读", "How to read it")),
            Tag(
                "ul",
                Tag("li", page.In("“待定”“不计分”“无可计量”不是零：还不知道、合同没有评分条款、没有可计量的记录。", "'Undetermined', 'not scored' and 'nothing measurable' are not zero: not known yet, no clause scores it, nothing to measure.")),
                Tag("li", page.In("“暂定”：考核期尚未结束，数字还会变。", "'Provisional': the period still runs and figures may change.")),
                Tag("li", page.In("“须先决定”：某条款换一种解释会落入另一档，双方须先决定取哪种解释。", "'Needs decision': another reading of a clause leads into another band; the parties decide first.")),
                Tag("li", page.In("颜色之外都有文字或符号：✓ 达标，✕ 未达标、逾期或缺少，⚠ 须注意，▲ 最重的级别。", "No colour stands alone: ✓ met, ✕ missed or overdue, ⚠ needs attention, ▲ the worst level.")),
                Tag("li", page.In("时间都是北京时间；时限当刻完成算达标，24:00 是当日的末尾。", "All times are Beijing time; done at the limit is in time, and 24:00 ends a day."))),
            Tag("h2", page.In("记录的性质", "What the records are")),
            Tag("p", page.In("合同条款取自公开的采购文件；标为样例的运行记录为演示数据，人员一律用岗位代号。", "The terms come from public procurement documents; records marked as samples are illustrative, and people are role codes.")),
            Tag("h2", page.In("离线与无脚本", "Without network or scripts")),
            Tag("p", page.In("本站是一组静态文件，可直接从文件夹打开；不用脚本也能阅读，搜索和筛选除外。", "The site is a folder of static files that opens from disk; everything but search and filters works without scripts.")),
            Tag("h2", page.In("重新生成", "To make it again")),
            Tag("pre", page.Site.Origin.IsCommitted ? $"git checkout {page.Site.Origin.Commit}\n./opsreg site" : "./opsreg site").With("tabindex", "0"),
            Note(page.Link(SiteAddress.Overview, page.In("回到总览", "Back to the overview")))));
}
