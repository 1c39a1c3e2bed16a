using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Each matching record costs points: the same for each, or by a field such as the severity.</summary>
internal sealed class MatchingRecordsShape(MatchingRecords given) : Shape<MatchingRecords>(given)
{
    public override ShapeBasis RestsOn => new() { Records = Picks, Fields = Fields().ToList() };

    public override decimal? Most(decimal marks) => Often(Given.PointsBy is { } by ? by.Values.Values.DefaultIfEmpty(0m).Max() : Given.Points ?? 0m);

    /// <summary>One draft for each record; of records that share the value of <see cref="MatchingRecords.OncePer"/> the one that costs most.</summary>
    public override ShapeResult Assess(ShapeContext context)
    {
        var priced = context.MatchingAny(Picks).Select(pair => (pair.Fact, pair.By, Points: PointsFor(pair.Fact))).ToList();
        var counted = Given.OncePer is not { } field
            ? priced
            : priced
                .GroupBy(pair => string.Join('\n', pair.Fact.Values(field)) is { Length: > 0 } value ? value : pair.Fact.Resource.Path, StringComparer.Ordinal)
                .Select(group => group.MaxBy(pair => pair.Points));
        return ShapeResult.Lose(
            from pair in counted
            where pair.Points > 0m
            let targets = TargetsBehind(pair.Fact, context)
            select new TakenPoints(pair.Points, new(() => ReasonFor(pair.Fact, targets, context)), [RecordReference.To(pair.Fact, DecidingField(pair.By))])
            {
                Targets = targets,
                CarriedFrom = pair.Fact.CarriedFrom,
                Matched = [new(pair.Fact, pair.By, PricedBy)],
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

    private IReadOnlyList<RecordMatch> Picks => [Given.Records, .. Given.OrWhen];

    private string? DecidingField(RecordMatch by) => Given.PointsBy?.Field ?? by.Where.Keys.FirstOrDefault();

    private decimal CostOf(Fact fact) => fact.Picked(Picks) is not null ? PointsFor(fact) : 0m;

    private decimal PointsFor(Fact fact)
    {
        var points = Given.PointsBy is { } by
            ? fact.Values(by.Field).Select(value => by.Values.GetValueOrDefault(value)).DefaultIfEmpty(0m).Max()
            : Given.Points ?? 0m;
        var times = Given.Times is { } field && fact.Values(field) is [var number] && decimal.TryParse(number, CultureInfo.InvariantCulture, out var count) ? count : 1m;
        return points * times * (Given.PerMissedTarget ? Math.Max(1, MissedOf(fact).Count()) : 1);
    }

    /// <summary>The targets that the records are picked by and that this one missed.</summary>
    private IEnumerable<string> MissedOf(Fact fact) =>
        Given.Records.Where.TryGetValue(MeasuredFields.MissedTargets, out var wanted) ? fact.Values(MeasuredFields.MissedTargets).Intersect(wanted.Values, StringComparer.Ordinal) : [];

    private Text ReasonFor(Fact fact, IReadOnlyList<TargetResult> targets, ShapeContext context)
    {
        var summary = RecordTitle.Compose(fact, context.Measurement.Folder.Terms);
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

    private static Fact Missing(Fact fact, IReadOnlyList<string> targets) => fact.With(targets, null);
}
