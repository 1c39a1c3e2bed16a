namespace OpsRegistry.Samples.Writing;

/// <summary>One incident of the story, with the reports that followed it. Times without a day are of the day of the report.</summary>
internal sealed record Fault(string Key, string Reported, string Summary)
{
    public string Category { get; init; } = "fault";
    public required string[] Systems { get; init; }
    public string Channel { get; init; } = "phone";
    public required string Responded { get; init; }
    public string? Arrived { get; init; }
    public string? Replied { get; init; }
    public string? Restored { get; init; }
    public string? Resolved { get; init; }
    public (string From, string To)? Interruption { get; init; }
    public (string From, string To)? Degradation { get; init; }
    public (string From, string To)? Pause { get; init; }
    public string Impact { get; init; } = "no";
    public bool Attributable { get; init; }
    public required string CauseCategory { get; init; }
    public string? Severity { get; init; } = "level-4";
    public string? Tier { get; init; }
    public string? SecurityClass { get; init; }
    public bool? DataLeak { get; init; }
    public string? RootCause { get; init; }
    public required string[] Responders { get; init; }
    public required string Cause { get; init; }
    public required string Handling { get; init; }

    /// <summary>When the formal report was handed in; null where none was.</summary>
    public string? Formal { get; init; }

    /// <summary>When the analysis report was handed in; null where none was.</summary>
    public string? Analysis { get; init; }

    /// <summary>Which deduction it is there for, or why it has none.</summary>
    public string? Note { get; init; }
}

/// <summary>Makes incidents and fault reports of the story's faults.</summary>
internal static class FaultStory
{
    /// <summary>The records of a period's faults.</summary>
    public static IEnumerable<SampleRecord> Records(IReadOnlyList<Fault> faults) => faults.SelectMany(RecordsOf);

    private static IEnumerable<SampleRecord> RecordsOf(Fault fault)
    {
        var reported = Clock.At(fault.Reported);
        yield return new("Incident", reported, IncidentSpec(fault, reported)) { Key = fault.Key, Note = fault.Note };
        if (fault.Formal is { } formal)
        {
            yield return Report(fault, "formal", "故障报告", Clock.At(formal));
        }

        if (fault.Analysis is { } analysis)
        {
            yield return Report(fault, "analysis", "故障处理及分析报告", Clock.At(analysis));
        }
    }

    private static YamlMapping IncidentSpec(Fault fault, DateTime reported) => new()
    {
        { "summary", fault.Summary },
        { "category", fault.Category },
        { "systems", fault.Systems },
        { "channel", fault.Channel },
        { "reportedAt", reported },
        { "respondedAt", Clock.At(fault.Responded, reported) },
        { "repliedAt", Clock.At(fault.Replied, reported) },
        { "arrivedAt", Clock.At(fault.Arrived, reported) },
        { "restoredAt", Clock.At(fault.Restored, reported) },
        { "resolvedAt", Clock.At(fault.Resolved, reported) },
        { "onSiteNeeded", fault.Arrived is not null },
        { "interruptions", Stretch(fault.Interruption, reported) },
        { "degradations", Stretch(fault.Degradation, reported) },
        { "pauses", Stretch(fault.Pause, reported) },
        { "seriousImpact", fault.Impact },
        { "attributable", fault.Attributable },
        { "causeCategory", fault.CauseCategory },
        { "severity", fault.Severity },
        { "tier", fault.Tier },
        { "securityClass", fault.SecurityClass },
        { "dataLeak", fault.DataLeak },
        { "rootCause", fault.RootCause },
        { "responders", fault.Responders },
        { "cause", fault.Cause },
        { "handling", fault.Handling },
    };

    private static IReadOnlyList<YamlMapping>? Stretch((string From, string To)? stretch, DateTime reported) => stretch is { } given
        ? [new() { { "from", Clock.At(given.From, reported) }, { "to", Clock.At(given.To, reported) } }]
        : null;

    private static SampleRecord Report(Fault fault, string type, string title, DateTime submitted) => new("FaultReport", submitted, new()
    {
        { "incident", new Reference(fault.Key) },
        { "reportType", type },
        { "submittedAt", submitted },
        { "author", fault.Responders[0] },
    })
    {
        Evidence =
        [
            new("report", title,
            [
                $"故障现象：{fault.Summary}",
                $"受影响系统：{string.Join("、", fault.Systems)}",
                $"报告时间：{fault.Reported}；恢复时间：{fault.Restored ?? fault.Resolved}",
                $"中断时段：{Words(fault.Interruption)}；劣化时段：{Words(fault.Degradation)}",
                $"原因分析：{fault.Cause}",
                $"处理情况：{fault.Handling}",
                Closing(fault, type),
                $"编写：{fault.Responders[0]}",
            ]),
        ],
    };

    private static string Closing(Fault fault, string type) =>
        type == "analysis" ? "后续措施：列入下一次缺陷分析，由责任人跟踪到关闭。"
        : fault.Severity is null ? "后续措施：列入巡检内容，由责任人跟踪到关闭。"
        : "级别认定：以采购人评审为准。";

    private static string Words((string From, string To)? stretch) => stretch is { } given ? $"{given.From} 至 {given.To}" : "无";
}
