using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>Changes, among them the custom development that 002 二 L417 asks for.</summary>
internal static class ChangeStory
{
    private static readonly (string Filed, string Started, string Finished, string Summary)[] Works =
    [
        ("2026-07-20 09:30", "2026-07-20 18:30", "2026-07-20 19:20", "移动办公首页补发静态文件，发布步骤增加核对"),
        ("2026-09-04 14:00", "2026-09-05 20:00", "2026-09-05 22:30", "认证节点限制缓存并增加磁盘告警"),
        ("2026-09-22 10:00", "2026-09-22 18:00", "2026-09-22 21:00", "数字门户与两个外部应用完成对接并翻新界面"),
        ("2026-11-11 16:00", "2026-11-11 22:00", "2026-11-11 23:40", "工作流数据库扩容"),
    ];

    /// <summary>The changes.</summary>
    public static IEnumerable<SampleRecord> Records() => Works.Select(work => new SampleRecord("Change", Clock.At(work.Started), new()
    {
        { "summary", work.Summary },
        { "filedAt", Clock.At(work.Filed) },
        { "startedAt", Clock.At(work.Started) },
        { "finishedAt", Clock.At(work.Finished) },
        { "consentedAt", Clock.At(work.Filed).AddHours(1) },
    }));
}
