using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>The incidents as records, with the written reports on them.</summary>
internal static class IncidentStory
{
    /// <summary>The records, in no particular order.</summary>
    public static IEnumerable<SampleRecord> Records() => Incidents.All.SelectMany((line, index) => RecordsOf(line, $"incident-{index + 1}"));

    private static IEnumerable<SampleRecord> RecordsOf(IncidentLine line, string key)
    {
        var reported = Clock.At(line.Reported);
        yield return new("Incident", reported, Spec(line, reported)) { Key = key, Note = line.Note };
        foreach (var report in new[] { line.Report, line.ReportedBy }.OfType<string>())
        {
            var submitted = Clock.At(report[..16]);
            yield return new("FaultReport", submitted, new()
            {
                { "incident", new Reference(key) },
                { "reportType", report[17..] },
                { "submittedAt", submitted },
                { "author", "zjg-team-01" },
                { "services", new[] { line.Service } },
            })
            {
                Evidence = [new("report", "故障处理报告", [$"故障：{line.Summary}", $"处理：{line.Handling}", $"提交：{report[..16]}"])],
            };
        }
    }

    private static YamlMapping Spec(IncidentLine line, DateTime reported) => new()
    {
        { "summary", line.Summary },
        { "category", line.Security ? "security" : "fault" },
        { "services", new[] { line.Service } },
        { "systems", new[] { line.Service + "-system" } },
        { "channel", reported.Hour is >= 8 and < 18 ? "phone" : "monitoring" },
        { "reportedAt", reported },
        { "respondedAt", Clock.At(line.Responded, reported) },
        { "repliedAt", Clock.At(line.Replied, reported) },
        { "arrivedAt", Clock.At(line.Arrived, reported) },
        { "restoredAt", Clock.At(line.Restored, reported) },
        { "resolvedAt", Clock.At(line.Resolved, reported) },
        { "onSiteNeeded", line.Arrived is not null ? true : null },
        { "interruptions", line.Outage ? new List<YamlMapping> { new() { { "from", reported }, { "to", Clock.At(line.Restored, reported) } } } : null },
        { "pauses", line.Pause is { } pause ? new List<YamlMapping> { new() { { "from", Clock.At(pause.From) }, { "to", Clock.At(pause.To) } } } : null },
        { "seriousImpact", line.Serious ? "yes" : "no" },
        { "attributable", line.Cause is "defect" or "operation" or "vulnerability" or "hardware" },
        { "causeCategory", line.Cause },
        { "tier", line.Tier },
        { "tierRaisedAt", Clock.At(line.TierRaised, reported) },
        { "responders", new[] { reported.Hour is >= 8 and < 18 ? "zjg-team-02" : "zjg-team-09" } },
        { "handling", line.Handling },
    };
}
