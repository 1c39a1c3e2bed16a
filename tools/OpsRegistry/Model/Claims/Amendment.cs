namespace OpsRegistry.Model;

internal sealed partial record Amendment
{
    /// <summary>The day of the last consent that was given; null while there is none.</summary>
    public override LocalDate? KnownOn => new[] { VendorConsent?.On, PurchaserConsent?.On }.Max();

    /// <summary>True where both parties consent.</summary>
    public bool IsAgreed => VendorConsent is not null && PurchaserConsent is not null;
}
