using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>Requests whose services limit them, a vulnerability, changes and a notice.</summary>
internal static class RequestStory
{
    private static readonly Work[] Works =
    [
        new("sw-071", "consultation", "2024-10-30 16:40", "2024-10-31 09:10", "2024-10-31 10:00", "指标调剂口径咨询", "法定工作时间内 1:20 + 0:40，时限 4 小时"),
        new("sw-057", "spare-part", "2024-11-21 10:00", "10:15", "2024-11-22 15:00", "核心交换机电源备件", "下一个工作日发出"),
        new("sw-128", "bug", "2024-12-19 09:00", "2024-12-20 16:00", "2024-12-24 17:00", "图层叠加错位", "天 = 工作日（K004-128）"),
        new("sw-128", "change", "2025-01-14 09:30", "2025-01-23 10:00", "2025-02-20 17:00", "增加分析模板", "第七个工作日才响应，时限五个工作日，未达标"),
        new("sw-128", "consultation", "2025-02-26 14:00", "14:25", "15:00", "账号授权咨询"),
        new("sw-074", "consultation", "2025-03-06 10:00", "10:10", "12:30", "会议室网络开通"),
        new("sw-168", "spare-part", "2025-03-14 18:30", "18:40", "2025-03-15 05:50", "存储控制器备件", "12 小时内到达现场"),
        new("sw-100", "urgent-question", "2025-03-20 09:00", "14:00", "16:00", "登记数据无法上报"),
        new("sw-100", "question", "2025-04-10 09:00", "2025-04-11 10:00", "2025-04-11 11:00", "统计表口径", "2 天内答复"),
        new("sw-128", "optimisation", "2025-04-24 09:00", "2025-04-25 11:00", "2025-05-09 17:00", "大图层加载优化"),
        new("sw-033", "spare-part", "2025-05-23 09:00", "09:20", "2025-05-26 16:00", "空调加湿罐更换", "三日内送达，末日遇休息日顺延（K-DAY）"),
        new("sw-012", "data", "2025-06-12 09:00", "09:30", "17:00", "提取影像数据"),
    ];

    private static readonly (string Filed, string Started, string Finished, string Consented, string Service, string Summary)[] Changes =
    [
        ("2024-11-22 15:00", "2024-11-22 19:00", "2024-11-22 20:30", "2024-11-22 17:00", "sw-057", "更换核心交换机电源"),
        ("2025-03-06 09:00", "2025-03-08 20:00", "2025-03-08 23:00", "2025-03-07 16:00", "sw-099", "资源池主机固件升级"),
        ("2025-04-24 10:00", "2025-04-26 20:00", "2025-04-26 22:00", "2025-04-25 15:00", "sw-128", "空间信息平台版本升级"),
    ];

    /// <summary>The records, in no particular order.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. Works.Select(Request),
        .. Changes.Select(change => new SampleRecord("Change", Clock.At(change.Started), new()
        {
            { "summary", change.Summary },
            { "filedAt", Clock.At(change.Filed) },
            { "startedAt", Clock.At(change.Started) },
            { "finishedAt", Clock.At(change.Finished) },
            { "consentedAt", Clock.At(change.Consented) },
            { "services", new[] { change.Service } },
        })),
        Vulnerability("sw-012", "2024-12-10 09:00", "2024-12-10 17:00", "2024-12-10 18:00", "2024-12-11 12:00", "地图服务组件存在高危漏洞", null),
        Vulnerability("sw-013", "2025-04-15 10:00", "2025-04-16 15:00", "2025-04-16 16:00", "2025-04-17 11:00", "数据平台组件存在反序列化漏洞", "方案用时 29 小时，时限 24 小时，未达标"),
        new("SecurityNotice", Clock.Start(Clock.Day("2025-03-19")), new()
        {
            { "noticeType", "hiddenRisk" },
            { "receivedOn", Clock.Day("2025-03-19") },
            { "issuer", "zjg-data-bureau" },
            { "summary", "渗透测试发现一处测试账号未停用" },
            { "attributable", true },
            { "rectifiedOn", Clock.Day("2025-03-20") },
        })
        {
            Note = "数据安全性评分的依据（D2）",
        },
    ];

    private static SampleRecord Request(Work work)
    {
        var requested = Clock.At(work.Requested);
        return new("ServiceRequest", requested, new()
        {
            { "summary", work.Summary },
            { "requestType", work.Type },
            { "requestedAt", requested },
            { "respondedAt", Clock.At(work.Responded, requested) },
            { "completedAt", Clock.At(work.Completed, requested) },
            { "services", new[] { work.Service } },
        })
        {
            Note = work.Note,
        };
    }

    private static SampleRecord Vulnerability(string service, string found, string planned, string consented, string completed, string summary, string? note) => new("Vulnerability", Clock.At(found), new()
    {
        { "summary", summary },
        { "requestedAt", Clock.At(found) },
        { "plannedAt", Clock.At(planned) },
        { "consentedAt", Clock.At(consented) },
        { "completedAt", Clock.At(completed) },
        { "services", new[] { service } },
    })
    {
        Note = note,
    };

    private sealed record Work(string Service, string Type, string Requested, string Responded, string Completed, string Summary, string? Note = null);
}
