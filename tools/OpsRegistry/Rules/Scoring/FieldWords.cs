using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>The fields that can be matched on, and what they can hold.</summary>
internal static class FieldWords
{
    /// <summary>The fields of a kind of record, with those that measuring adds.</summary>
    public static IReadOnlyList<string> FieldsOf(string kind) => Kinds.Named(kind) is { } known
        ? known.Fields.Where(field => field.IsPlain).Select(field => field.Key).Concat(MeasuredFields.List(kind)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
        : [];

    /// <summary>What a field of a kind can hold in this contract; null when any text may stand there.</summary>
    public static IReadOnlyList<string>? List(ContractFolder folder, string kind, string field) => (kind, field) switch
    {
        ("Incident", MeasuredFields.Severity) => LevelsOf(folder),
        (_, MeasuredFields.MissedTargets) => Governance.Targets(folder).Select(target => target.Id).Distinct(StringComparer.Ordinal).ToList(),
        (_, MeasuredFields.Handled) => ["true", "false"],
        ("ServiceRequest", MeasuredFields.DueState) => ["met", "missed", "pending", "none"],
        ("Satisfaction", MeasuredFields.Goal) => ["met", "missed", "none"],
        ("CommitmentStatus", "commitment") => folder.Terms.Commitments.Select(commitment => commitment.Id).ToList(),
        ("Invoice" or "Payment", "tranche") => folder.Terms.Payments.Select(tranche => tranche.Id).ToList(),
        _ => Kinds.Named(kind)?.Field(field)?.Words,
    };

    // A contract without levels leaves the word to the submitter.
    private static List<string>? LevelsOf(ContractFolder folder)
    {
        var levels = Governance.Levels(folder).SelectMany(file => file.Severities?.Levels ?? []).Select(level => level.Id).Distinct(StringComparer.Ordinal).ToList();
        return levels.Count == 0 ? null : levels;
    }
}
