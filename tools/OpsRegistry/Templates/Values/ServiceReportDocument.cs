namespace OpsRegistry.Templates.Values;

/// <summary>A service report over a span of days.</summary>
internal class ServiceReportDocument(DocumentHead head) : DocumentValues(head)
{
    [Label("报告期名称")]
    public required string Period { get; init; }

    [Label("报告期第一日")]
    public required string From { get; init; }

    [Label("报告期最后一日")]
    public required string Through { get; init; }

    [Label("报告期尚未结束时的说明；否则为空")]
    public required string RunsNotice { get; init; }

    [Label("只报告一个服务项时的服务项；否则为空")]
    public required string Service { get; init; }

    [Label("各类记录的数量")]
    public required IReadOnlyList<CountValues> Counts { get; init; }

    [Label("按级别汇总的事件")]
    public required IReadOnlyList<CountValues> IncidentLevels { get; init; }

    [Label("事件")]
    public required IReadOnlyList<IncidentValues> Incidents { get; init; }

    [Label("巡检与特巡次数")]
    public required string InspectionCount { get; init; }

    [Label("巡检项数")]
    public required string ItemCount { get; init; }

    [Label("异常项数")]
    public required string AbnormalCount { get; init; }

    [Label("巡检发现的异常")]
    public required IReadOnlyList<AbnormalValues> Abnormal { get; init; }

    [Label("按种类汇总的服务请求")]
    public required IReadOnlyList<CountValues> RequestTypes { get; init; }

    [Label("变更")]
    public required IReadOnlyList<RecordValues> Changes { get; init; }

    [Label("漏洞、缺陷分析与安全通报")]
    public required IReadOnlyList<RecordValues> Security { get; init; }

    [Label("演练、培训、特殊时期保障、备份与恢复测试")]
    public required IReadOnlyList<RecordValues> Activities { get; init; }

    [Label("人员变更与驻场考勤事件")]
    public required IReadOnlyList<RecordValues> Personnel { get; init; }

    [Label("岗位与在岗人员")]
    public required IReadOnlyList<PostValues> Posts { get; init; }

    [Label("提交的报告")]
    public required IReadOnlyList<RecordValues> Reports { get; init; }

    [Label("义务履行情况")]
    public required IReadOnlyList<DutyValues> Duties { get; init; }

    [Label("服务级别")]
    public required IReadOnlyList<TargetValues> Targets { get; init; }

    [Label("未达标的时限")]
    public required IReadOnlyList<LimitValues> Missed { get; init; }
}

/// <summary>A kind with its number.</summary>
internal sealed record CountValues
{
    [Label("种类")]
    public required string Title { get; init; }

    [Label("数量")]
    public required string Count { get; init; }

    [Label("说明")]
    public required string Remark { get; init; }
}

/// <summary>An incident in a line.</summary>
internal sealed record IncidentValues
{
    [Label("序号")]
    public required string Number { get; init; }

    [Label("记录编号")]
    public required string Name { get; init; }

    [Label("报告时间")]
    public required string ReportedAt { get; init; }

    [Label("级别；不分级时为类别")]
    public required string Level { get; init; }

    [Label("现象")]
    public required string Summary { get; init; }

    [Label("恢复时间；没有登记恢复时为解决时间")]
    public required string RestoredAt { get; init; }

    [Label("历时")]
    public required string Duration { get; init; }

    [Label("责任与原因")]
    public required string Cause { get; init; }

    [Label("未达标的时限")]
    public required string Missed { get; init; }
}

/// <summary>A thing found abnormal.</summary>
internal sealed record AbnormalValues
{
    [Label("巡检日期")]
    public required string Day { get; init; }

    [Label("巡检内容项")]
    public required string Item { get; init; }

    [Label("处理建议")]
    public required string Advice { get; init; }

    [Label("处理结果与完成日期")]
    public required string Outcome { get; init; }
}

/// <summary>A post and who held it.</summary>
internal sealed record PostValues
{
    [Label("岗位")]
    public required string Title { get; init; }

    [Label("应有人数")]
    public required string Headcount { get; init; }

    [Label("在岗人员")]
    public required string People { get; init; }

    [Label("缺人的日期；没有则为“—”")]
    public required string Gaps { get; init; }
}

/// <summary>A duty and how it was fulfilled.</summary>
internal sealed record DutyValues
{
    [Label("义务")]
    public required string Title { get; init; }

    [Label("应履行次数")]
    public required string Due { get; init; }

    [Label("已履行次数")]
    public required string Fulfilled { get; init; }

    [Label("缺少次数")]
    public required string Missing { get; init; }

    [Label("未到期次数")]
    public required string Pending { get; init; }

    [Label("缺少的时段")]
    public required string Gaps { get; init; }

    [Label("条款")]
    public required string Clauses { get; init; }
}

/// <summary>A limit and how often it was kept.</summary>
internal sealed record TargetValues
{
    [Label("指标")]
    public required string Title { get; init; }

    [Label("时限或下限")]
    public required string Limit { get; init; }

    [Label("达标次数")]
    public required string Met { get; init; }

    [Label("未达标次数")]
    public required string Missed { get; init; }

    [Label("未到期次数")]
    public required string Pending { get; init; }

    [Label("不可计量次数")]
    public required string NotMeasurable { get; init; }

    [Label("达标率或可用率")]
    public required string Attainment { get; init; }
}
