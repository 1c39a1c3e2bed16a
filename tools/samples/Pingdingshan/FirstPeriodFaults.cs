using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>2025-12-03 to 2026-03-02: one attributable fault, and three that lose points for how they were handled.</summary>
internal static class FirstPeriodFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("省平台接口超时", "2025-12-11 14:20", "统一受理平台向省办件中心上传变慢，部分办件排队")
        {
            Systems = ["unified-acceptance"], Responded = "14:26", Restored = "15:10", Resolved = "16:30",
            Degradation = ("14:05", "15:10"), CauseCategory = "thirdParty", Responders = ["pds-plat-01"],
            Cause = "省级接口扩容期间连接数受限，本地重试堆积。",
            Handling = "与省平台确认窗口后调低并发，积压办件在恢复后一小时内补传完毕。",
            Analysis = "2025-12-12 16:00",
        },
        new("证照签章服务停止", "2025-12-23 09:05", "电子证照签章服务无法调用，大厅窗口不能出证")
        {
            Systems = ["e-licence"], Channel = "monitoring", Responded = "09:09", Arrived = "09:25", Restored = "09:50", Resolved = "15:30",
            Interruption = ("09:02", "09:50"), Attributable = true, CauseCategory = "defect", Responders = ["pds-plat-02", "pds-pm-01"],
            Cause = "签章组件临时目录未清理，句柄耗尽后进程退出。",
            Handling = "清理目录并重启组件，当日下午更新清理任务和句柄告警。",
            Analysis = "2025-12-27 11:00", Note = "分析报告应于 2025-12-26 前提交，逾期一天（C1-3）；四级故障（B1-1）",
        },
        new("前置机硬盘告警", "2026-01-08 10:05", "数据共享交换前置机读写缓慢，订阅数据延迟")
        {
            Systems = ["data-exchange"], Channel = "onSite", Responded = "10:08", Arrived = "10:20", Restored = "11:35", Resolved = "2026-01-09 17:00",
            Degradation = ("09:50", "11:35"), CauseCategory = "hardware", Responders = ["pds-data-01"],
            Cause = "前置机一块硬盘坏道增多，阵列降级运行。",
            Handling = "流量切到备用前置机，次日由设备厂商换盘并完成重建。",
            Analysis = "2026-01-12 09:30", Note = "提交时限的末日为周日，顺延至 2026-01-12",
        },
        new("好差评线路中断", "2026-01-17 20:15", "好差评数据上报中断，评价设备提示网络异常")
        {
            Systems = ["good-review"], Responded = "20:29", Restored = "21:20", Resolved = "21:20",
            Interruption = ("20:00", "21:20"), CauseCategory = "carrier", Responders = ["pds-plat-03"],
            Cause = "运营商上联光缆被施工挖断。",
            Handling = "督促运营商抢修，恢复后补报评价数据并核对条数。",
            Analysis = "2026-01-19 10:10", Note = "响应用时 14 分钟，超过 10 分钟（C1-1）；线路原因，不计系统运行故障",
        },
        new("管理系统存储控制器更换", "2026-02-03 15:40", "政务服务管理系统列表打开缓慢，审批操作偶发超时")
        {
            Systems = ["service-management", "information-resources"], Channel = "online", Responded = "15:44", Arrived = "16:02",
            Restored = "2026-02-05 09:20", Resolved = "2026-02-05 17:10", Degradation = ("15:30", "2026-02-05 09:20"),
            Pause = ("16:30", "2026-02-04 16:30"), CauseCategory = "hardware", Responders = ["pds-data-02", "pds-plat-01"],
            Cause = "存储一侧控制器故障，业务只能走单控制器，等待备件期间性能下降。",
            Handling = "业务错峰并关闭报表任务，备件到场后更换控制器、恢复双活。使用方同意等待备件。",
            Analysis = "2026-02-06 17:00", Note = "恢复用时 11 小时 10 分工作时间，超过 8 小时（C1-2）；设备原因，不计系统运行故障",
        },
        new("异常登录告警", "2026-02-11 22:40", "监测到统一认证管理端口被外部地址连续试探")
        {
            Category = "security", Systems = ["unified-identity"], Channel = "monitoring", Responded = "22:46", Arrived = "23:52",
            Restored = "2026-02-12 00:40", Resolved = "2026-02-12 10:00", CauseCategory = "thirdParty", Severity = null, SecurityClass = "general",
            Responders = ["pds-plat-01"],
            Cause = "互联网侧批量扫描，未登录成功，未接触数据。",
            Handling = "封禁来源网段，核对管理端口只对内开放，次日提交说明。",
            Note = "到场用时 72 分钟，超过 60 分钟，只计服务级别；C1-1 只针对系统运行故障",
        },
        new("春节认证短时中断", "2026-02-18 11:05", "统一认证登录页短时打不开，自助终端无法登录")
        {
            Systems = ["unified-identity"], Responded = "11:08", Restored = "11:18", Resolved = "11:40",
            Interruption = ("11:00", "11:18"), CauseCategory = "carrier", Responders = ["pds-data-01"],
            Cause = "运营商割接期间路由收敛。",
            Handling = "值守人员确认链路切换完成后逐台检查终端。",
            Analysis = "2026-02-21 10:00",
        },
    ];
}
