using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A deduction on records has neither points nor points by a field, or both; a priced event neither an amount nor a share, or both.
/// </summary>
internal sealed class NotOnePrice() : Rule("OPS511", new("没有恰好一种计价", "not exactly one price"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from priced in Governance.Deductions(folder)
            .Where(term => term.MatchingRecords is not null)
            .Select(term => (term.Id, term.MatchingRecords!.Place, First: term.MatchingRecords.Points is not null, Second: term.MatchingRecords.PointsBy is not null, Names: "points / pointsBy"))
            .Concat(Governance.Scorecards(folder).SelectMany(scorecard => scorecard.Settlement?.PricedEvents ?? [])
                .Select(item => (item.Id, Place: item.PlaceOf(nameof(item.Id)), First: item.Amount is not null, Second: item.Share is not null, Names: "amount / share")))
        where priced.First == priced.Second
        select At(
            priced.Place,
            priced.First
                ? new($"“{priced.Id}”同时写了 {priced.Names}", $"'{priced.Id}' has both of {priced.Names}")
                : new($"“{priced.Id}”没有写 {priced.Names}", $"'{priced.Id}' has neither of {priced.Names}"),
            new("两者写且只写一个", "give exactly one of the two"));
}
