using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A dispute, a consent or a ruling is signed by a person of the other party. A vendor cannot rule on its own dispute, nor consent for the purchaser.
/// </summary>
public sealed class ClaimByWrongSide : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS555";

    /// <inheritdoc/>
    public override Text Title => new("由另一方的人签署", "signed by a person of the other party");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from signature in folder.Resources.SelectMany(resource => SignaturesOf(resource.Spec))
        let employer = folder.Find<Person>(signature.By.Value)?.Spec.Employer
        let party = signature.Vendor ? folder.Terms.Vendor : folder.Terms.Purchaser
        where employer is not null && employer != party
        select At(
            signature.By.Place,
            new($"“{signature.By.Value}”属于“{employer}”，此处应由“{party}”的人员签署", $"'{signature.By.Value}' belongs to '{employer}', and a person of '{party}' is needed here"),
            new("改为该方的岗位代号", "give a role code of that party"));

    private static IEnumerable<(Located<string> By, bool Vendor)> SignaturesOf(Spec spec) => spec switch
    {
        Dispute dispute => [(dispute.DisputedBy, true)],
        Ruling ruling => [(ruling.DecidedBy, false)],
        Amendment amendment => new[] { (amendment.VendorConsent?.By, Vendor: true), (amendment.PurchaserConsent?.By, Vendor: false) }
            .Where(consent => consent.By is not null).Select(consent => (consent.By!, consent.Vendor)),
        _ => [],
    };
}
