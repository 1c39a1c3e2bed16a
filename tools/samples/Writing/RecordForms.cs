namespace OpsRegistry.Samples.Writing;

/// <summary>Records of kinds that more than one contract has, from the words of a story's table.</summary>
internal static class RecordForms
{
    /// <summary>A request; times without a day are of the day on which it was made.</summary>
    public static SampleRecord Request(string type, string summary, string requested, string? responded, string? completed, string? planned = null) =>
        new("ServiceRequest", Clock.At(requested), new()
        {
            { "summary", summary },
            { "requestType", type },
            { "requestedAt", Clock.At(requested) },
            { "respondedAt", Clock.At(responded, Clock.At(requested)) },
            { "plannedAt", Clock.At(planned, Clock.At(requested)) },
            { "completedAt", Clock.At(completed, Clock.At(requested)) },
        });

    /// <summary>A report on the service with its document; what it covers is words, or the record that it answers.</summary>
    public static SampleRecord Report(string type, string on, object covers, string title, params string[] lines) =>
        new("ServiceReport", Clock.Start(Clock.Day(on)), new() { { "reportType", type }, { "submittedOn", Clock.Day(on) }, { "covers", covers } })
        {
            Evidence = [new("report", title, [$"提交日期：{on}", .. lines])],
        };

    /// <summary>A training.</summary>
    public static SampleRecord Training(string on, string subject, string audience, int attendees, params string[] trainers) =>
        new("Training", Clock.Start(Clock.Day(on)), new()
        {
            { "performedOn", Clock.Day(on) },
            { "subject", subject },
            { "audience", audience },
            { "attendees", attendees },
            { "trainers", trainers },
        });

    /// <summary>A hole that was planned for, consented to and closed.</summary>
    public static SampleRecord Hole(string found, string summary, string planned, string consented, string completed, params string[] systems) =>
        new("Vulnerability", Clock.At(found), new()
        {
            { "summary", summary },
            { "requestedAt", Clock.At(found) },
            { "plannedAt", Clock.At(planned) },
            { "consentedAt", Clock.At(consented) },
            { "completedAt", Clock.At(completed) },
            { "systems", systems },
        });

    /// <summary>A change; a major one carries risk, way back, feasibility and resources, in this order.</summary>
    public static SampleRecord Change(string summary, string filed, string consented, string started, string finished, params string[] statements) =>
        new("Change", Clock.At(started), new()
        {
            { "summary", summary },
            { "major", statements.Length == 4 },
            { "filedAt", Clock.At(filed) },
            { "startedAt", Clock.At(started) },
            { "finishedAt", Clock.At(finished) },
            { "risk", statements.ElementAtOrDefault(0) },
            { "rollback", statements.ElementAtOrDefault(1) },
            { "feasibility", statements.ElementAtOrDefault(2) },
            { "resources", statements.ElementAtOrDefault(3) },
            { "consentedAt", Clock.At(consented) },
        });

    /// <summary>An inspection.</summary>
    public static SampleRecord Inspection(string type, DateOnly day, string inspector, string[] systems, params InspectedItem[] items) =>
        new("Inspection", Clock.Start(day), new()
        {
            { "inspectionType", type },
            { "performedOn", day },
            { "inspector", inspector },
            { "systems", systems },
            { "items", items.Select(item => item.Mapping).ToList() },
        });
}
