using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>One incident of the story. Times without a day are of the day of the report.</summary>
internal sealed record Case(string Key, string Reported, string Summary)
{
    public string Category { get; init; } = "fault";
    public required string[] Systems { get; init; }
    public string Channel { get; init; } = "phone";
    public string? Responded { get; init; }

    /// <summary>When somebody came; null where nobody has come.</summary>
    public string? Arrived { get; init; }

    /// <summary>True where somebody had to come and has not come yet.</summary>
    public bool StillAwaited { get; init; }

    public string? Restored { get; init; }
    public string? Resolved { get; init; }
    public (string From, string To)? Interruption { get; init; }
    public (string From, string To)? Degradation { get; init; }
    public (string From, string To)? Pause { get; init; }

    /// <summary>True where the purchaser found the impact serious: an urgent case.</summary>
    public bool Serious { get; init; }

    public bool Attributable { get; init; }
    public required string CauseCategory { get; init; }
    public string? SecurityClass { get; init; }
    public required string[] Responders { get; init; }
    public string? Cause { get; init; }
    public string? Handling { get; init; }

    /// <summary>When the account of an urgent case was handed in; null where none was.</summary>
    public string? Account { get; init; }

    /// <summary>Which limit it is there for.</summary>
    public string? Note { get; init; }
}

/// <summary>Makes incidents of the story's cases, and the accounts that followed the urgent ones.</summary>
internal static class CaseStory
{
    /// <summary>The records of a period's cases.</summary>
    public static IEnumerable<SampleRecord> Records(IReadOnlyList<Case> cases) => cases.SelectMany(RecordsOf);

    private static IEnumerable<SampleRecord> RecordsOf(Case one)
    {
        var reported = Clock.At(one.Reported);
        yield return new("Incident", reported, IncidentSpec(one, reported)) { Key = one.Key, Note = one.Note };
        if (one.Account is { } account)
        {
            yield return Account(one, Clock.At(account));
        }
    }

    private static YamlMapping IncidentSpec(Case one, DateTime reported) => new()
    {
        { "summary", one.Summary },
        { "category", one.Category },
        { "systems", one.Systems },
        { "channel", one.Channel },
        { "reportedAt", reported },
        { "respondedAt", Clock.At(one.Responded, reported) },
        { "arrivedAt", Clock.At(one.Arrived, reported) },
        { "restoredAt", Clock.At(one.Restored, reported) },
        { "resolvedAt", Clock.At(one.Resolved, reported) },
        { "onSiteNeeded", one.Arrived is not null || one.StillAwaited },
        { "interruptions", Stretch(one.Interruption, reported) },
        { "degradations", Stretch(one.Degradation, reported) },
        { "pauses", Stretch(one.Pause, reported) },
        { "seriousImpact", one.Serious ? "yes" : "no" },
        { "attributable", one.Attributable },
        { "causeCategory", one.CauseCategory },
        { "severity", one.Serious ? "urgent" : "ordinary" },
        { "securityClass", one.SecurityClass },
        { "responders", one.Responders },
        { "cause", one.Cause },
        { "handling", one.Handling },
    };

    private static IReadOnlyList<YamlMapping>? Stretch((string From, string To)? stretch, DateTime reported) => stretch is { } given
        ? [new() { { "from", Clock.At(given.From, reported) }, { "to", Clock.At(given.To, reported) } }]
        : null;

    private static SampleRecord Account(Case one, DateTime submitted) => new("FaultReport", submitted, new()
    {
        { "incident", new Reference(one.Key) },
        { "reportType", "emergency" },
        { "submittedAt", submitted },
        { "author", one.Responders[0] },
    })
    {
        Evidence =
        [
            new("report", "应急处置记录",
            [
                $"事件：{one.Summary}",
                $"报告时间：{one.Reported}；专家到场：{one.Arrived}；恢复时间：{one.Restored}",
                $"原因：{one.Cause}",
                $"按应急处置方案执行的步骤：{one.Handling}",
                $"编写：{one.Responders[0]}",
            ]),
        ],
    };
}
