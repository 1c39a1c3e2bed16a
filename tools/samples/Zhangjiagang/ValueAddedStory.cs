using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>The sixteen value-added items of classified protection: nine of them are answered for in one monthly report.</summary>
internal static class ValueAddedStory
{
    private static readonly (string Type, string On, string Item, string? Advice)[] Checks =
    [
        ("value-vulnerability-scan", "2024-12-11", "服务器、网络设备和信息系统漏洞及弱口令", "两台服务器存在中危漏洞，按计划升级"),
        ("value-penetration-test", "2024-12-18", "信息系统渗透", null),
        ("value-baseline-check", "2024-12-20", "网络设备、服务器、应用系统基线", "六项口令策略不符合基线，限期调整"),
        ("value-vulnerability-scan", "2025-03-12", "服务器、网络设备和信息系统漏洞及弱口令", null),
        ("value-penetration-test", "2025-03-19", "信息系统渗透", "一处测试账号未停用，立即停用并清查"),
        ("value-baseline-check", "2025-03-21", "网络设备、服务器、应用系统基线", null),
        ("value-vulnerability-scan", "2025-06-11", "服务器、网络设备和信息系统漏洞及弱口令", null),
        ("value-penetration-test", "2025-06-18", "信息系统渗透", null),
        ("value-baseline-check", "2025-06-20", "网络设备、服务器、应用系统基线", null),
    ];

    /// <summary>The records.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. Checks.Select(Check),
        .. Enumerable.Range(0, 9).Select(month => Report("value-monthly", OfficeDays.OnOrBefore(Clock.Day("2024-10-28").AddMonths(month)), "安全咨询、应急响应、应急预案、预警、通报、资产梳理、APP 检测、重要时期保障、风险分析、整改方案")),
        .. new[] { "2024-12-26", "2025-03-26", "2025-06-25" }.Select(on => Report("value-log-analysis", Clock.Day(on), "本季度安全事件日志分析")),
        Training("2024-12-05", 46),
        Training("2025-05-22", 52),
        new("Drill", Clock.Start(Clock.Day("2025-05-28")), new()
        {
            { "performedOn", Clock.Day("2025-05-28") },
            { "scenario", "攻防演练" },
            { "result", "发现三处可利用路径，当场封堵，两周内整改完毕" },
            { "participants", new[] { "zjg-security-01", "zjg-team-05", "zjg-team-08" } },
        })
        {
            Evidence = [new("report", "攻防演练报告", ["日期：2025-05-28", "范围：抽取二级、三级等保业务系统", "正文从略"])],
        },
    ];

    private static SampleRecord Check((string Type, string On, string Item, string? Advice) check) => new("Inspection", Clock.Start(Clock.Day(check.On)), new()
    {
        { "inspectionType", check.Type },
        { "performedOn", Clock.Day(check.On) },
        { "inspector", "zjg-security-01" },
        { "items", new List<YamlMapping> { new() { { "item", check.Item }, { "result", check.Advice is null ? "normal" : "abnormal" }, { "advice", check.Advice } } } },
    })
    {
        Evidence = [new("report", "安全检测报告", [$"日期：{check.On}", $"内容：{check.Item}", $"结论：{check.Advice ?? "未发现需要整改的问题"}"])],
    };

    private static SampleRecord Report(string type, DateOnly day, string covers) => new("ServiceReport", Clock.Start(day), new()
    {
        { "reportType", type },
        { "submittedOn", day },
        { "covers", covers },
    })
    {
        Evidence = [new("report", "等保增值服务报告", [$"提交日期：{day:yyyy-MM-dd}", $"内容：{covers}", "正文从略"])],
    };

    private static SampleRecord Training(string on, int attendees) => new("Training", Clock.Start(Clock.Day(on)), new()
    {
        { "performedOn", Clock.Day(on) },
        { "subject", "安全意识和技能培训" },
        { "audience", "委办局信息化工作人员" },
        { "attendees", attendees },
        { "trainers", new[] { "zjg-security-01" } },
    });
}
