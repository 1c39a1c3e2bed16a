using OpsRegistry.Measuring;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>A sheet of the assessment workbook.</summary>
/// <param name="Name">The tab's name.</param>
/// <param name="Shows">What it shows, for the contents.</param>
internal sealed record Page(string Name, string Shows);

/// <summary>The sheets in the order of their tabs.</summary>
internal static class Pages
{
    public static readonly Page Cover = new("封面", "结果、状态与签章");
    public static readonly Page Score = new("评分表", "各指标得分、档次与扣减");
    public static readonly Page Deductions = new("扣分明细", "扣分的事由、条款与记录");
    public static readonly Page Obligations = new("履约", "周期性义务的每一次履行");
    public static readonly Page Targets = new("SLA", "时限与可用率的达成");
    public static readonly Page TimeProofs = new("计时证明", "每一次超时的逐段计时");
    public static readonly Page Incidents = new("事件台账", "本期事件");
    public static readonly Page Inspections = new("巡检台账", "本期巡检与缺少的周次");
    public static readonly Page Others = new("其他台账", "本期其他记录、评分与决定");
    public static readonly Page Charts = new("图表", "得分走势、时限达成与事件分布");
    public static readonly Page Staffing = new("人员到岗", "各岗位每日在岗人数与缺额");
    public static readonly Page Assets = new("资产与变更", "变更、系统与资产及其增改");
    public static readonly Page History = new("变更历史", "本期内登记文件的增改");
    public static readonly Page Settlement = new("结算", "扣减、账目、余量与试算");
    public static readonly Page Readings = new("口径与敏感性", "条款的理解及其影响");
    public static readonly Page Verification = new("核验", "提交号、文件与核验办法");

    /// <summary>The sheets of a workbook: the time proofs only where something was late.</summary>
    public static IReadOnlyList<Page> Of(AssessmentBook book)
    {
        var late = book.Measurement.TargetsIn(book.Days).Any(result => result.State == TargetState.Missed);
        Page[] pages =
        [
            Cover, Score, Charts, Deductions, Obligations, Targets, TimeProofs, Incidents, Inspections, Others,
            Staffing, Assets, Settlement, Readings, History, Verification,
        ];
        return pages.Where(page => page != TimeProofs || late).ToList();
    }
}
