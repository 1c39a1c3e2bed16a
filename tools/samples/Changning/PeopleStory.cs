using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>Two changes of personnel, the second without the purchaser's consent, and what was noted about presence.</summary>
internal static class PeopleStory
{
    private static readonly (string Event, string At, string Person, bool Excused, string Remark, string? Note)[] Events =
    [
        ("leave", "2026-07-21 08:30", "chn-site-01", true, "年休假一天，已登记并由另一名驻场人员顶班", null),
        ("absence", "2026-08-24 08:40", "chn-site-02", false, "上午无登记不在值守岗位", "到场情况须在采购人工单系统登记（002 3.2 L430）"),
        ("leave", "2026-10-15 08:30", "chn-pm-01", true, "病假一天，已登记", null),
        ("absence", "2026-11-02 08:45", "chn-site-03", false, "上午无登记不在值守岗位，当日书面要求改正", null),
        ("notCorrected", "2026-11-13 08:50", "chn-site-03", false, "书面要求改正后再次无登记不在岗", "指向退出条件“其他违约未在合理期限内纠正”，是否成立由采购人判断（002 八1(5) L566）"),
    ];

    /// <summary>The events and the changes.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. Events.Select(noted => new SampleRecord("Attendance", Clock.At(noted.At), new()
        {
            { "event", noted.Event },
            { "person", noted.Person },
            { "notedAt", Clock.At(noted.At) },
            { "excused", noted.Excused },
            { "remark", noted.Remark },
        })
        {
            Note = noted.Note,
        }),
        Change("chn-site-01", "chn-site-03", "2026-09-01", "2026-09-14", "2026-09-08", "调往其他项目", null),
        Change("chn-eng-03", "chn-eng-06", "2026-10-16", "2026-10-19", null, "个人原因离职", "已书面告知，没有采购人的书面确认"),
    ];

    private static SampleRecord Change(string outgoing, string incoming, string notice, string effective, string? consent, string reason, string? note) =>
        new("PersonnelChange", Clock.Start(Clock.Day(notice)), new()
        {
            { "outgoing", outgoing },
            { "incoming", incoming },
            { "noticeOn", Clock.Day(notice) },
            { "effectiveOn", Clock.Day(effective) },
            { "consentOn", consent is null ? null : Clock.Day(consent) },
            { "reason", reason },
        })
        {
            Note = note,
        };
}
