using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Defect analyses, service reports and satisfaction surveys.</summary>
internal static class ReportStory
{
    private static readonly (string On, int Defects, int Risks, string Measures)[] Analyses =
    [
        ("2026-02-25", 5, 3, "签章组件句柄告警已上线；前置机硬盘列入季度检测；春节值守次数不足，修订排班"),
        ("2026-05-27", 4, 2, "考勤服务器电源冗余改造完成；受理平台重复申报增加提示；开源组件清单按月更新"),
        ("2026-08-26", 9, 5, "升级须先演练回退；交换适配器连接泄漏全部修复；停用全部测试账号并按月清查"),
        ("2026-11-12", 6, 3, "证书到期纳入巡检；联办接口建立变更预告；阵列电池按寿命提前更换"),
    ];

    private static readonly (string Type, string On, string Covers, string Title)[] Reports =
    [
        ("faultStatistics", "2026-02-27", "2025-12-03 至 2026-02-26 的故障按类型和级别汇总", "故障汇总统计"),
        ("quarterly", "2026-03-06", "2025-12-03 至 2026-03-02 的运维工作", "季度运维报告"),
        ("faultStatistics", "2026-05-29", "2026-03-03 至 2026-05-28 的故障按类型和级别汇总", "故障汇总统计"),
        ("quarterly", "2026-06-09", "2026-03-03 至 2026-06-02 的运维工作", "季度运维报告"),
        ("protectionAssessment", "2026-08-20", "平台等保三级测评及备案结果", "等保三级测评备案报告"),
        ("faultStatistics", "2026-08-31", "2026-06-03 至 2026-08-30 的故障按类型和级别汇总", "故障汇总统计"),
        ("quarterly", "2026-09-08", "2026-06-03 至 2026-09-02 的运维工作", "季度运维报告"),
    ];

    private static readonly (string On, int Answers, int Satisfied)[] Surveys =
    [
        ("2026-02-28", 86, 80), ("2026-05-29", 92, 88), ("2026-08-28", 105, 83),
    ];

    /// <summary>The reports, in no particular order.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. Analyses.Select(analysis => new SampleRecord("DefectAnalysis", Clock.Start(Clock.Day(analysis.On)), new()
        {
            { "submittedOn", Clock.Day(analysis.On) },
            { "defectsFound", analysis.Defects },
            { "risksFound", analysis.Risks },
            { "measures", analysis.Measures },
        })
        {
            Evidence = [new("report", "缺陷分析报告", [$"提交日期：{analysis.On}", $"系统缺陷 {analysis.Defects} 项，安全隐患 {analysis.Risks} 项", $"处理措施：{analysis.Measures}"])],
        }),
        .. Reports.Select(report => new SampleRecord("ServiceReport", Clock.Start(Clock.Day(report.On)), new()
        {
            { "reportType", report.Type },
            { "submittedOn", Clock.Day(report.On) },
            { "covers", report.Covers },
        })
        {
            Evidence = [new("report", report.Title, [$"提交日期：{report.On}", $"内容范围：{report.Covers}", "正文从略"])],
        }),
        .. Surveys.Select(survey => new SampleRecord("Satisfaction", Clock.Start(Clock.Day(survey.On)), new()
        {
            { "surveyedOn", Clock.Day(survey.On) },
            { "answers", survey.Answers },
            { "satisfied", survey.Satisfied },
        })),
    ];
}
