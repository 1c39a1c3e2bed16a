using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The invoices or the payments for a tranche add up to more than its share of the contract total.
/// </summary>
internal sealed class TrancheOverdrawn() : Rule("OPS532", new("开票或付款超过该期金额", "tranche invoiced or paid beyond its amount"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Terms.Amount is not null
        let total = folder.Terms.Amount!.Value
        let moved = folder.Of<Invoice>().Select(invoice => (invoice.Spec.Tranche, invoice.Spec.Amount, Kind: "Invoice", Place: invoice.Spec.PlaceOf(nameof(Invoice.Amount)), invoice.Path))
            .Concat(folder.Of<Payment>().Select(payment => (payment.Spec.Tranche, payment.Spec.Amount, Kind: "Payment", Place: payment.Spec.PlaceOf(nameof(Payment.Amount)), payment.Path)))
            .ToLookup(item => (item.Tranche, item.Kind))
        from drawn in moved
        from tranche in folder.Terms.Payments.Where(tranche => tranche.Id == drawn.Key.Tranche)
        let sum = drawn.Sum(item => item.Amount)
        where sum > tranche.Share * total
        let last = drawn.OrderBy(item => item.Path, StringComparer.Ordinal).Last()
        let kind = drawn.Key.Kind
        select At(
            last.Place,
            new(
                $"“{tranche.Id}”的{Kinds.Named(kind)!.Title.Zh}合计 {Shown.Show(sum)} 元，超过该期的 {Shown.Show(tranche.Share * total)} 元",
                $"{Kinds.Named(kind)!.Title.En}s for '{tranche.Id}' add up to {Shown.Show(sum)} yuan, more than its {Shown.Show(tranche.Share * total)}"),
            new("改正金额或期次", "correct the amount or the tranche"),
            new RelatedPlace(tranche.PlaceOf(nameof(tranche.Share)), new("该期比例", "its share")));
}
