using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Requests that a deadline or a major change of requirements hangs on. One optimisation was late without harm, so C3-2 costs nothing.</summary>
internal static class RequestStory
{
    private static readonly Request[] Requests =
    [
        new("optimisation", "按省级要求增加跨省通办事项标识", "2025-12-15 09:40", "09:48", "2025-12-17 15:00", "2025-12-18 10:00", "2026-01-12 17:00", "2026-01-16"),
        new("majorRequirement", "新生儿出生一件事联办流程重新梳理", "2026-01-12 10:30", "10:36", "2026-01-21 16:00", "2026-01-23 09:30", "2026-03-20 18:00", null),
        new("optimisation", "营业执照到期提醒改为提前六十天", "2026-03-19 14:10", "14:16", "2026-03-24 11:00", "2026-03-25 09:00", "2026-04-21 18:00", "2026-04-17", "迟两个工作日完成，未影响采购人完成上级任务，不扣分"),
        new("optimisation", "好差评回访规则按新文件调整", "2026-05-06 10:00", "10:07", "2026-05-08 16:30", "2026-05-11 09:00", "2026-05-25 17:30", "2026-05-29"),
        new("majorRequirement", "业务系统整合融通：三个部门系统改由统一认证登录", "2026-06-08 09:20", "09:25", "2026-06-18 17:00", "2026-06-22 10:00", "2026-08-28 18:00", null),
        new("optimisation", "营商环境评价指标报表增加区县维度", "2026-07-16 15:00", "15:06", "2026-07-20 17:00", "2026-07-21 09:00", "2026-08-06 18:00", "2026-08-07"),
        new("optimisation", "一件事清单新增四个联办主题", "2026-09-22 09:10", "09:16", "2026-09-24 16:00", "2026-09-28 09:00", "2026-10-30 18:00", "2026-10-31"),
        new("optimisation", "年度考核材料导出模板更新", "2026-11-11 11:00", "11:05", "2026-11-13 17:00", "2026-11-16 09:00", null, "2026-11-27", "尚在办理"),
    ];

    /// <summary>The requests.</summary>
    public static IEnumerable<SampleRecord> Records() => Requests.Select(request => new SampleRecord("ServiceRequest", Clock.At(request.At), new()
    {
        { "summary", request.Summary },
        { "requestType", request.Type },
        { "requestedAt", Clock.At(request.At) },
        { "respondedAt", Clock.At(request.Responded, Clock.At(request.At)) },
        { "plannedAt", Clock.At(request.Planned) },
        { "consentedAt", Clock.At(request.Consented) },
        { "completedAt", Clock.At(request.Completed, default) },
        { "dueOn", request.DueOn is { } day ? Clock.Day(day) : null },
        { "harmedPurchaser", false },
    })
    {
        Note = request.Note,
    });

    private sealed record Request(
        string Type, string Summary, string At, string Responded, string Planned, string Consented, string? Completed, string? DueOn, string? Note = null);
}
