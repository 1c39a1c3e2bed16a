using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>What of a contract a shape rests on: rules check it, and the readings of it are named with the deduction.</summary>
internal sealed record ShapeBasis
{
    /// <summary>The obligations that it names.</summary>
    public IReadOnlyList<Located<string>> Obligations { get; init; } = [];

    /// <summary>The targets that it names.</summary>
    public IReadOnlyList<Located<string>> Targets { get; init; } = [];

    /// <summary>The aggregate targets that it names.</summary>
    public IReadOnlyList<Located<string>> Aggregates { get; init; } = [];

    /// <summary>The records that it picks.</summary>
    public IReadOnlyList<RecordMatch> Records { get; init; } = [];

    /// <summary>The fields of these records that its points go by, beside those that pick them.</summary>
    public IReadOnlyList<FieldUse> Fields { get; init; } = [];

    /// <summary>True where records of earlier periods count too.</summary>
    public bool ReachesBack { get; init; }

    /// <summary>The parts of the governance files, as paths of ids.</summary>
    /// <param name="levels">The contract's service levels; null where it has none.</param>
    public IEnumerable<string> Parts(ServiceLevels? levels)
    {
        var missed = Records.SelectMany(match => match.Where.TryGetValue(MeasuredFields.MissedTargets, out var ids) ? ids.Values : []);
        var fields = Records.SelectMany(match => match.Where.Keys).Concat(Fields.Select(use => use.Name));
        return
        [
            .. Obligations.Select(obligation => $"obligations/items/{obligation.Value}"),
            .. Aggregates.Select(aggregate => $"service-levels/aggregates/{aggregate.Value}"),
            .. fields.Contains(MeasuredFields.Severity) ? ["service-levels/severities"] : Array.Empty<string>(),
            .. Targets.Select(target => target.Value).Concat(missed).SelectMany(target => PartsOf(target, levels)),
        ];
    }

    private static IEnumerable<string> PartsOf(string target, ServiceLevels? levels) =>
        levels?.Targets.FirstOrDefault(item => item.Id == target)?.Window is { } window
            ? [$"service-levels/targets/{target}", $"service-levels/windows/{window}"]
            : [$"service-levels/targets/{target}"];
}

/// <summary>A field that a governance file matches on or prices by.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Name">The field.</param>
/// <param name="Place">Where the field is named.</param>
/// <param name="Values">The values named for it, each with its place.</param>
internal sealed record FieldUse(string Kind, string Name, Place Place, IReadOnlyList<(string Text, Place Place)> Values);
