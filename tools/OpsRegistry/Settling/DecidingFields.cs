using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>A field of a kind of record that points, outcomes or yuan of a contract go by.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="Key">The field's key under <c>spec:</c>.</param>
internal readonly record struct DecidingField(string Kind, string Key);

/// <summary>
/// The fields that decide in a contract: all that its own files pick, price, grade or time records by, under any reading of them. Whatever is measured
/// stands for what it is measured from. Points of time are not among them: they are facts, which both parties correct by an amendment.
/// </summary>
internal static class DecidingFields
{
    /// <summary>The deciding fields of a contract.</summary>
    public static IReadOnlySet<DecidingField> Of(ContractFolder folder)
    {
        var governance = new ContractFolder(folder.Contract, folder.Resources.Where(resource => resource.Kind.Area == Area.Governance).ToList());
        return Readings.Alternatives(governance).Prepend(governance)
            .SelectMany(OfReading)
            .Where(field => Kinds.Named(field.Kind) is { Area: Area.Records } kind && kind.Field(field.Key) is not null)
            .ToHashSet();
    }

    private static IEnumerable<DecidingField> OfReading(ContractFolder folder) =>
    [
        .. FieldUses.Of(folder).SelectMany(OfUse),
        .. Governance.Levels(folder).SelectMany(levels => levels.Severities?.Reads() ?? []).Select(OfIncident),
        .. Governance.Levels(folder).SelectMany(levels => levels.Availability).Select(_ => OfIncident(Bound.KeyOf(nameof(Incident.Interruptions)))),
        .. Governance.Targets(folder).SelectMany(OfTarget),
        .. Governance.Obligations(folder).SelectMany(OfObligation),
    ];

    private static IEnumerable<DecidingField> OfUse(Assessing.Shapes.FieldUse use) =>
    [
        new(use.Kind, use.Name),
        .. use.Name == MeasuredFields.DueState ? [new(use.Kind, Bound.KeyOf(nameof(ServiceRequest.DueOn)))] : Array.Empty<DecidingField>(),
    ];

    private static IEnumerable<DecidingField> OfTarget(TargetTerms target) =>
    [
        .. target.Pauses ? [OfIncident(Bound.KeyOf(nameof(Incident.Pauses)))] : Array.Empty<DecidingField>(),
        .. target.Metric == Metric.Report ? [new(nameof(FaultReport), Bound.KeyOf(nameof(FaultReport.ReportType)))] : Array.Empty<DecidingField>(),
        .. target.Metric == Metric.Rectification ? [new(nameof(Acceptance), Bound.KeyOf(nameof(Acceptance.Accepted)))] : Array.Empty<DecidingField>(),
    ];

    private static IEnumerable<DecidingField> OfObligation(Obligation obligation) =>
    [
        .. obligation.Recurrence is { Calls: { } call, CountField: { } count } ? [new(call.Kind, count)] : Array.Empty<DecidingField>(),
        .. obligation.Recurrence.Refers is { } refers ? obligation.FulfilledBy.Select(match => new DecidingField(match.Kind, refers)) : [],
    ];

    private static DecidingField OfIncident(string key) => new(nameof(Incident), key);
}
