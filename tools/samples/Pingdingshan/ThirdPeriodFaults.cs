using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>2026-06-03 to 2026-09-02: the bad quarter, with a fault each of levels 1, 2 and 4 that the provider caused.</summary>
internal static class ThirdPeriodFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("备份一体机换盘", "2026-06-11 14:10", "电子证照批量生成变慢，当日制证任务排队")
        {
            Systems = ["e-licence"], Channel = "inspection", Responded = "14:12", Arrived = "14:15", Restored = "16:40", Resolved = "2026-06-12 11:00",
            Degradation = ("13:50", "16:40"), CauseCategory = "hardware", Responders = ["pds-plat-02"],
            Cause = "备份一体机换盘重建，占用存储带宽。",
            Handling = "重建限速并调整制证时段，当日任务在下班前完成。",
            Analysis = "2026-06-12 16:30",
        },
        new("升级回退失败", "2026-06-23 08:40", "政务服务管理系统和统一受理平台全部停用，大厅无法收件")
        {
            Systems = ["service-management", "unified-acceptance"], Channel = "onSite", Responded = "08:44", Arrived = "09:00", Restored = "14:20",
            Resolved = "2026-06-24 18:30", Interruption = ("08:35", "14:20"), Impact = "yes", Attributable = true, CauseCategory = "operation",
            Severity = "level-1", RootCause = "upgrade-rollback", Responders = ["pds-pm-01", "pds-plat-01", "pds-data-01"],
            Cause = "前一晚升级的库表脚本与旧版本不兼容，回退包缺少一项配置，早间启动失败。",
            Handling = "大厅改为手工收件；从前一日备份恢复配置并逐项核对，补录 126 件；次日补全回退演练。",
            Formal = "2026-06-25 16:30", Analysis = "2026-06-26 10:00", Note = "一级重大故障，中断 5 小时 45 分（B1-1）",
        },
        new("交换队列堆积", "2026-07-09 10:10", "共享交换数据积压，多个部门查询结果不是最新")
        {
            Systems = ["data-exchange", "information-resources"], Responded = "10:15", Arrived = "10:40", Restored = "12:50", Resolved = "2026-07-10 16:00",
            Degradation = ("10:00", "12:50"), Impact = "yes", Attributable = true, CauseCategory = "defect", Severity = "level-2",
            RootCause = "exchange-queue-leak", Responders = ["pds-data-03", "pds-data-01"],
            Cause = "适配器连接未释放，队列消费线程逐渐耗尽。",
            Handling = "重启消费端并限制单批条数，清空积压后与部门核对三天数据。",
            Formal = "2026-07-14 09:40", Analysis = "2026-07-13 17:00",
            Note = "二级较大故障，劣化 2 小时 50 分（B1-1）；正式报告应于 2026-07-13 前提交，迟一天，只计服务级别",
        },
        new("交换队列再次堆积", "2026-07-30 15:02", "共享交换先停后慢，订阅数据延迟近一小时")
        {
            Systems = ["data-exchange"], Channel = "monitoring", Responded = "15:04", Arrived = "15:12", Restored = "16:08", Resolved = "2026-07-31 15:00",
            Interruption = ("14:58", "15:18"), Degradation = ("15:18", "16:08"), Impact = "yes", Attributable = true, CauseCategory = "defect",
            RootCause = "exchange-queue-leak", Responders = ["pds-data-03"],
            Cause = "七月上旬的补丁只覆盖一类适配器，另一类仍有连接泄漏。",
            Handling = "补齐全部适配器的补丁，增加连接数告警。",
            Analysis = "2026-07-31 17:20",
            Note = "中断恰好 20 分钟、劣化 50 分钟，均未超过三级门槛，为四级（B1-1；K003-EDGE、K003-DEGRADE、K003-REPEAT）",
        },
        new("测试账号被利用", "2026-08-13 11:20", "考勤系统一个未停用的测试账号被内网扫描工具登录")
        {
            Category = "security", Systems = ["attendance"], Channel = "monitoring", Responded = "11:25", Restored = "11:50", Resolved = "17:00",
            Attributable = true, CauseCategory = "vulnerability", Severity = null, SecurityClass = "general", Responders = ["pds-plat-04"],
            Cause = "测试账号上线后未停用，口令简单；登录者为采购人自查工具，没有数据外泄。",
            Handling = "停用账号，全平台清查测试账号，限制来源地址。",
            Note = "一般安全事件，不属扣 20 分的重大事件（B2-1；K003-DUP）",
        },
        new("周末线路闪断", "2026-08-22 09:40", "网上查询和好差评上报中断，双休日自助区受影响")
        {
            Systems = ["good-review", "unified-acceptance"], Responded = "09:46", Restored = "10:20", Resolved = "10:50",
            Interruption = ("09:35", "10:20"), CauseCategory = "carrier", Responders = ["pds-plat-03"],
            Cause = "运营商设备掉电，备用电源未及时切换。",
            Handling = "联系运营商恢复供电，上报数据断点续传。",
            Analysis = "2026-08-24 10:30",
        },
    ];
}
