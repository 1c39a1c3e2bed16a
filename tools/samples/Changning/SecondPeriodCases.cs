namespace OpsRegistry.Samples.Changning;

/// <summary>October to 2026-11-20: the National Day holiday, a make-up Saturday, a confirmed wait, and one case still open at the cut-off.</summary>
internal static class SecondPeriodCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new("国庆车辆进场码失效", "2026-10-01 10:00", "车辆进场码扫码提示失效")
        {
            Systems = ["mobile-vehicle-entry"], Responded = "10:55", Arrived = "13:40", Restored = "14:10", Resolved = "15:00",
            Interruption = ("09:30", "14:10"), CauseCategory = "hardware", Responders = ["chn-eng-03"],
            Cause = "道闸主机时钟跳变。", Handling = "现场校时并改为联网对时。",
            Note = "国庆节属非日常工作时间：热线限 11:00、到场限 14:00（K002-WEEKDAY）",
        },
        new("国庆邮件服务器告警", "2026-10-04 15:00", "邮件存储一个节点离线，收信变慢")
        {
            Systems = ["mail"], Responded = "15:20", Arrived = "19:30", Restored = "20:10", Resolved = "2026-10-08 16:00",
            Degradation = ("14:40", "20:10"), CauseCategory = "hardware", Responders = ["chn-eng-02"],
            Cause = "存储节点电源模块故障。", Handling = "到场更换电源模块，节后核对副本。", Note = "4 小时 30 分到场，超过 4 小时",
        },
        new("补班周六终端蓝屏", "2026-10-10 09:00", "两台终端开机蓝屏，当面报修")
        {
            Systems = ["terminals"], Channel = "onSite", Responded = "09:25", Restored = "10:40", Resolved = "10:40",
            CauseCategory = "compatibility", Responders = ["chn-site-03"], Cause = "显卡驱动与补丁冲突。", Handling = "回退驱动。",
            Note = "周六补班属日常工作时间，现场值班人员限 30 分钟",
        },
        new("补班周六用印流程卡住", "2026-10-10 16:00", "公文用印流程停在上一节点")
        {
            Systems = ["base-workflow", "office-official-documents"], Responded = "16:20", Arrived = "18:00", Restored = "18:30", Resolved = "18:30",
            Interruption = ("15:30", "18:30"), CauseCategory = "defect", Attributable = true, Responders = ["chn-eng-04"],
            Cause = "流程引擎锁未释放。", Handling = "现场释放锁并补丁。", Note = "恰好 2 小时到场，达标（K-SECOND）",
        },
        new("巡检发现目录同步慢", "2026-10-13 10:30", "巡检发现全局通讯录同步慢于预期")
        {
            Systems = ["mail"], Channel = "inspection", Responded = "10:30", Restored = "11:40", Resolved = "11:40",
            Degradation = ("10:00", "11:40"), CauseCategory = "operation", Responders = ["chn-site-02"],
            Cause = "同步间隔设置过长。", Handling = "调整间隔。", Note = "自行发现，没有热线或值班响应的时限",
        },
        new("领导办公平台列表空白", "2026-10-22 13:20", "领导办公平台阅件列表空白")
        {
            Systems = ["district-leaders"], Responded = "13:35", Arrived = "16:30", Restored = "16:50", Resolved = "17:20",
            Degradation = ("13:00", "16:50"), Pause = ("14:00", "15:40"), CauseCategory = "operation", Responders = ["chn-eng-06"],
            Cause = "个人视图配置丢失。", Handling = "到办公室恢复视图。",
            Note = "使用人正在开会，书面同意 15:40 后再来；不停表则 3 小时 10 分到场，停表则 1 小时 30 分（K-PAUSE）",
        },
        new("人员进场审批报修", "2026-11-03 11:10", "人员进场审批按钮不可用，当面报修")
        {
            Systems = ["mobile-visitor-entry"], Channel = "onSite", Responded = "11:22", Restored = "12:10", Resolved = "12:10",
            CauseCategory = "defect", Attributable = true, Responders = ["chn-site-02"], Cause = "按钮权限绑定错误。", Handling = "修正绑定。",
        },
        new("下班后简报退稿异常", "2026-11-06 18:05", "简报退稿后状态不变")
        {
            Systems = ["office-bulletins"], Responded = "18:40", Restored = "19:30", Resolved = "19:30",
            CauseCategory = "defect", Attributable = true, Responders = ["chn-eng-05"], Cause = "退稿接口漏写状态。", Handling = "补写状态并发补丁。",
        },
        new("工作流平台停止", "2026-11-12 09:05", "统一工作流平台停止，全区审批不能流转")
        {
            Systems = ["base-workflow"], Responded = "09:12", Arrived = "10:40", Restored = "11:30", Resolved = "16:30",
            Interruption = ("08:55", "11:30"), Serious = true, Attributable = true, CauseCategory = "operation",
            Responders = ["chn-expert-01", "chn-site-03"],
            Cause = "夜间扩容后数据库连接数超限。", Handling = "按方案切换只读实例恢复流转，专家到场调整连接池。",
            Note = "紧急情况，专家当天到场；尚未提交应急处置记录（K002-URGENT）",
        },
        new("日程提醒不弹出", "2026-11-17 15:20", "部分用户日程提醒不弹出")
        {
            Systems = ["office-schedule"], Responded = "15:33", CauseCategory = "unknown", Responders = ["chn-eng-01"],
            Note = "已响应，原因仍在查，截止日尚未恢复",
        },
        new("深夜邮箱登录失败", "2026-11-20 23:40", "外出人员邮箱登录失败，需到机房核查")
        {
            Systems = ["mail"], StillAwaited = true, CauseCategory = "unknown", Responders = ["chn-eng-02"],
            Note = "截止日 24:00 才过二十分钟：热线 60 分钟和到场 4 小时都未到期，待定",
        },
    ];
}
