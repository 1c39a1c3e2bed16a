using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Emergency drills: two in the first half-year, one in the second so far.</summary>
internal static class DrillStory
{
    private static readonly Rehearsal[] Drills =
    [
        new("2026-01-21", "统一认证管理账号失窃的桌面推演", "二十分钟内完成账号冻结与通报，发现联系人名单有两处过期", ["pds-pm-01", "pds-plat-01", "pds-data-01", "pds-hall-01"]),
        new("2026-05-13", "电子证照数据库主备切换", "十四分钟切换完成，数据核对一致，切换脚本补充一步检查", ["pds-pm-01", "pds-data-01", "pds-data-03", "pds-plat-02"]),
        new("2026-10-21", "统一受理平台遭勒索软件加密后的恢复", "两小时四十分从离线备份恢复，定位到备份清单缺少附件目录并已补齐", ["pds-pm-01", "pds-plat-01", "pds-plat-04", "pds-data-03", "pds-hall-02"]),
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
        Evidence =
        [
            new("report", "应急演练报告",
            [
                $"演练日期：{drill.On}", $"演练场景：{drill.Scenario}", $"参加人员：{string.Join("、", drill.Participants)}",
                "演练过程：准备、告警、研判、处置、恢复、复盘六个阶段，时间线见内部记录", $"结果与改进：{drill.Result}",
            ]),
        ],
    });

    private sealed record Rehearsal(string On, string Scenario, string Result, string[] Participants);
}
