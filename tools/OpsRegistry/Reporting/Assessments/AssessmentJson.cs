using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A period's result for machines: keys are stable and English, decimals are strings, unknown is null.</summary>
public static class AssessmentJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one period as one object.</summary>
    public static void Write(Stream output, PeriodResult period, ReportOrigin origin, Language language)
    {
        using var json = new Utf8JsonWriter(output, Options);
        WritePeriod(json, period, origin, language);
    }

    /// <summary>Writes several periods as one array.</summary>
    public static void Write(Stream output, IReadOnlyList<PeriodResult> periods, ReportOrigin origin, Language language)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartArray();
        foreach (var period in periods)
        {
            WritePeriod(json, period, origin, language);
        }

        json.WriteEndArray();
    }

    private static void WritePeriod(Utf8JsonWriter json, PeriodResult result, ReportOrigin origin, Language language)
    {
        var assessment = result.Assessment;
        json.WriteStartObject();
        json.WriteString("contract", assessment.Measurement.Folder.Name);
        json.WriteStartObject("period");
        json.WriteString("id", result.Period.Id);
        json.WriteString("start", LocalDatePattern.Iso.Format(result.Period.Days.Start));
        json.WriteString("end", LocalDatePattern.Iso.Format(result.Period.Days.End));
        json.WriteEndObject();
        json.WriteString("asOf", Moment(assessment.Measurement.AsOf));
        json.WriteString("commit", origin.IsCommitted ? origin.Commit : null);
        json.WriteString("state", assessment.State == AssessmentState.Final ? "final" : "provisional");
        json.WriteString("score", assessment.Total?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("grade", assessment.Band?.Grade);
        json.WriteString("band", assessment.Band?.Id);
        DisputeJson.WriteRange(json, result.Disputed);
        WriteIndicators(json, assessment, language);
        WriteTargets(json, assessment);
        WriteSettlement(json, result.Settlement, language);
        WriteSensitivity(json, result, language);
        json.WriteEndObject();
    }

    private static void WriteIndicators(Utf8JsonWriter json, Assessment assessment, Language language)
    {
        json.WriteStartArray("indicators");
        foreach (var line in assessment.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("id", line.Indicator.Id);
            json.WriteString("group", line.Group.Id);
            json.WriteString("title", line.Indicator.Title.In(language));
            json.WriteString("marks", Points.Plain(line.Indicator.Marks));
            json.WriteString("floor", line.Indicator.Floor is { } floor ? Points.Plain(floor) : null);
            json.WriteString("score", line.Score is { } score ? Points.Plain(score) : null);
            json.WriteStartArray("deductions");
            foreach (var deduction in line.Deductions)
            {
                WriteDeduction(json, deduction, language);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDeduction(Utf8JsonWriter json, Deduction deduction, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", deduction.Id);
        json.WriteString("points", Points.Plain(deduction.Points));
        json.WriteString("pointsBeforeFloor", Points.Plain(deduction.PointsBeforeFloor));
        json.WriteString("clause", string.Join("; ", deduction.Clauses));
        json.WriteString("reason", deduction.Reason.In(language));
        WriteRecords(json, deduction.Records);
        WriteWords(json, "interpretations", deduction.Interpretations);
        DisputeJson.WriteState(json, deduction);
        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("sla");
        var statement = ServiceLevelStatement.Of(assessment.Measurement, assessment.Period);
        foreach (var (summary, _) in statement.Targets)
        {
            json.WriteStartObject();
            json.WriteString("id", summary.Target.Id);
            json.WriteNumber("met", summary.Met);
            json.WriteNumber("missed", summary.Missed);
            json.WriteNumber("pending", summary.Pending);
            json.WriteNumber("notMeasurable", summary.NotMeasurable);
            json.WriteBoolean("provisional", statement.IsProvisional(summary.Target));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSettlement(Utf8JsonWriter json, PeriodSettlement settlement, Language language)
    {
        json.WriteStartObject("settlement");
        WriteMoney(json, "base", settlement.Base);
        json.WriteStartArray("deductions");
        foreach (var line in settlement.Lines)
        {
            json.WriteStartObject();
            json.WriteString("id", line.Id);
            json.WriteString("reason", line.Reason.In(language));
            WriteMoney(json, "amount", line.Amount);
            json.WriteString("clause", string.Join("; ", line.Clauses));
            WriteRecords(json, line.Records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteMoney(json, "total", settlement.Total);
        json.WriteEndObject();
    }

    private static void WriteSensitivity(Utf8JsonWriter json, PeriodResult result, Language language)
    {
        json.WriteStartArray("sensitivity");
        foreach (var row in result.Sensitivity)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Interpretation.Key);
            json.WriteString("option", row.Option.Id);
            json.WriteString("title", row.Option.Title.In(language));
            json.WriteString("score", row.Total?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
            WriteMoney(json, "amount", row.Amount);
            json.WriteBoolean("changesBand", row.ChangesBand);
            json.WriteBoolean("needsDecision", row.NeedsDecision);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRecords(Utf8JsonWriter json, IReadOnlyList<RecordReference> records)
    {
        json.WriteStartArray("records");
        foreach (var record in records)
        {
            json.WriteStartObject();
            json.WriteString("path", record.Path);
            json.WriteNumber("line", record.Line);
            json.WriteString("blob", record.Blob);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, string key, IEnumerable<string> words)
    {
        json.WriteStartArray(key);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void WriteMoney(Utf8JsonWriter json, string key, decimal? amount) =>
        json.WriteString(key, amount is { } known ? Yuan.Plain(known) : null);

    private static string Moment(Instant instant) => OffsetDateTimePattern.Rfc3339.Format(instant.WithOffset(BeijingTime.Offset));
}
