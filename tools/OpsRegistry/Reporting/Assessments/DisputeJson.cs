using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>The keys that speak of disputes: null where there is none.</summary>
internal static class DisputeJson
{
    /// <summary>What a period would be if every open dispute were upheld: <c>score</c>, <c>amount</c>, <c>band</c> and the disputes' names.</summary>
    public static void WriteRange(Utf8JsonWriter json, DisputedRange? range)
    {
        if (range is null)
        {
            json.WriteNull("ifDisputesUpheld");
            return;
        }

        json.WriteStartObject("ifDisputesUpheld");
        json.WriteString("score", range.Total?.ToString("0.00", CultureInfo.InvariantCulture));
        json.WriteString("amount", range.Amount is { } amount ? Yuan.Plain(amount) : null);
        json.WriteString("band", range.Band?.Id);
        json.WriteStartArray("open");
        foreach (var dispute in range.Open)
        {
            json.WriteStringValue(dispute.Dispute.Name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The dispute about a deduction, and the ruling on it.</summary>
    public static void WriteState(Utf8JsonWriter json, Deduction deduction)
    {
        if (deduction.Dispute is not { } state)
        {
            json.WriteNull("dispute");
            return;
        }

        json.WriteStartObject("dispute");
        json.WriteString("name", state.Dispute.Name);
        json.WriteString("path", state.Dispute.Path);
        json.WriteString("disputedOn", LocalDatePattern.Iso.Format(state.Dispute.Spec.DisputedOn));
        json.WriteString("outcome", state.Ruling is { } ruling ? YamlWord.Of(ruling.Spec.Outcome) : "open");
        json.WriteString("ruling", state.Ruling?.Path);
        json.WriteString("pointsRestored", Points.Plain(deduction.Restored));
        json.WriteEndObject();
    }
}
