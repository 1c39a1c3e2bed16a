using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The shares of the tranches do not add up to the whole contract total.
/// </summary>
internal sealed class TrancheSharesDoNotAddUp() : Rule("OPS530", new("各期付款比例之和不为 1", "tranches' shares do not add up to 1"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let payments = folder.Terms.Payments
        where payments.Count > 0
        let sum = payments.Sum(tranche => tranche.Share)
        where sum != 1
        select At(
            folder.Terms.PlaceOf(nameof(Contract.Payments)),
            new($"各期付款比例合计 {Shown.Show(sum)}", $"shares of the tranches add up to {Shown.Show(sum)}"),
            new("改正比例，使合计为 1", "correct the shares so that they add up to 1"),
            [.. payments.Select(tranche => new RelatedPlace(tranche.PlaceOf(nameof(tranche.Share)), new($"“{tranche.Id}”{Shown.Show(tranche.Share)}", $"'{tranche.Id}' has {Shown.Show(tranche.Share)}")))]);
}
