using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Fujian;

/// <summary>
/// The faults: response and reply within 30 minutes of service hours, solved within a working day unless an emergency, report within two
/// (001 二(四)3-4 L87-L92). The end of handling is the only other time given, because the report's two days run from it.
/// </summary>
internal static class ApplicationFaults
{
    public static IReadOnlyList<Fault> FirstHalf { get; } =
    [
        Fault("f1", "documents", "发文编号重复", "2023-03-22 09:10", "09:25", "09:30", "2023-03-23 16:00", "2023-03-24 17:00", "编号序列未加锁"),
        Fault("f2", "notices", "通知附件打不开", "2023-04-06 17:20", "2023-04-07 08:40", "2023-04-07 08:45", "2023-04-07 15:00", "2023-04-11 18:00", "附件路径含特殊字符", "跨过下班：10 分钟加次日 10 分钟"),
        Fault("f3", "submissions", "签报退回后无法再提交", "2023-04-24 10:00", "10:20", "10:28", "2023-04-26 11:00", "2023-04-27 16:00", "流程状态未复位", "次一工作日为 04-25，迟一个工作日解决"),
        Fault("f4", "petitions", "信访件列表加载缓慢", "2023-05-05 16:00", "16:12", "16:25", "2023-05-06 20:00", "2023-05-09 10:00", "统计视图缺少索引", "05-06 调休上班：当日 24 时前算及时，按下班时 17:30 则算迟"),
        Fault("f5", "personnel", "干部信息保存失败", "2023-05-18 09:00", "09:45", "09:50", "2023-05-22 15:00", "2023-05-26 10:00", "字段长度不足", "响应、回复、解决、报告都迟"),
        Fault("f6", "logistics", "用车申请无法派单", "2023-06-01 14:00", "14:05", "14:20", "2023-06-02 10:00", "2023-06-05 09:30", "司机档案重复"),
        Fault("f7", "duty", "值班表导出为空", "2023-06-12 11:00", "11:31", "11:35", "2023-06-13 17:00", null, "模板版本不匹配", "响应、回复都迟；故障报告至今没有提交"),
        Fault("f8", "meetings", "会议通知重复发送", "2023-06-25 10:00", "10:20", "10:25", "2023-06-26 12:00", "2023-06-28 16:00", "消息队列重复消费", "周日调休上班"),
        Fault("f9", "performance", "绩效评分无法汇总", "2023-07-07 15:00", "15:10", "15:20", "2023-07-10 17:00", "2023-07-12 09:00", "汇总任务超时"),
        Fault("f10", "application-support", "台风致机房断电，全部应用中断", "2023-07-28 10:30", "10:40", "10:55", "2023-07-30 18:00", "2023-08-01 17:00", "机房市电中断", "突发应急事件，不计 1 个工作日的解决时限", "emergency"),
        Fault("f11", "disclosure", "信息公开栏目显示乱码", "2023-08-09 16:50", "17:15", "17:20", "2023-08-10 09:30", "2023-08-14 18:00", "字符集配置被覆盖", "恰好第 30 分钟回复，算及时"),
        Fault("f12", "mail-transfer", "邮件附件丢失", "2023-08-22 09:00", "09:10", "09:40", "2023-08-24 16:00", "2023-08-28 15:00", "临时目录清理过早", "回复迟，迟一个工作日解决"),
        Fault("f13", "application-support", "台风期间统一登录中断", "2023-09-05 08:30", "09:20", "09:25", "2023-09-07 12:00", "2023-09-12 11:00", "备用电源切换失败", "突发应急事件：响应和回复仍迟，报告迟一个工作日", "emergency"),
    ];

    public static IReadOnlyList<Fault> SecondHalf { get; } =
    [
        Fault("f14", "duty", "双节值班信息无法上报", "2023-09-28 17:00", "17:10", "17:25", "2023-10-07 16:00", "2023-10-08 11:00", "假期班次跨月", "次一工作日为 10-07 调休周六"),
        Fault("f15", "party-affairs", "党费统计数不一致", "2023-11-02 10:10", "10:20", "10:30", "2023-11-03 11:00", "2023-11-06 16:00", "并发更新覆盖"),
        Fault("f16", "retirees", "离退休人员查询报错", "2023-11-20 09:40", "10:05", "10:20", "2023-11-21 15:00", "2023-11-27 10:00", "视图权限缺失", "回复迟，报告迟两个工作日"),
        Fault("f17", "online-training", "课程视频无法播放", "2023-12-04 15:30", "15:40", "15:50", "2023-12-05 10:00", "2023-12-06 17:00", "转码服务停止"),
        Fault("f18", "documents", "公文流转到错误单位", "2023-12-19 08:40", "09:30", "09:35", "2023-12-22 17:00", "2023-12-27 12:00", "单位映射表过期", "响应、回复、解决、报告都迟"),
        Fault("f19", "submissions", "签报打印缺页", "2024-01-09 14:00", "14:10", "14:20", "2024-01-10 09:00", "2024-01-11 15:00", "打印模板分页错误"),
        Fault("f20", "notices", "节前通知无法群发", "2024-02-04 10:00", "10:05", "10:15", "2024-02-05 11:00", "2024-02-06 16:00", "发送名单超限", "周日调休上班"),
        Fault("f21", "petitions", "信访回复无法归档", "2024-02-18 09:30", "09:45", "09:55", "2024-02-19 14:00", "2024-02-21 10:00", "归档目录未挂载", "周日调休上班"),
        Fault("f22", "historical-data", "历史数据查询节点阵列损坏", "2024-03-06 10:20", "10:30", "10:45", null, null, "阵列两块硬盘先后损坏",
            "突发应急事件；按切割安排改由新平台承接，旧节点不再恢复，处理没有结束时间，故障报告无法计量", "emergency"),
    ];

    private static Fault Fault(
        string key, string system, string summary, string reported, string responded, string replied, string? solved, string? report, string cause, string? note = null, string tier = "ordinary") =>
        new(key, reported, summary)
        {
            Systems = [system],
            Channel = tier == "emergency" ? "phone" : "online",
            Responded = responded,
            Replied = replied,
            Resolved = solved,
            Attributable = tier == "ordinary",
            CauseCategory = tier == "emergency" ? "hardware" : "defect",
            Severity = null,
            Tier = tier,
            Responders = [string.CompareOrdinal(reported, "2023-10-09") < 0 ? "fj-sup-02" : "fj-sup-03", "fj-dev-01"],
            Cause = cause,
            Handling = solved is null ? "数据已从备份导入新平台，旧节点停用" : "已修正并复测，转入每日监控",
            Formal = report,
            Note = note,
        };
}
