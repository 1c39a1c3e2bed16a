using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>What was noted about presence: one absence without reason (C2-1), and three times unreachable in the second period (C2-3).</summary>
internal static class AttendanceStory
{
    private static readonly Noted[] Events =
    [
        new("unreachable", "2025-12-20 22:15", "pds-plat-03", false, "周六夜间电话无人接听，约半小时后回电", "本期累计两次，不足三次，不扣分（C2-3）"),
        new("leave", "2026-01-13 08:30", "pds-data-02", true, "家中有事请假一天，已批准"),
        new("lateOffHours", "2026-02-19 15:40", "pds-plat-02", false, "假期处理打印终端，约定一小时，实际一小时四十分到场"),
        new("unreachable", "2026-03-21 21:05", "pds-data-03", false, "周六夜间电话关机"),
        new("absence", "2026-03-25 08:45", "pds-plat-03", true, "突发疾病就医，事后补交证明", "有正当理由，不扣分"),
        new("unreachable", "2026-04-05 10:20", "pds-plat-02", false, "假期电话未接通，改由项目经理处理"),
        new("absence", "2026-04-14 09:10", "pds-plat-02", false, "无请假手续，上午不在驻点", "无故缺席（C2-1）"),
        new("unreachable", "2026-05-17 23:30", "pds-hall-01", false, "周日夜间两次拨打未接", "本期第三次（C2-3）"),
        new("leave", "2026-05-20 08:30", "pds-plat-01", true, "参加资格考试，已批准并安排替班"),
        new("leave", "2026-07-15 08:30", "pds-data-03", true, "年休假一天，已批准"),
        new("unreachable", "2026-08-08 20:40", "pds-plat-04", false, "周六夜间电话占线，二十分钟后回电"),
        new("leave", "2026-10-15 08:30", "pds-hall-02", true, "年休假一天，已批准"),
        new("lateOffHours", "2026-10-24 11:00", "pds-plat-04", false, "周六处理自助终端，迟到二十分钟"),
        new("absence", "2026-11-05 08:40", "pds-plat-03", true, "道路临时管制，已提前告知，十点到岗", "有正当理由，不扣分"),
    ];

    /// <summary>The events.</summary>
    public static IEnumerable<SampleRecord> Records() => Events.Select(noted => new SampleRecord("Attendance", Clock.At(noted.At), new()
    {
        { "event", noted.Event },
        { "person", noted.Person },
        { "notedAt", Clock.At(noted.At) },
        { "excused", noted.Excused },
        { "remark", noted.Remark },
    })
    {
        Note = noted.Note,
    });

    private sealed record Noted(string Event, string At, string Person, bool Excused, string Remark, string? Note = null);
}
