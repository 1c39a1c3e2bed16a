using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A dispute, a consent, a determination or a ruling is signed by a person of the other party. A vendor cannot rule on its own dispute, nor consent for the purchaser.
/// </summary>
internal sealed class ClaimByWrongSide() : Rule("OPS555", new("由另一方的人签署", "signed by a person of the other party"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from signature in folder.Resources.SelectMany(resource => SignaturesOf(resource.Spec))
        let employer = folder.Find<Person>(signature.By)?.Spec.Employer
        let party = signature.Vendor ? folder.Terms.Vendor : folder.Terms.Purchaser
        where employer is not null && employer != party
        select At(
            signature.Place,
            new($"“{signature.By}”属于“{employer}”，此处应由“{party}”的人员签署", $"'{signature.By}' belongs to '{employer}', and a person of '{party}' is needed here"),
            new("改为该方的岗位代号", "give a role code of that party"));

    private static IEnumerable<(string By, Place Place, bool Vendor)> SignaturesOf(Spec spec) => spec switch
    {
        Dispute dispute => [(dispute.DisputedBy, dispute.PlaceOf(nameof(dispute.DisputedBy)), true)],
        Determination determination => [(determination.DeterminedBy, determination.PlaceOf(nameof(determination.DeterminedBy)), false)],
        Ruling ruling => [(ruling.DecidedBy, ruling.PlaceOf(nameof(ruling.DecidedBy)), false)],
        Amendment amendment =>
            from consent in new[] { (Given: amendment.VendorConsent, Vendor: true), (Given: amendment.PurchaserConsent, Vendor: false) }
            where consent.Given is not null
            select (consent.Given.By, consent.Given.PlaceOf(nameof(Consent.By)), consent.Vendor),
        _ => [],
    };
}
