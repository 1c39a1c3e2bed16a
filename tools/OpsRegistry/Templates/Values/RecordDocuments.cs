namespace OpsRegistry.Templates.Values;

/// <summary>An inspection record.</summary>
internal sealed class InspectionDocument(RecordHead head) : RecordDocument(head)
{
    [Label("巡检种类")]
    public required string Type { get; init; }

    [Label("巡检日期")]
    public required string PerformedOn { get; init; }

    [Label("巡检人")]
    public required string Inspector { get; init; }

    [Label("巡检的系统")]
    public required string Systems { get; init; }

    [Label("是否包括数据库")]
    public required string DatabaseIncluded { get; init; }

    [Label("特巡所依据的通知；日常巡检为空")]
    public required string SpecialPeriod { get; init; }

    [Label("巡检结论")]
    public required string Conclusion { get; init; }

    [Label("巡检内容")]
    public required IReadOnlyList<InspectionItemValues> Items { get; init; }
}

/// <summary>One thing looked at.</summary>
internal sealed record InspectionItemValues
{
    [Label("序号")]
    public required string Number { get; init; }

    [Label("巡检内容项")]
    public required string Item { get; init; }

    [Label("巡检结果：正常或异常")]
    public required string Result { get; init; }

    [Label("异常情况处理建议")]
    public required string Advice { get; init; }

    [Label("异常情况处理结果")]
    public required string Outcome { get; init; }

    [Label("异常情况处理完成日期")]
    public required string CompletedOn { get; init; }
}

/// <summary>A drill.</summary>
internal sealed class DrillDocument(RecordHead head) : RecordDocument(head)
{
    [Label("演练日期")]
    public required string PerformedOn { get; init; }

    [Label("演练场景")]
    public required string Scenario { get; init; }

    [Label("演练结果")]
    public required string Result { get; init; }

    [Label("参加人员")]
    public required string Participants { get; init; }
}

/// <summary>A training.</summary>
internal sealed class TrainingDocument(RecordHead head) : RecordDocument(head)
{
    [Label("培训日期")]
    public required string PerformedOn { get; init; }

    [Label("培训内容")]
    public required string Subject { get; init; }

    [Label("培训对象")]
    public required string Audience { get; init; }

    [Label("参加人数")]
    public required string Attendees { get; init; }

    [Label("授课人")]
    public required string Trainers { get; init; }
}

/// <summary>An analysis of defects.</summary>
internal sealed class DefectDocument(RecordHead head) : RecordDocument(head)
{
    [Label("提交日期")]
    public required string SubmittedOn { get; init; }

    [Label("发现缺陷数")]
    public required string DefectsFound { get; init; }

    [Label("发现隐患数")]
    public required string RisksFound { get; init; }

    [Label("处理措施")]
    public required string Measures { get; init; }
}

/// <summary>A special period and how it was watched over.</summary>
internal sealed class SpecialPeriodDocument(RecordHead head) : RecordDocument(head)
{
    [Label("保障事项")]
    public required string Title { get; init; }

    [Label("通知日期")]
    public required string OrderedOn { get; init; }

    [Label("第一日")]
    public required string From { get; init; }

    [Label("最后一日")]
    public required string Through { get; init; }

    [Label("天数")]
    public required string Days { get; init; }

    [Label("要求的特巡次数")]
    public required string Required { get; init; }

    [Label("完成的特巡次数")]
    public required string Done { get; init; }

    [Label("特别巡视")]
    public required IReadOnlyList<RecordValues> Inspections { get; init; }

    [Label("期间的事件")]
    public required IReadOnlyList<IncidentValues> Incidents { get; init; }

    [Label("期间的服务请求")]
    public required IReadOnlyList<RecordValues> Requests { get; init; }

    [Label("期间的变更")]
    public required IReadOnlyList<RecordValues> Changes { get; init; }

    [Label("期间的驻场考勤事件")]
    public required IReadOnlyList<RecordValues> Attendance { get; init; }

    [Label("期间在岗人员")]
    public required IReadOnlyList<PostValues> Posts { get; init; }
}
