namespace OpsRegistry.Model;

internal sealed partial record Dispute
{
    /// <summary>The scorecard's term: the deduction's id without its number.</summary>
    public string Term => Deduction.LastIndexOf('.') is > 0 and var dot ? Deduction[..dot] : Deduction;
}
