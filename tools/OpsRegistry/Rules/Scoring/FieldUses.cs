using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>A field that a governance file matches on or prices by.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Name">The field.</param>
/// <param name="Place">Where the field is named.</param>
/// <param name="Values">The values named for it, each with its place.</param>
internal sealed record FieldUse(string Kind, string Name, Place Place, IReadOnlyList<(string Text, Place Place)> Values);

/// <summary>Every such field of a contract.</summary>
internal static class FieldUses
{
    /// <summary>All of them.</summary>
    public static IEnumerable<FieldUse> Of(ContractFolder folder) =>
        RecordMatches.Of(folder).SelectMany(OfMatch)
            .Concat(Governance.Deductions(folder).Select(term => term.MatchingRecords).OfType<MatchingRecords>().SelectMany(OfPrice));

    private static IEnumerable<FieldUse> OfMatch(RecordMatch match) =>
        match.Node["where"] is not MappingNode conditions ? [] :
        from entry in conditions.Entries
        let values = entry.Value is SequenceNode list ? list.Items : [entry.Value]
        select new FieldUse(match.Kind, entry.Key, entry.KeyPlace, values.OfType<ScalarNode>().Select(value => (value.Text, value.Place)).ToList());

    private static IEnumerable<FieldUse> OfPrice(MatchingRecords shape)
    {
        if (shape.PointsBy is { } points)
        {
            var values = points.Node["values"] is MappingNode mapping ? mapping.Entries.Select(entry => (entry.Key, entry.KeyPlace)).ToList() : [];
            yield return new(shape.Records.Kind, points.Field, points.PlaceOf(nameof(points.Field)), values);
        }

        if (shape.OncePer is { } once)
        {
            yield return new(shape.Records.Kind, once, shape.PlaceOf(nameof(shape.OncePer)), []);
        }

        if (shape.Times is { } times)
        {
            yield return new(shape.Records.Kind, times, shape.PlaceOf(nameof(shape.Times)), []);
        }
    }
}
