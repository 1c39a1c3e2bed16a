using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The scorecard costs money and no tranche is marked as the one that deductions are taken from.
/// </summary>
internal sealed class NoTrancheTakesDeductions() : Rule("OPS531", new("没有承担扣款的付款期次", "no tranche takes the deductions"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let costs = Governance.Scorecards(folder).Any(scorecard => scorecard.Settlement is not null || scorecard.Bands.Any(band => band.Share > 0))
        where costs && folder.Terms.Payments.Count > 0 && !folder.Terms.Payments.Any(tranche => tranche.TakesDeductions)
        select At(
            folder.Terms.PlaceOf(nameof(Contract.Payments)),
            new("评分表有扣款，但没有任何一期付款承担", "scorecard costs money and no tranche takes deductions"),
            new("为承担扣款的期次写 takesDeductions: true", "mark the tranche with takesDeductions: true"));
}
