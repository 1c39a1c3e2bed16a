using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pengjiang;

/// <summary>The faults, three a quarter: 15 minutes around the clock (000 四(二) L65). One of each quarter but the last is answered late.</summary>
internal static class PlatformFaults
{
    private static readonly string[] Platform = ["office-platform"];

    public static IReadOnlyList<Fault> All { get; } =
    [
        Fault("p1", "2025-06-18 09:12", "公文附件在线预览空白", "09:20", "10:05", "defect", "预览组件缓存目录写满", "清理缓存并加定时任务", "pj-eng-01"),
        Fault("p2", "2025-07-05 22:40", "首页登录超时", "22:53", "2025-07-05 23:30", "operation", "连接池上限过低", "上调连接池并重启应用", "pj-eng-02", "周六夜间，第 13 分钟响应"),
        Fault("p3", "2025-08-14 15:05", "电子印章接口报错，发文无法盖章", "15:26", "17:40", "thirdParty", "省级印章接口更新证书", "更换证书链并联调", "pj-eng-01", "第 21 分钟响应，超过 15 分钟"),
        Fault("p4", "2025-09-22 08:05", "省公文交换系统收文中断", "08:20", "09:10", "thirdParty", "上级接口字段调整", "适配新字段并补收", "pj-eng-02", "恰好第 15 分钟响应，算及时"),
        Fault("p5", "2025-10-03 10:10", "值班人员无法提交值班记录", "10:31", "11:20", "defect", "节假日班次未生成", "补生成班次并修正任务", "pj-eng-01", "国庆假期第 21 分钟响应；按 5×9 小时计时则不算迟"),
        Fault("p6", "2025-11-19 14:20", "流程待办数量显示错误", "14:27", "15:45", "defect", "统计缓存未失效", "修正缓存键", "pj-eng-02"),
        Fault("p7", "2025-12-31 23:52", "应用服务器磁盘告警后停止响应", "2026-01-01 00:05", "2026-01-01 00:50", "operation", "日志未轮转", "清理日志并启用轮转", "pj-eng-03", "跨年夜第 13 分钟响应"),
        Fault("p8", "2026-01-20 11:02", "表单字段校验阻止正常提交", "11:11", "13:20", "defect", "新表单校验规则有误", "回退规则并重新测试", "pj-eng-01"),
        Fault("p9", "2026-03-02 16:45", "移动端待办打不开", "17:08", "18:30", "compatibility", "迁移后跳转地址未更新", "更正粤政易工作台入口", "pj-dev-01", "第 23 分钟响应，超过 15 分钟"),
        Fault("p10", "2026-03-26 09:31", "公文检索无结果", "09:35", "11:00", "defect", "索引任务中断", "重建索引", "pj-eng-03"),
        Fault("p11", "2026-04-18 20:15", "夜间备份任务失败告警", "20:29", "21:40", "operation", "备份目录权限被改", "恢复权限并重做备份", "pj-eng-01"),
        Fault("p12", "2026-05-25 10:00", "数据库连接数耗尽", "10:12", "10:55", "defect", "报表查询未释放连接", "修正查询并限制并发", "pj-eng-03"),
    ];

    private static Fault Fault(
        string key, string reported, string summary, string responded, string restored, string causeCategory, string cause, string handling, string responder, string? note = null) =>
        new(key, reported, summary)
        {
            Systems = Platform,
            Channel = key is "p11" or "p7" ? "monitoring" : "online",
            Responded = responded,
            Restored = restored,
            Resolved = restored,
            Attributable = causeCategory is "defect" or "operation",
            CauseCategory = causeCategory,
            Severity = null,
            Responders = [responder],
            Cause = cause,
            Handling = handling,
            Note = note,
        };
}
