using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pengjiang;

/// <summary>Other work: an hour within 08:30-17:30 of working days (000 四(二) L65). One request of each of the first three quarters is answered late or never.</summary>
internal static class OtherWork
{
    private static readonly Asked[] Requests =
    [
        new("configuration", "新增科室账号和流程权限", "2025-06-16 09:30", "09:52", "11:20"),
        new("data", "提取半年公文收发数量", "2025-06-27 17:10", "2025-06-30 08:45", "2025-06-30 11:00", "周五 20 分钟加周一 15 分钟"),
        new("configuration", "调整请假审批表单字段", "2025-07-09 10:05", "10:40", "15:30"),
        new("data", "导出督办件办理情况", "2025-08-01 11:30", "12:55", "16:10", "第 85 分钟响应，超过 1 小时"),
        new("consultation", "咨询公文套红模板更换办法", "2025-08-26 14:00", "14:20", "14:50"),
        new("consultation", "指导街道用户使用会签", "2025-09-18 16:20", "16:35", "16:55"),
        new("data", "提取三季度发文明细", "2025-09-30 17:25", "2025-10-09 09:25", "2025-10-09 15:00", "节前 5 分钟加节后 55 分钟，恰好 1 小时，算及时"),
        new("configuration", "机构改革后调整单位树", "2025-11-06 10:00", "11:01", "2025-11-07 17:00", "第 61 分钟响应，超过 1 小时"),
        new("configuration", "新增业务类型和归档规则", "2025-11-27 15:30", "15:48", "2025-11-28 10:00"),
        new("data", "核对全年用户数", "2025-12-05 09:00", "09:12", "10:30"),
        new("configuration", "年度流程编号规则切换", "2025-12-18 09:10", "09:25", "2025-12-31 17:00"),
        new("data", "提取年度办文时效", "2026-01-09 15:10", "15:31", "2026-01-12 10:00"),
        new("configuration", "春节值班班次调整", "2026-02-13 17:00", "2026-02-14 08:50", "2026-02-14 10:00", "周五 30 分钟加调休周六 20 分钟；按周一至周五则跨过春节"),
        new("consultation", "咨询历史公文补录", "2026-02-26 10:00", null, null, "没有响应，超过时限且未完成"),
        new("consultation", "指导粤政易工作台待办提醒设置", "2026-03-05 11:00", "11:18", "11:40"),
        new("data", "提取一季度投诉建议办理数", "2026-03-17 09:40", "09:55", "14:00"),
        new("configuration", "调整领导批示流程", "2026-04-09 10:20", "10:45", "2026-04-10 11:00"),
        new("consultation", "咨询电子印章申请步骤", "2026-04-23 15:00", "15:10", "15:30"),
        new("configuration", "停用离职人员账号", "2026-05-14 16:50", "17:05", "17:20"),
        new("data", "导出全年数据移交清单", "2026-06-04 09:00", "09:20", "2026-06-08 17:00"),
    ];

    /// <summary>The requests, and the two deliveries that the contract asks for once.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        .. Requests.Select(asked => RecordForms.Request(asked.Type, asked.Summary, asked.At, asked.Responded, asked.Completed) with { Note = asked.Note }),
        RecordForms.Request("complaintFunction", "新增投诉建议功能", "2025-07-15 09:00", "09:30", "2025-09-05 17:00", "2025-07-22 16:00") with
        {
            Evidence = [new("delivery", "投诉建议功能交付单", ["内容：群众和单位提交、分办、答复、统计", "上线日期：2025-09-05", "试用两周，采购人确认可用"])],
        },
        RecordForms.Request("appMigration", "手机端现有功能迁移到粤政易工作台", "2025-10-15 09:10", "09:40", "2026-02-06 18:00", "2025-10-24 17:00") with
        {
            Evidence = [new("delivery", "手机端功能迁移交付单", ["内容：待办、已办、通知、通讯录、公文阅览", "上线日期：2026-02-06", "原客户端保留一个月后停用"])],
        },
    ];

    private sealed record Asked(string Type, string Summary, string At, string? Responded, string? Completed, string? Note = null);
}
