using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Notices about security: one hidden risk costs points (B2-4), one criticism costs money, the rest cost nothing.</summary>
internal static class NoticeStory
{
    private static readonly Notice[] Notices =
    [
        new("circular", "2026-01-15", "上级网络安全主管部门", "检测发现大厅公共无线接入设备固件陈旧，设备由线路运营商管理", false, "2026-01-23", "设备不归服务单位管理，不扣分"),
        new("reminder", "2026-04-09", "上级网络安全主管部门", "提醒各单位关注某开源组件新公布的漏洞，本平台未使用该版本", false, "2026-04-10", "普发提醒，非服务单位原因，不扣分"),
        new("criticism", "2026-06-29", "上级政务服务主管部门", "通报六月二十三日政务服务大面积停办，责成整改", true, "2026-07-10", "通报批评，扣 10000 元（criticism）"),
        new("hiddenRisk", "2026-07-22", "采购人安全检查组", "值班室门禁损坏，由物业负责修复", false, "2026-07-24", "非服务单位原因，不扣分"),
        new("hiddenRisk", "2026-09-16", "采购人安全检查组", "抽查发现好差评管理端一个运维账号口令强度不足", true, "2026-09-17", "日常检查发现隐患（B2-4）"),
        new("reminder", "2026-10-28", "上级网络安全主管部门", "提醒年末加强值守和数据备份", false, null, "普发提醒，不扣分"),
    ];

    /// <summary>The notices.</summary>
    public static IEnumerable<SampleRecord> Records() => Notices.Select(notice => new SampleRecord("SecurityNotice", Clock.Start(Clock.Day(notice.ReceivedOn)), new()
    {
        { "noticeType", notice.Type },
        { "receivedOn", Clock.Day(notice.ReceivedOn) },
        { "issuer", notice.Issuer },
        { "summary", notice.Summary },
        { "attributable", notice.Attributable },
        { "rectifiedOn", notice.RectifiedOn is { } day ? Clock.Day(day) : null },
    })
    {
        Note = notice.Note,
    });

    private sealed record Notice(string Type, string ReceivedOn, string Issuer, string Summary, bool Attributable, string? RectifiedOn, string Note);
}
