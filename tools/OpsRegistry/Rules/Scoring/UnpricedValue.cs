using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Points go by a field's value, and one of its values has no points. A record with that value would cost nothing in silence.
/// </summary>
internal sealed class UnpricedValue() : Rule("OPS517", new("有取值没有定分", "value without points"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from term in Governance.Deductions(folder)
        where term.MatchingRecords?.PointsBy is not null
        let records = term.MatchingRecords!.Records
        let points = term.MatchingRecords!.PointsBy!
        let words = FieldWords.List(folder, records.Kind, points.Field) ?? []
        let picked = records.Where.TryGetValue(points.Field, out var values) ? words.Intersect(values.Values).ToList() : words
        let unpriced = picked.Where(word => !points.Values.ContainsKey(word)).ToList()
        where unpriced.Count > 0
        select At(
            points.PlaceOf(nameof(points.Values)),
            new($"字段“{points.Field}”的取值没有定分：{Shown.Show(unpriced).Zh}", $"no points for '{points.Field}' {Shown.Show(unpriced).En}"),
            new("为每个取值写明分数，不扣分写 0", "give points for each value, 0 where none are lost"));
}
