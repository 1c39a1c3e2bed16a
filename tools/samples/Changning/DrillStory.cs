using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>Two phishing drills with the report that the mail system makes of them.</summary>
internal static class DrillStory
{
    private static readonly (string On, string Scenario, string Result, string[] Participants)[] Drills =
    [
        ("2026-08-18", "仿冒口令到期通知的钓鱼邮件，覆盖三个部门四百二十人", "点击二十六人，提交口令七人，均已提醒并安排学习", ["chn-pm-01", "chn-eng-02"]),
        ("2026-11-10", "仿冒会议材料下载的钓鱼邮件，覆盖全部部门一千一百人", "点击三十一人，提交口令四人，比八月下降", ["chn-pm-01", "chn-eng-02", "chn-expert-02"]),
    ];

    /// <summary>The drills.</summary>
    public static IEnumerable<SampleRecord> Records() => Drills.Select(drill => new SampleRecord("Drill", Clock.Start(Clock.Day(drill.On)), new()
    {
        { "performedOn", Clock.Day(drill.On) },
        { "scenario", drill.Scenario },
        { "result", drill.Result },
        { "participants", drill.Participants },
    })
    {
        Evidence = [new("report", "钓鱼邮件演练报告", [$"演练日期：{drill.On}", $"场景：{drill.Scenario}", $"结果：{drill.Result}"])],
    });
}
