using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>The whole project's reports, advice, plans and protection papers; the half-year and annual reports carry faulty statements.</summary>
internal static class ProjectReports
{
    private static readonly Paper[] Papers =
    [
        new("management-rules", "2024-10-10", "项目管理制度"),
        new("annual-plan", "2024-10-11", "项目管理年度计划"),
        new("management-plan", "2024-10-12", "项目管理措施、组织设置及分工、运维管理平台方案、安全及风险管理"),
        new("project-emergency-plan", "2024-10-18", "应急预案、应急保障措施、应急演练方案"),
        new("process-plan", "2024-10-24", "运维服务流程方案与响应机制"),
        new("recovery-plan", "2024-11-15", "数据灾备方案"),
        new("improvement-plan", "2025-01-17", "运维持续改进方案"),
        new("software-advice", "2025-03-27", "软件系统运行、云网使用、接口、数据归集和公共组件的工作建议"),
        new("hardware-advice", "2025-03-27", "硬件分布、优化升级和信创替代的工作建议"),
        new("link-advice", "2025-03-27", "通信链路使用情况和整合建议"),
        new("security-advice", "2025-03-27", "网络安全基本情况、工作建议和服务方案"),
        new("project-half-year", "2025-03-28", "2024-10-01 至 2025-03-27 的运维情况", 2, "两处不准确：巡检次数统计漏计三天，链路带宽合计写错（C1-3）"),
        new("handover", "2025-07-10", "终止时移交的全部档案资料"),
        new("project-annual", "2025-07-18", "2024-10-01 至 2025-06-30 的运维情况", 1, "一处不完整：未附设备更换清单（C2-3）；服务期结束后一个月内提交"),
    ];

    /// <summary>The reports.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. Papers.Select(paper => Report(paper.Type, paper.On, paper.Covers, paper.Faulty, paper.Note)),
        .. Enumerable.Range(1, 13).Select(number => Protection(2, number)),
        .. Enumerable.Range(1, 8).Select(number => Protection(3, number)),
    ];

    private static SampleRecord Protection(int level, int number) => new("ServiceReport", Clock.Start(Clock.Day("2025-04-14").AddDays((number - 1) * 4)), new()
    {
        { "reportType", $"protection-level-{level}" },
        { "submittedOn", Clock.Day("2025-04-14").AddDays((number - 1) * 4) },
        { "covers", $"{(level == 2 ? "二" : "三")}级等保业务系统 {number:00} 的等保服务结果" },
    });

    private static SampleRecord Report(string type, string on, string covers, int faulty, string? note) => new("ServiceReport", Clock.Start(Clock.Day(on)), new()
    {
        { "reportType", type },
        { "submittedOn", Clock.Day(on) },
        { "faultyStatements", faulty > 0 ? faulty : null },
        { "covers", covers },
    })
    {
        Note = note,
        Evidence = [new("report", "项目报告", [$"提交日期：{on}", $"内容：{covers}", "正文从略"])],
    };

    private sealed record Paper(string Type, string On, string Covers, int Faulty = 0, string? Note = null);
}
