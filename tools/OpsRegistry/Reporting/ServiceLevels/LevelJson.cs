using System.Globalization;
using System.Text.Json;
using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Clocks;

namespace OpsRegistry.Reporting.ServiceLevels;

/// <summary>How limits were kept, for machines. An attainment of null means that nothing was measurable; shares are decimal strings.</summary>
public static class LevelJson
{
    /// <summary>Writes periods as a list.</summary>
    public static void Write(TextWriter output, IEnumerable<ServiceLevelStatement> statements) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var statement in statements)
        {
            WriteStatement(json, statement);
        }

        json.WriteEndArray();
    });

    private static void WriteStatement(Utf8JsonWriter json, ServiceLevelStatement statement)
    {
        json.WriteStartObject();
        json.WriteString("contract", statement.Measurement.Folder.Name);
        json.WriteStartObject("period");
        json.WriteString("id", statement.Period.Id);
        json.WriteString("start", Moment.Show(statement.Period.Days.Start));
        json.WriteString("end", Moment.Show(statement.Period.Days.End));
        json.WriteEndObject();
        json.WriteString("asOf", Moment.Rfc3339(statement.Measurement.AsOf));
        json.WriteString("state", statement.Runs ? "provisional" : "final");
        json.WriteStrings("calendar", statement.Measurement.Calendar.Versions);
        json.WriteStartArray("targets");
        foreach (var (summary, service) in statement.Targets)
        {
            WriteTarget(json, statement, summary, service);
        }

        json.WriteEndArray();
        json.WriteStartArray("availability");
        foreach (var line in statement.Availability)
        {
            WriteAvailability(json, line);
        }

        json.WriteEndArray();
        WriteResults(json, "missed", statement.In(TargetState.Missed));
        WriteResults(json, "pending", statement.In(TargetState.Pending));
        WriteResults(json, "notMeasurable", statement.In(TargetState.NotMeasurable));
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, ServiceLevelStatement statement, TargetSummary summary, string? service)
    {
        json.WriteStartObject();
        json.WriteString("id", summary.Target.Id);
        json.WriteString("service", service);
        json.WriteWords("title", summary.Target.Title);
        json.WriteString("limit", summary.Target.Limit);
        json.WriteWords("clock", LevelWords.Clock(summary.Target, statement.Measurement.Clocks));
        json.WriteNumber("met", summary.Met);
        json.WriteNumber("missed", summary.Missed);
        json.WriteNumber("pending", summary.Pending);
        json.WriteNumber("notMeasurable", summary.NotMeasurable);
        json.WriteNumber("denominator", summary.Met + summary.Missed);
        json.WriteString("attainment", Exact(summary.Attainment));
        json.WriteBoolean("provisional", statement.IsProvisional(summary.Target));
        json.WriteStrings("clauses", summary.Target.Clauses);
        json.WriteEndObject();
    }

    private static void WriteAvailability(Utf8JsonWriter json, AvailabilityLine line)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Terms.Id);
        json.WriteWords("title", line.Terms.Title);
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(line.State.ToString()));
        json.WriteString("target", Exact(line.Terms.Target));
        json.WriteString("share", Exact(line.Result?.Share));
        json.WriteString("outageSeconds", Seconds(line.Result?.Outage));
        json.WriteString("allowedSeconds", Seconds(line.Result?.Allowed));
        json.WriteString("wholeSeconds", Seconds(line.Result?.Whole));
        json.WriteString("longestSeconds", Seconds(line.Result?.LongestFault));
        json.WriteString("longestAllowedSeconds", Seconds(line.Terms.LongestFault));
        json.WriteStrings("records", (line.Result?.Incidents ?? []).Select(fact => fact.Resource.Name));
        json.WriteStrings("excluded", (line.Result?.Excluded ?? []).Select(fact => fact.Resource.Name));
        json.WriteStrings("clauses", line.Terms.Clauses);
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, string name, IEnumerable<TargetResult> results)
    {
        json.WriteStartArray(name);
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("record", result.Resource.Name);
            json.WriteString("path", result.Resource.Path);
            json.WriteString("target", result.Target.Id);
            json.WriteString("start", result.Start is { } start ? Moment.Rfc3339(start) : null);
            json.WriteString("due", result.Due is { } due ? Moment.Rfc3339(due) : null);
            json.WriteString("end", result.End is { } end ? Moment.Rfc3339(end) : null);
            json.WriteString("elapsed", result.Elapsed?.Counted.ToString());
            json.WriteWords("reason", result.Reason);
            json.WriteBoolean("provisional", result.Provisional);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Exact(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string? Seconds(Duration? length) => Exact(length?.ToInt64Nanoseconds() / 1_000_000_000m);
}
