namespace OpsRegistry.Model;

/// <summary>What a party asks for: that a record be corrected, or that a deduction be taken back.</summary>
internal abstract record ClaimSpec : Spec, IProven
{
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
