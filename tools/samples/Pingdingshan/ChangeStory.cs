using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Changes; the major ones carry the four statements of 003 2.2.4 L2805.</summary>
internal static class ChangeStory
{
    private static readonly Work[] Works =
    [
        new("2025-12-18 15:00", "2025-12-19 19:00", "2025-12-19 20:10", "2025-12-18 17:00", "调整受理平台上传并发参数"),
        new("2026-01-09 10:00", "2026-01-10 20:00", "2026-01-10 23:30", "2026-01-09 16:00", "共享交换前置机阵列重建并迁回业务",
            new("重建期间再坏一块盘会丢失当日缓存", "保留备用前置机，十分钟内可切回", "备件已到，厂商现场支持", "两名工程师，维护窗口四小时")),
        new("2026-02-25 09:00", "2026-02-26 19:00", "2026-02-26 19:40", "2026-02-25 11:00", "更新电子证照签章组件清理任务"),
        new("2026-04-13 14:00", "2026-04-17 20:00", "2026-04-18 01:30", "2026-04-15 10:00", "部署综合运维管理系统并接入监控",
            new("采集代理可能抬高主机负载", "逐台停用代理即可恢复", "试点三台一周，负载增幅低于百分之二", "一台虚拟机，两名工程师")),
        new("2026-05-11 16:00", "2026-05-12 19:00", "2026-05-12 21:00", "2026-05-11 17:30", "证照查询接口增加频率限制"),
        new("2026-06-18 11:00", "2026-06-22 20:00", "2026-06-23 00:40", "2026-06-18 16:30", "政务服务管理系统季度版本升级",
            new("库表脚本修改历史办件字段", "恢复升级前备份并回退程序包", "测试环境通过，未演练回退", "三名工程师，维护窗口五小时")),
        new("2026-07-10 09:00", "2026-07-10 19:30", "2026-07-10 21:00", "2026-07-10 11:00", "共享交换适配器连接释放补丁"),
        new("2026-07-31 09:30", "2026-07-31 19:00", "2026-07-31 20:20", "2026-07-31 11:30", "补齐其余适配器补丁并上线连接数告警"),
        new("2026-09-10 13:30", "2026-09-10 17:00", "2026-09-10 17:40", "2026-09-10 14:30", "联办接口适配省级新字段"),
        new("2026-10-14 09:30", "2026-10-14 11:00", "2026-10-14 12:00", "2026-10-14 10:00", "下载组件改为自动加载证书"),
        new("2026-11-03 10:00", "2026-11-07 20:00", "2026-11-08 02:10", "2026-11-04 15:00", "虚拟化平台主机固件升级",
            new("迁移虚拟机时短时抖动", "未升级主机保留原固件，可迁回", "厂商兼容清单已核对", "两名工程师，周六夜间窗口")),
    ];

    /// <summary>The changes.</summary>
    public static IEnumerable<SampleRecord> Records() => Works.Select(work => new SampleRecord("Change", Clock.At(work.Started), new()
    {
        { "summary", work.Summary },
        { "major", work.Statements is not null },
        { "filedAt", Clock.At(work.Filed) },
        { "startedAt", Clock.At(work.Started) },
        { "finishedAt", Clock.At(work.Finished) },
        { "risk", work.Statements?.Risk },
        { "rollback", work.Statements?.Rollback },
        { "feasibility", work.Statements?.Feasibility },
        { "resources", work.Statements?.Resources },
        { "consentedAt", Clock.At(work.Consented) },
    }));

    private sealed record Work(string Filed, string Started, string Finished, string Consented, string Summary, Statements? Statements = null);

    private sealed record Statements(string Risk, string Rollback, string Feasibility, string Resources);
}
