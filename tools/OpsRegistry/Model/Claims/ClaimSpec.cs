namespace OpsRegistry.Model;

/// <summary>What a party asks for: that a record be corrected, or that a deduction be taken back.</summary>
public abstract record ClaimSpec : Spec, IProven
{
    /// <inheritdoc/>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
