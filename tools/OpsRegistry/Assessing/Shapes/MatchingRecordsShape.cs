using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Each matching record costs points: the same for each, or by a field such as the severity.</summary>
internal sealed class MatchingRecordsShape(MatchingRecords given) : Shape<MatchingRecords>(given)
{
    public override ShapeBasis RestsOn => new() { Records = [Given.Records], Fields = Fields().ToList() };

    /// <summary>One draft for each record; of records that share the value of <see cref="MatchingRecords.OncePer"/> the one that costs most.</summary>
    public override ShapeResult Assess(ShapeContext context)
    {
        var priced = context.Matching(Given.Records).Select(fact => (Fact: fact, Points: PointsFor(fact))).ToList();
        var counted = Given.OncePer is not { } field
            ? priced
            : priced
                .GroupBy(pair => string.Join('\n', pair.Fact.Values(field)) is { Length: > 0 } value ? value : pair.Fact.Resource.Path, StringComparer.Ordinal)
                .Select(group => group.MaxBy(pair => pair.Points));
        return ShapeResult.Lose(
            from pair in counted
            where pair.Points > 0m
            let targets = TargetsBehind(pair.Fact, context)
            select new TakenPoints(pair.Points, ReasonFor(pair.Fact, targets, context), [RecordReference.To(pair.Fact, DecidingField)])
            {
                Targets = targets,
                CarriedFrom = pair.Fact.CarriedFrom,
                Matched = [new(pair.Fact, Given.Records, PricedBy)],
            });
    }

    public override Loss? LossOf(Occurrence occurrence) => null;

    /// <summary>
    /// What the record costs with the limit missed, less what it costs without: a pending limit costs nothing more where the
    /// term has taken its points for another one; limits that are missed together share one loss.
    /// </summary>
    public override Loss? LossOf(Fact fact, TargetResult result)
    {
        if (!Given.Records.Where.TryGetValue(MeasuredFields.MissedTargets, out var wanted) || !wanted.Values.Contains(result.Target.Id, StringComparer.Ordinal))
        {
            return null;
        }

        var missed = fact.Values(MeasuredFields.MissedTargets);
        var without = result.State == TargetState.Missed ? missed.Except(wanted.Values, StringComparer.Ordinal).ToList() : missed;
        var points = CostOf(Missing(fact, [.. without, result.Target.Id])) - CostOf(Missing(fact, without));
        return points > 0m ? new(points, fact.Resource.Path) : null;
    }

    private IEnumerable<FieldUse> Fields()
    {
        if (Given.PointsBy is { } points)
        {
            var values = points.Node["values"] is MappingNode mapping ? mapping.Entries.Select(entry => (entry.Key, entry.KeyPlace)).ToList() : [];
            yield return new(Given.Records.Kind, points.Field, points.PlaceOf(nameof(points.Field)), values);
        }

        foreach (var (field, property) in new[] { (Given.OncePer, nameof(Given.OncePer)), (Given.Times, nameof(Given.Times)) })
        {
            if (field is not null)
            {
                yield return new(Given.Records.Kind, field, Given.PlaceOf(property), []);
            }
        }
    }

    private IReadOnlyList<string> PricedBy => [.. new[] { Given.PointsBy?.Field, Given.Times }.OfType<string>()];

    private string? DecidingField => Given.PointsBy?.Field ?? Given.Records.Where.Keys.FirstOrDefault();

    private decimal CostOf(Fact fact) => fact.Matches(Given.Records) ? PointsFor(fact) : 0m;

    private decimal PointsFor(Fact fact)
    {
        var points = Given.PointsBy is { } by
            ? fact.Values(by.Field).Select(value => by.Values.GetValueOrDefault(value)).DefaultIfEmpty(0m).Max()
            : Given.Points ?? 0m;
        var times = Given.Times is { } field && fact.Values(field) is [var number] && decimal.TryParse(number, CultureInfo.InvariantCulture, out var count) ? count : 1m;
        return points * times;
    }

    private Text ReasonFor(Fact fact, IReadOnlyList<TargetResult> targets, ShapeContext context)
    {
        var summary = RecordTitle.Compose(fact);
        if (targets.Count > 0)
        {
            return new(
                $"{summary.Zh}：未达标 {string.Join("、", targets.Select(result => result.Target.Title.Zh))}",
                $"{summary.En}: missed {string.Join(", ", targets.Select(result => result.Target.Title.En))}");
        }

        var level = Given.PointsBy is { } by ? fact.Values(by.Field).FirstOrDefault() : null;
        var title = context.Measurement.Folder.ServiceLevels?.Severities?.Levels.FirstOrDefault(item => item.Id == level)?.Title ?? Text.Same(level ?? "");
        return level is null ? summary : new($"{title.Zh}：{summary.Zh}", $"{title.En}: {summary.En}");
    }

    private List<TargetResult> TargetsBehind(Fact fact, ShapeContext context) =>
        Given.Records.Where.TryGetValue(MeasuredFields.MissedTargets, out var wanted)
            ? context.Measurement.TargetsOf(fact.Resource)
                .Where(result => wanted.Values.Contains(result.Target.Id, StringComparer.Ordinal) && fact.Values(MeasuredFields.MissedTargets).Contains(result.Target.Id, StringComparer.Ordinal))
                .ToList()
            : [];

    private static Fact Missing(Fact fact, IReadOnlyList<string> targets) => fact with
    {
        Measured = new Dictionary<string, IReadOnlyList<string>>(fact.Measured, StringComparer.Ordinal) { [MeasuredFields.MissedTargets] = targets },
    };
}
