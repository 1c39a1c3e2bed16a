using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A protected field is changed as an amendment says, and the amendment lacks the consent of a party. Until both consent it is a proposal.
/// </summary>
internal sealed class AmendmentNotAgreed() : PolicyRule("OPS623", new("更正未经双方同意", "amendment without both consents"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from item in AmendmentUse.Collect(change)
        where item.Use.Verdict == AmendmentVerdict.NotAgreed
        let amendment = item.Use.Amendment!.Value
        let missing = amendment.Spec.VendorConsent is null ? new Text("供应商", "the vendor") : new Text("采购人", "the purchaser")
        select At(
            item.Field.Place,
            new($"“{item.Record.Either.Name}”的 {item.Field.Field} 按“{amendment.Name}”改动，而{missing.Zh}尚未同意", $"'{item.Field.Field}' of '{item.Record.Either.Name}' changes by '{amendment.Name}', to which {missing.En} has not consented"),
            new("先取得双方同意，再改动记录", "get both consents before the record is changed"),
            new RelatedPlace(amendment.Place, new("更正", "the amendment")));
}
