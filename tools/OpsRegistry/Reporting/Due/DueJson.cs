using System.Text.Json;
using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Due;

/// <summary>What is due and overdue, for machines. Points and yuan are decimal strings; null where nothing names them or they are undetermined.</summary>
public static class DueJson
{
    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter output, DueList list) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("asOf", Moment.Rfc3339(list.AsOf));
        json.WriteString("until", Moment.Show(list.Until));
        json.WriteStartArray("items");
        foreach (var item in list.Items)
        {
            WriteItem(json, item);
        }

        json.WriteEndArray();
        json.WriteStartArray("together");
        foreach (var (assessment, stake) in list.AtStake)
        {
            json.WriteStartObject();
            json.WriteString("contract", assessment.Measurement.Folder.Name);
            json.WriteString("period", assessment.Period.Id);
            WriteStake(json, stake);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteItem(Utf8JsonWriter json, DueItem item)
    {
        json.WriteStartObject();
        json.WriteString("contract", item.Contract);
        json.WriteString("period", item.Assessment.Period.Id);
        json.WriteString("kind", item is DueTarget ? "target" : "obligation");
        json.WriteString("id", item.Id);
        json.WriteString("service", item.Service);
        json.WriteWords("title", item.Title);
        json.WriteString("name", item.Name);
        json.WriteString("state", item.Overdue ? "overdue" : "due");
        json.WriteString("due", Moment.Rfc3339(item.Due));
        json.WriteString("lastDay", Moment.Show(item.LastDay));
        WriteStake(json, item.Stake);
        json.WriteString("pointsPerDay", item.PointsPerDay is { } daily ? Points.Plain(daily) : null);
        json.WriteStrings("terms", item.Losses.Select(loss => loss.Term.Id));
        json.WriteStrings("clauses", item.Clauses);
        json.WriteBoolean("provisional", item.Provisional);
        json.WriteEndObject();
    }

    private static void WriteStake(Utf8JsonWriter json, Stake? stake)
    {
        json.WriteString("points", stake?.Points is { } points ? Points.Plain(points) : null);
        json.WriteString("scoreThen", stake?.Total is { } total ? Points.Plain(total) : null);
        json.WriteString("yuan", stake?.Yuan is { } yuan ? Yuan.Plain(yuan) : null);
    }
}
