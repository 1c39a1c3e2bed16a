using NodaTime;

namespace OpsRegistry.Tests.Scoring;

/// <summary>Writes records of an invented vendor as YAML, as few lines as the schemas allow.</summary>
internal sealed class RecordText(string contract, string person, string system)
{
    /// <summary>An attributable or foreign fault whose service came back when its last interruption ended.</summary>
    public (string Kind, LocalDate Day, string Spec) Fault(LocalDateTime reported, int respondedAfter, bool serious, bool attributable, params (int From, int To)[] interruptions)
    {
        var spans = interruptions.Select(span => $"\n  - from: {At(reported.PlusMinutes(span.From))}\n    to: {At(reported.PlusMinutes(span.To))}");
        var restored = At(reported.PlusMinutes(interruptions.Max(span => span.To)));
        return ("incident", reported.Date, $"""
            summary: 故障
            category: fault
            systems: [{system}]
            channel: phone
            reportedAt: {At(reported)}
            respondedAt: {At(reported.PlusMinutes(respondedAfter))}
            restoredAt: {restored}
            resolvedAt: {restored}
            seriousImpact: "{(serious ? "yes" : "no")}"
            attributable: {(attributable ? "true" : "false")}
            causeCategory: defect
            responders: [{person}]
            interruptions:{string.Concat(spans)}
            """);
    }

    /// <summary>A fault with the stamps that are given, e.g. <c>respondedAt</c>.</summary>
    public (string Kind, LocalDate Day, string Spec) Reported(LocalDateTime reported, params (string Stamp, LocalDateTime? At)[] stamps) => ("incident", reported.Date, $"""
        summary: 故障
        category: fault
        systems: [{system}]
        channel: phone
        reportedAt: {At(reported)}
        attributable: true
        causeCategory: defect{string.Concat(stamps.Select(stamp => stamp.At is { } at ? $"\n{stamp.Stamp}: {At(at)}" : ""))}
        """);

    public (string Kind, LocalDate Day, string Spec) AnalysisReport(string incident, LocalDate day) =>
        ("fault-report", day, $"incident: {incident}\nreportType: analysis\nsubmittedAt: {At(day.At(new LocalTime(10, 0)))}\nauthor: {person}");

    public (string Kind, LocalDate Day, string Spec) Inspection(LocalDate day) => ("inspection", day, $"""
        inspectionType: routine
        performedOn: {Iso(day)}
        inspector: {person}
        systems: [{system}]
        items:
          - item: 日志
            result: normal
        evidence:
          - role: report
            file: {Iso(day)}.txt
            sha256: "{new string('0', 64)}"
        """);

    public (string Kind, LocalDate Day, string Spec) Unreachable(LocalDate day) =>
        ("attendance", day, $"event: unreachable\nperson: {person}\nnotedAt: {At(day.At(new LocalTime(22, 0)))}");

    public static (string Kind, LocalDate Day, string Spec) DefectAnalysis(LocalDate day) => ("defect-analysis", day, $"""
        submittedOn: {Iso(day)}
        defectsFound: 0
        risksFound: 0
        measures: 无
        evidence:
          - role: report
            file: {Iso(day)}.txt
            sha256: "{new string('0', 64)}"
        """);

    /// <summary>The file of a record.</summary>
    public KeyValuePair<string, string> File((string Kind, LocalDate Day, string Spec) record, string name)
    {
        var kind = string.Concat(record.Kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var spec = record.Spec.Replace("\n", "\n  ", StringComparison.Ordinal);
        return new(
            $"ops-registry/contracts/{contract}/records/{record.Day.Year}/{record.Day.Month:00}/{name}.yaml",
            $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata:\n  name: {name}\n  contract: {contract}\n  provenance: sample\nspec:\n  {spec}\n");
    }

    private static string At(LocalDateTime local) => local.ToString("uuuu-MM-dd'T'HH:mm:ss'+08:00'", null);

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", null);
}
