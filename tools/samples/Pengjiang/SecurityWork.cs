using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pengjiang;

/// <summary>Holes put right, a security assessment, two exercises (000 三(一)4 L43-L47). No self-check was made before the second exercise.</summary>
internal static class SecurityWork
{
    /// <summary>The records.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        RecordForms.Hole("2025-07-08 10:00", "安全扫描：上传组件版本过旧", "2025-07-09 11:00", "2025-07-09 15:00", "2025-07-15 18:00", "office-platform"),
        RecordForms.Hole("2025-11-12 09:30", "等保测评：口令策略未强制定期更换", "2025-11-14 10:00", "2025-11-17 09:00", "2025-11-26 17:00", "office-platform"),
        RecordForms.Hole("2026-04-14 14:00", "渗透测试：附件下载未校验归属", "2026-04-15 09:00", "2026-04-15 11:00", "2026-04-17 20:00", "office-platform"),
        Exercise("exercise-1", "年度网络攻防演练", "2025-07-03", "2025-07-07", "2025-07-18"),
        Exercise("exercise-2", "市级网络攻防演练", "2026-04-13", "2026-04-20", "2026-04-24") with { Note = "演练前没有安全自检记录" },
        new("SpecialInspection", Clock.At("2025-07-10 00:00"), new()
        {
            { "specialPeriod", new Reference("exercise-1") },
            { "performedOn", Clock.Day("2025-07-10") },
            { "inspector", "pj-eng-01" },
            { "result", "发现上传组件版本过旧一项，已列入整改" },
        })
        {
            Evidence = [new("report", "攻防演练前安全自检报告", ["自检日期：2025-07-10", "自检范围：应用、账号、接口、服务器", "发现一项，已整改"])],
        },
        new("DefectAnalysis", Clock.At("2025-11-28 00:00"), new()
        {
            { "submittedOn", Clock.Day("2025-11-28") },
            { "defectsFound", 3 },
            { "risksFound", 2 },
            { "measures", "口令策略强制更换；接口增加来源限制；日志轮转列入下一次发布" },
        })
        {
            Evidence = [new("report", "办公平台安全评估报告", ["评估日期：2025-11-28", "发现缺陷三项、风险两项", "加固措施见登记"])],
        },
    ];

    private static SampleRecord Exercise(string key, string title, string ordered, string from, string through) => new("SpecialPeriod", Clock.Start(Clock.Day(from)), new()
    {
        { "title", new YamlMapping { { "zh", title }, { "en", "Attack and defence exercise" } } },
        { "orderedOn", Clock.Day(ordered) },
        { "from", Clock.Day(from) },
        { "through", Clock.Day(through) },
        { "inspectionsRequired", 1 },
    })
    {
        Key = key,
    };
}
