using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>From 2026-09-03, as far as it is known on 2026-11-20: one ordinary fault, and one whose impact is not decided.</summary>
internal static class FourthPeriodFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("一件事联办停止", "2026-09-10 09:30", "高效办成一件事联办流转停止，窗口提示任务创建失败")
        {
            Systems = ["efficient-service"], Responded = "09:34", Arrived = "09:48", Restored = "10:06", Resolved = "17:40",
            Interruption = ("09:24", "10:06"), Impact = "yes", Attributable = true, CauseCategory = "compatibility", Severity = "level-3",
            Responders = ["pds-plat-04", "pds-plat-01"],
            Cause = "省级联办接口升级字段后，本地校验规则未同步。",
            Handling = "临时放宽校验恢复流转，当日发布适配版本并回放失败任务 9 件。",
            Formal = "2026-09-11 16:00", Analysis = "2026-09-14 10:00", Note = "三级一般故障，中断 42 分钟（B1-1）",
        },
        new("国庆线路抖动", "2026-10-03 14:05", "自助终端短时离线")
        {
            Systems = ["unified-identity"], Responded = "14:09", Restored = "14:16", Resolved = "14:40",
            Interruption = ("14:00", "14:16"), CauseCategory = "carrier", Responders = ["pds-plat-03"],
            Cause = "运营商节日保障演练切换链路。",
            Handling = "值守人员远程确认全部终端上线。",
            Analysis = "2026-10-06 11:00",
        },
        new("证照下载失败待认定", "2026-10-13 10:20", "电子证照下载全部失败，亮证不受影响")
        {
            Systems = ["e-licence"], Channel = "onSite", Responded = "10:24", Arrived = "10:31", Restored = "10:52", Resolved = "2026-10-14 12:00",
            Interruption = ("10:15", "10:52"), Impact = "undecided", Attributable = true, CauseCategory = "defect",
            Responders = ["pds-plat-01"],
            Cause = "文件服务证书轮换后，下载组件仍缓存旧证书。",
            Handling = "刷新缓存恢复下载，改为自动加载证书并加入到期巡检。",
            Analysis = "2026-10-15 15:10",
            Note = "中断 37 分钟，是否造成严重影响尚未认定，暂按四级（B1-1；K003-SERIOUS）",
        },
        new("存储电池更换", "2026-11-04 16:20", "政务服务管理系统写入变慢，附件上传偶有失败")
        {
            Systems = ["service-management"], Channel = "monitoring", Responded = "16:23", Arrived = "16:40", Restored = "2026-11-05 09:30",
            Resolved = "2026-11-05 16:00", Degradation = ("16:10", "2026-11-05 09:30"), CauseCategory = "hardware",
            Responders = ["pds-data-01"],
            Cause = "阵列缓存电池失效，写缓存自动关闭。",
            Handling = "夜间限制批量任务，次日上午更换电池后恢复写缓存。",
            Analysis = "2026-11-06 14:00",
        },
        new("扫描试探", "2026-11-17 13:50", "入侵检测发现对受理平台的批量漏洞试探")
        {
            Category = "security", Systems = ["unified-acceptance"], Channel = "monitoring", Responded = "13:54", Restored = "14:30", Resolved = "16:10",
            CauseCategory = "thirdParty", Severity = null, SecurityClass = "general", Responders = ["pds-plat-04"],
            Cause = "互联网侧扫描，请求均被防护设备拦截。",
            Handling = "封禁来源，复核受理平台补丁情况，无异常。",
        },
        new("汇聚链路中断", "2026-11-18 14:30", "部分区县窗口打不开统一受理平台")
        {
            Systems = ["unified-acceptance"], Responded = "14:33", Restored = "15:05", Resolved = "15:40",
            Interruption = ("14:26", "15:05"), CauseCategory = "carrier", Responders = ["pds-hall-02"],
            Cause = "区县汇聚链路光模块故障。",
            Handling = "运营商更换光模块，逐个区县确认恢复。",
            Note = "分析报告时限的末日为周六，顺延至 2026-11-23，截至记录日尚未到期",
        },
    ];
}
