using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// An invoice or a payment is for a tranche that the contract does not have, so no tranche would ever count as invoiced or paid by it.
/// </summary>
internal sealed class UnknownTranche() : Rule("OPS217", new("引用了不存在的付款期次", "unknown tranche"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = folder.Terms.Payments.Select(tranche => tranche.Id).ToList()
        from reference in folder.Of<Invoice>().Select(invoice => (invoice.Spec.Tranche, Place: invoice.Spec.PlaceOf(nameof(Invoice.Tranche))))
            .Concat(folder.Of<Payment>().Select(payment => (payment.Spec.Tranche, Place: payment.Spec.PlaceOf(nameof(Payment.Tranche)))))
        where !known.Contains(reference.Tranche)
        let fault = UnknownName.Describe(new("付款期次", "tranche"), reference.Tranche, known)
        select At(reference.Place, fault.Message, fault.Help);
}
