using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pengjiang;

/// <summary>Quarterly reports, trainings, changes, a change of personnel and the three payments.</summary>
internal static class YearEvents
{
    private static readonly (string On, string Covers)[] Quarters =
    [
        ("2025-09-08", "第一季度 2025-06-10 至 2025-09-09"), ("2025-12-08", "第二季度 2025-09-10 至 2025-12-09"),
        ("2026-03-09", "第三季度 2025-12-10 至 2026-03-09"), ("2026-06-08", "第四季度 2026-03-10 至 2026-06-09"),
    ];

    private static readonly (string Tranche, string On, decimal Amount)[] Payments =
    [
        ("first", "2025-07-18", 72000.00m), ("second", "2026-01-08", 144000.00m), ("final", "2026-06-24", 24000.00m),
    ];

    /// <summary>The records.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. Quarters.Select(quarter => RecordForms.Report("quarterly", quarter.On, quarter.Covers, "季度运维报告", $"范围：{quarter.Covers}", "维护记录、故障处理、巡检、安全整改四部分，正文从略")),
        RecordForms.Training("2025-07-24", "公文流程与移动办公", "业务部门用户", 46, "pj-eng-01"),
        RecordForms.Training("2025-09-11", "投诉建议功能使用", "管理层用户和业务部门用户", 38, "pj-pm-01", "pj-dev-01"),
        RecordForms.Training("2026-02-11", "粤政易工作台办文与平台管理", "办公平台管理员", 12, "pj-eng-03"),
        RecordForms.Change("投诉建议功能上线", "2025-09-02 10:00", "2025-09-03 16:00", "2025-09-05 18:30", "2025-09-05 20:00"),
        RecordForms.Change("操作系统和中间件补丁升级", "2025-11-17 09:00", "2025-11-18 10:00", "2025-11-22 20:00", "2025-11-22 23:40",
            "补丁可能与预览组件冲突", "升级前快照，半小时内可回退", "测试环境已运行三天", "两名工程师，周六夜间四小时"),
        RecordForms.Change("手机端入口切换到粤政易工作台", "2026-02-03 14:00", "2026-02-04 11:00", "2026-02-06 17:40", "2026-02-06 18:40"),
        new("PersonnelChange", Clock.At("2025-11-17 00:00"), new()
        {
            { "outgoing", "pj-eng-02" },
            { "incoming", "pj-eng-03" },
            { "noticeOn", Clock.Day("2025-11-17") },
            { "effectiveOn", Clock.Day("2025-12-01") },
            { "consentOn", Clock.Day("2025-11-19") },
            { "reason", "原人员离职，接替人员提前一周交接" },
        }),
        .. Payments.Select(payment => new SampleRecord("Payment", Clock.Start(Clock.Day(payment.On)), new()
        {
            { "tranche", payment.Tranche },
            { "paidOn", Clock.Day(payment.On) },
            { "amount", payment.Amount },
        })),
    ];
}
