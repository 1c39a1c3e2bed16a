using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>2026-03-03 to 2026-06-02: nothing that the provider caused.</summary>
internal static class SecondPeriodFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("部门系统推件缓慢", "2026-03-10 16:50", "部门业务系统向统一受理平台推件缓慢，办结信息滞后")
        {
            Systems = ["unified-acceptance"], Channel = "onSite", Responded = "16:55", Arrived = "17:05", Restored = "2026-03-11 09:15",
            Resolved = "2026-03-11 11:00", Degradation = ("16:40", "2026-03-11 09:15"), CauseCategory = "thirdParty", Responders = ["pds-plat-02"],
            Cause = "部门自建系统夜间批处理占满出口带宽。",
            Handling = "协调部门改在凌晨限速推送，逐条核对办结状态。",
            Analysis = "2026-03-13 15:30", Note = "劣化时间长，但评审认定未造成严重影响，且非服务单位原因",
        },
        new("证照库出口故障", "2026-03-28 08:30", "电子证照查询全部失败，自助打印终端停用")
        {
            Systems = ["e-licence", "information-resources"], Channel = "monitoring", Responded = "08:33", Arrived = "09:10", Restored = "10:05",
            Resolved = "11:30", Interruption = ("08:25", "10:05"), Impact = "yes", CauseCategory = "carrier", Severity = "level-2",
            Responders = ["pds-data-03", "pds-pm-01"],
            Cause = "运营商机房汇聚交换机板卡故障，证照库所在网段不可达。",
            Handling = "由运营商更换板卡；期间启用离线核验名单，恢复后补传日志。",
            Formal = "2026-03-30 17:10", Analysis = "2026-03-31 15:00", Note = "达到二级，但为线路原因，不扣系统运行故障分",
        },
        new("考勤服务器断电", "2026-04-16 09:15", "考勤系统打不开，早间打卡数据未入库")
        {
            Systems = ["attendance"], Channel = "onSite", Responded = "09:17", Arrived = "09:22", Restored = "09:42", Resolved = "14:00",
            Interruption = ("09:10", "09:42"), CauseCategory = "hardware", Responders = ["pds-hall-01"],
            Cause = "服务器一路电源模块损坏，另一路插座松动。",
            Handling = "恢复供电并更换模块，终端缓存的打卡数据自动补传。",
            Analysis = "2026-04-20 11:00", Note = "提交时限的末日为周日，顺延至 2026-04-20",
        },
        new("五一省平台卡顿", "2026-05-02 19:30", "网上申报提交缓慢，部分用户重复提交")
        {
            Systems = ["unified-acceptance", "efficient-service"], Responded = "19:36", Restored = "21:00", Resolved = "21:30",
            Degradation = ("19:20", "21:00"), CauseCategory = "thirdParty", Responders = ["pds-plat-03"],
            Cause = "省级统一申报入口节日访问高峰限流。",
            Handling = "公告提示错峰，合并重复申报 17 件并逐一电话告知窗口。",
            Analysis = "2026-05-04 16:20",
        },
        new("钓鱼邮件", "2026-05-21 10:25", "两个部门收到仿冒平台通知的钓鱼邮件")
        {
            Category = "security", Systems = ["unified-identity"], Channel = "online", Responded = "10:30", Restored = "12:00", Resolved = "17:30",
            CauseCategory = "thirdParty", Severity = null, SecurityClass = "general", Responders = ["pds-plat-01"],
            Cause = "外部仿冒邮件，未发现账号泄露。",
            Handling = "通知各部门删除邮件，重置点击过链接的一个账号并核查登录日志。",
        },
        new("跨期线路割接", "2026-06-02 23:25", "夜间割接超时，网上申报暂停")
        {
            Systems = ["unified-acceptance"], Channel = "monitoring", Responded = "23:28", Restored = "2026-06-03 01:10", Resolved = "2026-06-03 01:40",
            Interruption = ("23:20", "2026-06-03 01:10"), CauseCategory = "carrier", Responders = ["pds-data-01"],
            Cause = "运营商割接回退，超出公告时段。",
            Handling = "全程跟踪割接，恢复后抽查十类事项的申报流程。",
            Analysis = "2026-06-05 09:40", Note = "跨两个考核周期，按开始日归第二期（K003-BOUND）",
        },
    ];
}
