namespace OpsRegistry.Templates.Values;

/// <summary>A fault handling report.</summary>
internal sealed class FaultDocument(RecordHead head) : RecordDocument(head)
{
    [Label("故障现象")]
    public required string Summary { get; init; }

    [Label("故障类型：系统运行故障或安全运行事件")]
    public required string Category { get; init; }

    [Label("按合同约定判定的级别；合同不分级时为空")]
    public required string Level { get; init; }

    [Label("影响的系统")]
    public required string Systems { get; init; }

    [Label("报告方式")]
    public required string Channel { get; init; }

    [Label("故障起始（报告）时间")]
    public required string ReportedAt { get; init; }

    [Label("响应时间")]
    public required string RespondedAt { get; init; }

    [Label("到场时间")]
    public required string ArrivedAt { get; init; }

    [Label("恢复时间")]
    public required string RestoredAt { get; init; }

    [Label("解决时间")]
    public required string ResolvedAt { get; init; }

    [Label("故障历时：从报告到恢复")]
    public required string Duration { get; init; }

    [Label("业务中断时长")]
    public required string Interruption { get; init; }

    [Label("业务质量劣化时长")]
    public required string Degradation { get; init; }

    [Label("是否造成严重影响")]
    public required string SeriousImpact { get; init; }

    [Label("是否因运维服务单位原因")]
    public required string Attributable { get; init; }

    [Label("原因类别")]
    public required string CauseCategory { get; init; }

    [Label("故障原因")]
    public required string Cause { get; init; }

    [Label("解决与处理情况")]
    public required string Handling { get; init; }

    [Label("处理人员")]
    public required string Responders { get; init; }

    [Label("中断与劣化的各段时间")]
    public required IReadOnlyList<StretchValues> Stretches { get; init; }

    [Label("各项时限")]
    public required IReadOnlyList<LimitValues> Limits { get; init; }

    [Label("已提交的报告")]
    public required IReadOnlyList<RecordValues> Reports { get; init; }
}

/// <summary>A stretch of interruption or degradation.</summary>
internal sealed record StretchValues
{
    [Label("业务中断或质量劣化")]
    public required string Kind { get; init; }

    [Label("开始")]
    public required string From { get; init; }

    [Label("结束")]
    public required string To { get; init; }

    [Label("时长")]
    public required string Length { get; init; }
}

/// <summary>A limit on a record and what its clock showed.</summary>
internal sealed record LimitValues
{
    [Label("记录编号")]
    public required string Record { get; init; }

    [Label("指标")]
    public required string Title { get; init; }

    [Label("时限")]
    public required string Limit { get; init; }

    [Label("起算")]
    public required string Start { get; init; }

    [Label("到期")]
    public required string Due { get; init; }

    [Label("完成")]
    public required string End { get; init; }

    [Label("结果")]
    public required string Outcome { get; init; }

    [Label("条款")]
    public required string Clauses { get; init; }
}
