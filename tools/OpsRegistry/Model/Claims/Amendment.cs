namespace OpsRegistry.Model;

internal sealed partial record Amendment
{
    /// <summary>True where both parties consent.</summary>
    public bool IsAgreed => VendorConsent is not null && PurchaserConsent is not null;
}
