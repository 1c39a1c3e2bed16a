using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pengjiang;

/// <summary>Checks of the platform's functions and of its servers, with the seven fields of 000 三(二)2 L58. Neither has a frequency (K000-INSP).</summary>
internal static class PlatformInspections
{
    private const string State = "系统运行状况";
    private const string Backups = "数据备份";
    private const string Support = "服务支持（硬件、网络、操作系统、数据库）";

    private static readonly (string On, string Inspector)[] FunctionChecks =
    [
        ("2025-06-25", "pj-eng-01"), ("2025-07-30", "pj-eng-02"), ("2025-09-03", "pj-eng-01"), ("2025-10-22", "pj-eng-02"), ("2025-12-03", "pj-eng-03"),
        ("2026-01-14", "pj-eng-01"), ("2026-03-11", "pj-eng-03"), ("2026-05-06", "pj-eng-01"),
    ];

    private static readonly (string On, string Inspector, InspectedItem[] Items)[] ServerChecks =
    [
        ("2025-07-02", "pj-eng-02", [new(State), new(Backups), new(Support)]),
        ("2025-08-20", "pj-eng-02", [new(State), new(Backups, "增量备份缺一天，建议补做并核对计划", "已补做，计划改为失败重试", Clock.Day("2025-08-21")), new(Support)]),
        ("2025-10-29", "pj-eng-01", [new(State), new(Backups), new(Support, "数据库归档空间不足两成，建议扩容", "扩容后余量五成", Clock.Day("2025-11-03"))]),
        ("2025-12-24", "pj-eng-03", [new(State, "预览服务进程偶发退出，建议升级组件", "组件已升级，观察一周正常", Clock.Day("2026-01-05")), new(Backups), new(Support)]),
        ("2026-02-25", "pj-eng-01", [new(State), new(Backups), new(Support)]),
        ("2026-04-29", "pj-eng-03", [new(State), new(Backups, "备份目录权限被改动，建议固定权限", "权限已固定并纳入巡检", Clock.Day("2026-04-30")), new(Support)]),
    ];

    /// <summary>The inspections; the report of the functions' check is asked for by 000 三(一)1(3) L35.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. FunctionChecks.Select(check => RecordForms.Inspection(
            "function", Clock.Day(check.On), check.Inspector, ["office-platform"], new("功能检查与诊断测试"), new("错误信息与日志"), new("性能")) with
        {
            Evidence = [new("report", "办公平台巡检报告", [$"巡检日期：{check.On}；巡检人：{check.Inspector}", "功能检查、错误日志、性能均正常"])],
        }),
        .. ServerChecks.Select(check => RecordForms.Inspection("server", Clock.Day(check.On), check.Inspector, ["office-platform"], check.Items)),
    ];
}
