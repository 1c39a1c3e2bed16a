using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Fujian;

/// <summary>Inspections, summaries, changes with the purchaser's consent, holes, notices, trainings and a change of personnel.</summary>
internal static class Upkeep
{
    private static readonly string[] InspectionDays =
    [
        "2023-03-30", "2023-04-25", "2023-05-25", "2023-06-29", "2023-07-27", "2023-08-29", "2023-09-27", "2023-10-26", "2023-11-28", "2023-12-26", "2024-01-25", "2024-02-27",
    ];

    private static readonly (string On, string Covers)[] Summaries =
    [
        ("2023-06-13", "2023-03-15 至 2023-06-12 的日常问题分类汇总"), ("2023-09-13", "2023-06-13 至 2023-09-12 的日常问题分类汇总"),
        ("2023-12-13", "2023-09-13 至 2023-12-12 的日常问题分类汇总"), ("2024-03-13", "2023-12-13 至 2024-03-12 的日常问题分类汇总"),
    ];

    /// <summary>The records.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. InspectionDays.Select((day, index) => Inspection(Clock.Day(day), index)),
        .. Summaries.Select(summary => RecordForms.Report("issueSummary", summary.On, summary.Covers, "日常问题分类汇总分析", $"范围：{summary.Covers}", "按系统和问题类型分类，正文从略")),
        .. Changes(),
        RecordForms.Hole("2023-05-23 10:00", "主管部门通报：会议服务平台组件版本过旧", "2023-05-24 16:00", "2023-05-25 10:00", "2023-06-02 18:00", "meetings"),
        RecordForms.Hole("2023-09-20 09:00", "等保测评：应用支撑日志留存不足六个月", "2023-09-22 17:00", "2023-09-25 09:00", "2023-10-17 18:00", "application-support"),
        RecordForms.Hole("2024-01-23 09:30", "日常巡检：离退休系统存在初始口令账号", "2024-01-23 15:00", "2024-01-24 09:00", "2024-01-26 17:00", "retirees"),
        Notice("circular", "2023-05-22", "网络安全主管部门", "会议服务平台组件版本过旧", "2023-06-02"),
        Notice("hiddenRisk", "2024-01-22", "采购人日常安全巡检", "离退休系统存在初始口令账号", "2024-01-26"),
        RecordForms.Training("2023-04-20", "公文与签报操作", "各地市办公室人员", 62, "fj-sup-01"),
        RecordForms.Training("2023-09-08", "信访与信息公开操作", "基层业务人员", 48, "fj-sup-01", "fj-sup-02"),
        RecordForms.Training("2024-01-12", "历史数据查询与切割安排", "各地市系统管理员", 35, "fj-pm-01"),
        new("DefectAnalysis", Clock.At("2023-11-24 00:00"), new()
        {
            { "submittedOn", Clock.Day("2023-11-24") },
            { "defectsFound", 4 },
            { "risksFound", 3 },
            { "measures", "历史数据节点阵列已近寿命，建议更换；应用支撑内存余量不足，建议扩容" },
        }),
        new("PersonnelChange", Clock.At("2023-09-18 00:00"), new()
        {
            { "outgoing", "fj-sup-02" },
            { "incoming", "fj-sup-03" },
            { "noticeOn", Clock.Day("2023-09-18") },
            { "effectiveOn", Clock.Day("2023-10-09") },
            { "consentOn", Clock.Day("2023-09-20") },
            { "reason", "原人员调岗，接替人员已完成交接" },
        }),
    ];

    private static IEnumerable<SampleRecord> Changes() =>
    [
        RecordForms.Change("数据库补丁升级并重启", "2023-04-23 09:00", "2023-04-24 15:00", "2023-05-13 20:00", "2023-05-13 23:00",
            "重启失败会影响全部应用", "升级前全量备份，可在一小时内还原", "测试报告结论为通过", "两名工程师，周六夜间四小时"),
        RecordForms.Change("机房来电后应用支撑重装", "2023-07-29 09:00", "2023-07-29 09:40", "2023-07-29 10:30", "2023-07-30 16:00",
            "重装后配置可能不一致", "保留原系统盘，可换回", "有上月配置备份", "三名工程师，机房现场"),
        RecordForms.Change("公文检索索引重建", "2023-06-14 09:00", "2023-06-14 11:00", "2023-06-16 18:30", "2023-06-16 20:00"),
        RecordForms.Change("历史数据查询切割到新平台", "2024-03-06 14:00", "2024-03-07 10:00", "2024-03-08 19:00", "2024-03-09 02:00",
            "导入不完整会造成缺档", "旧备份保留一年", "条数和校验值逐表核对", "两名工程师和新平台承建单位"),
    ];

    private static SampleRecord Inspection(DateOnly day, int index) => RecordForms.Inspection(
        "routine", day, index % 2 == 0 ? "fj-dev-01" : "fj-dev-02",
        index % 3 == 0 ? ["documents", "submissions", "notices", "historical-data"] : ["application-support", "petitions", "meetings", "mail-transfer"],
        new("应用运行状况"), new("资源占用"),
        index == 7 ? new("数据备份", "历史数据节点阵列报预警，建议备盘", "备盘已到货待换", day.AddDays(6)) : new("数据备份"));

    private static SampleRecord Notice(string type, string received, string issuer, string summary, string rectified) => new("SecurityNotice", Clock.Start(Clock.Day(received)), new()
    {
        { "noticeType", type },
        { "receivedOn", Clock.Day(received) },
        { "issuer", issuer },
        { "summary", summary },
        { "attributable", false },
        { "rectifiedOn", Clock.Day(rectified) },
    });
}
