using System.Text.Json;
using NodaTime;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Clocks;

/// <summary>The answer of a clock for machines. Keys are stable and English; times are RFC 3339 with +08:00.</summary>
public static class ClockJson
{
    /// <summary>Writes by when a limit is due.</summary>
    public static void WriteDeadline(TextWriter output, ClockQuestion question, DueTime due, bool provisional) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        WriteQuestion(json, question);
        json.WriteString("amount", due.Limit.ToString());
        json.WriteString("deadline", Moment.Rfc3339(due.At));
        if (due.Limit.Unit != AmountUnit.Time)
        {
            json.WriteString("lastDay", Moment.Show(BeijingTime.DateEndingAt(due.At)));
        }

        WriteProof(json, question, provisional, due.Segments);
        json.WriteEndObject();
    });

    /// <summary>Writes how much time went by; <c>met</c> only where a limit was named.</summary>
    public static void WriteElapsed(
        TextWriter output, ClockQuestion question, Instant end, ElapsedTime elapsed, Amount? limit, bool provisional) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        WriteQuestion(json, question);
        json.WriteString("end", Moment.Rfc3339(end));
        WriteAmount(json, elapsed);
        if (limit is not null)
        {
            json.WriteString("limit", limit.ToString());
            json.WriteBoolean("met", elapsed.Meets(limit));
        }

        WriteProof(json, question, provisional, elapsed.Segments);
        json.WriteEndObject();
    });

    private static void WriteQuestion(Utf8JsonWriter json, ClockQuestion question)
    {
        json.WriteString("start", Moment.Rfc3339(question.Start));
        json.WriteWords("clock", question.Clock.Describe());
    }

    private static void WriteAmount(Utf8JsonWriter json, ElapsedTime elapsed)
    {
        json.WriteString("elapsed", elapsed.Counted.ToString());
        switch (elapsed.Counted.Unit)
        {
            case AmountUnit.Time:
                json.WriteNumber("minutes", decimal.Round(elapsed.Counted.Time.ToInt64Nanoseconds() / 60_000_000_000m, 6) / 1.000000m);
                break;
            case AmountUnit.Months:
                json.WriteNumber("months", elapsed.Counted.Count);
                json.WriteNumber("completed", elapsed.Completed.Count);
                break;
            default:
                json.WriteNumber("days", elapsed.Counted.Count);
                json.WriteNumber("completed", elapsed.Completed.Count);
                break;
        }
    }

    private static void WriteProof(Utf8JsonWriter json, ClockQuestion question, bool provisional, IReadOnlyList<ClockSegment> segments)
    {
        json.WriteBoolean("provisional", provisional);
        json.WriteStrings("calendar", question.Calendar.Versions);
        json.WriteStartArray("segments");
        foreach (var segment in segments)
        {
            WriteSegment(json, segment);
        }

        json.WriteEndArray();
    }

    private static void WriteSegment(Utf8JsonWriter json, ClockSegment segment)
    {
        json.WriteStartObject();
        json.WriteString("from", Moment.Rfc3339(segment.From));
        json.WriteString("to", Moment.Rfc3339(segment.To));
        json.WriteBoolean("counts", segment.Counts);
        json.WriteString("reason", JsonNamingPolicy.CamelCase.ConvertName(segment.Reason.ToString()));
        if (segment.Day is { } day)
        {
            json.WriteString("day", JsonNamingPolicy.CamelCase.ConvertName(day.Reason.ToString()));
            json.WriteString("name", day.Name);
            json.WriteString("notice", day.Notice);
            json.WriteBoolean("provisional", day.Provisional);
        }

        json.WriteEndObject();
    }
}
