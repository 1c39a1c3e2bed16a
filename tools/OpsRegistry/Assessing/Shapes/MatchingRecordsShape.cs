using System.Globalization;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Each matching record costs points: the same for each, or by a field such as the severity.</summary>
public static class MatchingRecordsShape
{
    /// <summary>One draft for each record; of records that share the value of <see cref="MatchingRecords.OncePer"/> the dearest one.</summary>
    public static ShapeResult Draft(MatchingRecords shape, ShapeContext context)
    {
        var priced = context.Matching(shape.Records).Select(fact => (Fact: fact, Points: PointsFor(fact, shape))).ToList();
        var counted = shape.OncePer is not { } field
            ? priced
            : priced
                .GroupBy(pair => string.Join('\n', pair.Fact.Values(field)) is { Length: > 0 } value ? value : pair.Fact.Resource.Path, StringComparer.Ordinal)
                .Select(group => group.MaxBy(pair => pair.Points));
        return ShapeResult.Of(counted.Where(pair => pair.Points > 0m).Select(pair => new Draft(pair.Points, ReasonFor(pair.Fact, shape, context), [RecordReference.To(pair.Fact, DecidingField(shape))])
        {
            Targets = TargetsBehind(pair.Fact, shape, context),
        }));
    }

    /// <summary>What one matching record costs.</summary>
    internal static decimal PointsFor(Fact fact, MatchingRecords shape)
    {
        var points = shape.PointsBy is { } by
            ? fact.Values(by.Field).Select(value => by.Values.GetValueOrDefault(value)).DefaultIfEmpty(0m).Max()
            : shape.Points ?? 0m;
        var times = shape.Times is { } field && fact.Values(field) is [var number] && decimal.TryParse(number, CultureInfo.InvariantCulture, out var count) ? count : 1m;
        return points * times;
    }

    private static string? DecidingField(MatchingRecords shape) => shape.PointsBy?.Field ?? shape.Records.Where.Keys.FirstOrDefault();

    private static Text ReasonFor(Fact fact, MatchingRecords shape, ShapeContext context)
    {
        var summary = RecordTitle.Of(fact);
        var targets = TargetsBehind(fact, shape, context).Select(result => result.Target.Title).ToList();
        if (targets.Count > 0)
        {
            return new(
                $"{summary.Zh}：未达标 {string.Join("、", targets.Select(title => title.Zh))}",
                $"{summary.En}: missed {string.Join(", ", targets.Select(title => title.En))}");
        }

        var level = shape.PointsBy is { } by ? fact.Values(by.Field).FirstOrDefault() : null;
        var title = context.Measurement.Folder.ServiceLevels?.Severities?.Levels.FirstOrDefault(item => item.Id == level)?.Title ?? Text.Same(level ?? "");
        return level is null ? summary : new($"{title.Zh}：{summary.Zh}", $"{title.En}: {summary.En}");
    }

    private static List<TargetResult> TargetsBehind(Fact fact, MatchingRecords shape, ShapeContext context) =>
        shape.Records.Where.TryGetValue(MeasuredFields.MissedTargets, out var wanted)
            ? context.Measurement.TargetsOf(fact.Resource)
                .Where(result => result.State == TargetState.Missed && wanted.Values.Contains(result.Target.Id))
                .ToList()
            : [];
}
