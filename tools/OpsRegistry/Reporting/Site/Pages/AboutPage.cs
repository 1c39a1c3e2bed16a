using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site;

/// <summary>How to read the site, and how to make it again.</summary>
internal static class AboutPage
{
    public static Page For(SiteContents site, Page above)
    {
        var again = site.Origin.IsCommitted ? $"git checkout {site.Origin.Commit}\n./opsreg site" : "./opsreg site";
        return new(
            SiteAddress.About,
            new("说明", "About"),
            [new Block.Prose(Words), new Block.Heading(new("重新生成", "To make it again"), "again"), new Block.Listing(Text.Same(again))])
        {
            Above = above,
            Anchors = [Anchor.Page(SiteAddress.About)],
        };
    }

    private static readonly Text Words = new(
        """
        # 数字从哪里来

        每个数字都由登记库里的合同条款、记录和公布的工作日历算出。扣分逐条注明条款、记录文件与行号；同样的数据再算一遍，结果一字不差。

        # 怎样读

        - “待定”“不计分”“无可计量”不是零：还不知道、合同没有评分条款、没有可计量的记录。
        - “暂定”：考核期尚未结束，数字还会变。
        - “须先决定”：某条款换一种解释会落入另一档，双方须先决定取哪种解释。
        - 颜色之外都有文字或符号：✓ 达标，✕ 未达标、逾期或缺少，⚠ 须注意，▲ 最重的级别。
        - 时间都是北京时间；时限当刻完成算达标，24:00 是当日的末尾。

        # 记录的性质

        合同条款取自公开的采购文件；标为样例的运行记录为演示数据，人员一律用岗位代号。

        # 离线与无脚本

        本站是一组静态文件，可直接从文件夹打开；不用脚本也能阅读，搜索和筛选除外。
        """,
        """
        # Where the figures come from

        Every figure is computed from the contract's clauses, the records and the published working calendar. Each deduction names its clause and its records by file and line; the same data give the same bytes again.

        # How to read it

        - 'Undetermined', 'not scored' and 'nothing measurable' are not zero: not known yet, no clause scores it, nothing to measure.
        - 'Provisional': the period still runs and figures may change.
        - 'To be decided first': another reading of a clause leads into another band; the parties decide first.
        - No colour stands alone: ✓ met, ✕ missed or overdue, ⚠ needs attention, ▲ the worst level.
        - All times are Beijing time; done at the limit is in time, and 24:00 ends a day.

        # What the records are

        The terms come from public procurement documents; records marked as samples are illustrative, and people are role codes.

        # Without network or scripts

        The site is a folder of static files that opens from disk; everything but search and filters works without scripts.
        """);
}
