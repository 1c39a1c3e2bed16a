using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// More than one tranche is marked as the one that deductions are taken from. Each would lose the whole sum, so the vendor would pay it more than once.
/// </summary>
internal sealed class SeveralTranchesTakeDeductions() : Rule("OPS534", new("多期付款都承担扣款", "several tranches take the deductions"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let taking = folder.Terms.Payments.Where(tranche => tranche.TakesDeductions).ToList()
        from tranche in taking.Skip(1)
        select At(
            tranche.PlaceOf(nameof(tranche.TakesDeductions)),
            new($"“{tranche.Id}”与“{taking[0].Id}”都承担扣款", $"'{tranche.Id}' takes the deductions that '{taking[0].Id}' takes already"),
            new("只为一期写 takesDeductions: true", "mark one tranche only with takesDeductions: true"),
            new RelatedPlace(taking[0].PlaceOf(nameof(tranche.TakesDeductions)), new("第一期", "the first")));
}
