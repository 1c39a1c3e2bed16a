using System.Text.Json;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Staffing;

/// <summary>Contracts' posts for machines: keys are stable and English, both days of a span are included.</summary>
public static class StaffingJson
{
    /// <summary>Writes the posts of contracts as one array.</summary>
    public static void Write(TextWriter output, IReadOnlyList<(ContractFolder Folder, IReadOnlyList<StaffingDays> Staffing)> contracts) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var (folder, staffing) in contracts)
        {
            json.WriteStartObject();
            json.WriteString("contract", folder.Name);
            json.WriteStartArray("requirements");
            foreach (var post in staffing)
            {
                WritePost(json, post);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WritePost(Utf8JsonWriter json, StaffingDays staffing)
    {
        var requirement = staffing.Requirement;
        json.WriteStartObject();
        json.WriteString("id", requirement.Id);
        json.WriteString("post", requirement.Post);
        json.WriteWords("title", requirement.Title);
        json.WriteNumber("headcount", requirement.Headcount);
        json.WriteStrings("clauses", requirement.Clauses);
        json.WriteStartArray("holders");
        foreach (var holding in staffing.Holdings)
        {
            json.WriteStartObject();
            json.WriteString("person", holding.Assignment.Spec.Person);
            json.WriteString("assignment", holding.Assignment.Name);
            WriteDays(json, holding.Days);
            json.WriteStartArray("lacks");
            foreach (var fault in holding.Faults)
            {
                json.WriteStartObject();
                json.WriteString("what", YamlWord.Of(fault.Lacks));
                WriteDays(json, fault.Days);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteGaps(json, "tooFew", staffing.TooFew);
        WriteGaps(json, "tooFewQualified", staffing.TooFewQualified);
        json.WriteEndObject();
    }

    private static void WriteGaps(Utf8JsonWriter json, string name, IReadOnlyList<StaffingGap> gaps)
    {
        json.WriteStartArray(name);
        foreach (var gap in gaps)
        {
            json.WriteStartObject();
            WriteDays(json, gap.Days);
            json.WriteNumber("found", gap.Found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDays(Utf8JsonWriter json, DateSpan days)
    {
        json.WriteString("from", Moment.Show(days.Start));
        json.WriteString("through", Moment.Show(days.End.PlusDays(-1)));
    }
}
