using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Lists;

/// <summary>What a list says of a service: as printed, null where the source prints nothing.</summary>
public static class ServiceJson
{
    /// <summary>Writes the fields into an object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="id">The file's name, which records refer to.</param>
    /// <param name="service">The service.</param>
    public static void WriteFields(Utf8JsonWriter json, string id, Service service)
    {
        json.WriteString("id", id);
        json.WriteString("section", service.Section);
        json.WriteNumber("number", service.Number);
        json.WriteString("name", service.Title);
        json.WriteStartObject("term");
        WriteDays(json, service.Term?.Start, service.Term?.End);
        json.WriteEndObject();
        json.WriteStartArray("licences");
        foreach (var licence in service.Licences)
        {
            json.WriteStartObject();
            json.WriteString("what", licence.What);
            WriteDays(json, licence.Start, licence.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("window", service.Window);
        json.WriteNumber("targets", service.Targets.Count);
        json.WriteNumber("obligations", service.Obligations.Count);
    }

    private static void WriteDays(Utf8JsonWriter json, LocalDate? start, LocalDate? end)
    {
        json.WriteString("start", Iso(start));
        json.WriteString("end", Iso(end));
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
