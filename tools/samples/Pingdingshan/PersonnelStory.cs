using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Three changes of personnel; the third came with too little notice (003 合同六2 L1056: three working days).</summary>
internal static class PersonnelStory
{
    private static readonly Replacement[] Changes =
    [
        new("pds-data-02", "pds-data-03", "2026-03-09", "2026-03-11", "2026-03-16", "原人员调往其他项目，接替人员完成一周交接"),
        new("pds-plat-02", "pds-plat-04", "2026-06-24", "2026-06-25", "2026-07-01", "采购人考核后要求更换"),
        new("pds-hall-01", "pds-hall-02", "2026-09-18", "2026-09-18", "2026-09-21", "原人员辞职，仓促离岗", "提前一个工作日，不足三个工作日"),
    ];

    /// <summary>The changes.</summary>
    public static IEnumerable<SampleRecord> Records() => Changes.Select(change => new SampleRecord("PersonnelChange", Clock.Start(Clock.Day(change.NoticeOn)), new()
    {
        { "outgoing", change.Outgoing },
        { "incoming", change.Incoming },
        { "noticeOn", Clock.Day(change.NoticeOn) },
        { "effectiveOn", Clock.Day(change.EffectiveOn) },
        { "consentOn", Clock.Day(change.ConsentOn) },
        { "reason", change.Reason },
    })
    {
        Note = change.Note,
    });

    private sealed record Replacement(string Outgoing, string Incoming, string NoticeOn, string ConsentOn, string EffectiveOn, string Reason, string? Note = null);
}
