using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>The first page: every contract in a row, what is due, what happened last.</summary>
internal static class OverviewPage
{
    private const int ShownItems = 10;

    public static Page For(SiteContents site) => new(
        SiteAddress.Overview,
        site.Title,
        [
            new Block.Figures(Summary(site)),
            .. Block.Part(ContractTable.For(site)),
            .. Block.Part(DueTable.For(site.Due.Items.Take(ShownItems).ToList())),
            new Block.Paragraph(All(DueTable.For(site.Due.Items).RowCount)) { Tone = Tone.Faint, To = Anchor.Page(SiteAddress.Due) },
            .. Block.Part(IncidentTable.Across(site.Incidents.Take(ShownItems).Select(incident => incident.Row).ToList()) with { Title = new("最近的事件", "Latest incidents") }),
            new Block.Paragraph(new($"全部 {site.Incidents.Count} 件", $"all {site.Incidents.Count}")) { Tone = Tone.Faint, To = Anchor.Page(SiteAddress.Incidents) },
        ]);

    private static IReadOnlyList<Figure> Summary(SiteContents site)
    {
        var contracts = site.Contracts;
        var undecided = contracts.Sum(contract => contract.Result.Periods.Count(period => period.NeedsDecision.Any()));
        return
        [
            new("contracts", new("合同", "contracts"), new Value.Count(contracts.Count)) { IsLead = true, Below = Words($"{contracts.Count(one => one.IsScored)} 份计分", $"{contracts.Count(one => one.IsScored)} scored") },
            OverdueFigure.For(site.Due.Items) with { To = Anchor.Page(SiteAddress.Due) },
            new("coming", new("将到期", "coming due"), new Value.Count(site.Due.Items.Count(item => !item.Overdue))) { IsLead = true, Below = Words($"至 {Moment.Show(site.Due.Until)}", $"by {Moment.Show(site.Due.Until)}") },
            new("waiting", new("待办", "waiting"), new Value.Count(site.Waiting.Items.Count)) { IsLead = true, Below = Words($"采购人 {site.Waiting.For(Settling.Owner.Purchaser).Items.Count}", $"purchaser {site.Waiting.For(Settling.Owner.Purchaser).Items.Count}"), To = Anchor.Page(SiteAddress.Waiting) },
            new("open", new("未恢复的事件", "open incidents"), new Value.Count(site.Incidents.Count(incident => incident.IsOpen))) { IsLead = true, Below = Words($"共 {site.Incidents.Count} 件", $"of {site.Incidents.Count}") },
            new("undecided", new("须先决定的考核期", "periods awaiting a decision"), new Value.Count(undecided)) { IsLead = true, Tone = undecided > 0 ? Tone.Warning : Tone.Plain },
            new("deducted", new("累计扣款（元）", "deducted so far (yuan)"), new Value.Yuan(site.Deducted))
            {
                IsLead = true,
                Below = new Value.Many(
                [
                    .. site.DeductedRange.IsInDispute ? [new Value.Words(RangeWords.UnderYuan(site.DeductedRange))] : Array.Empty<Value>(),
                    .. site.Undetermined > 0 ? [Words($"另有 {site.Undetermined} 份待定", $"{site.Undetermined} more undetermined")] : Array.Empty<Value>(),
                ]),
            },
        ];
    }

    private static Text All(int rows) => new($"全部 {rows} 项", $"all {rows}");

    private static Value.Words Words(string zh, string en) => new(new Text(zh, en));
}
