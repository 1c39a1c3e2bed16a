namespace OpsRegistry.Model;

/// <summary>Values of which one must be there; written as a scalar or as a list.</summary>
public sealed record OneOf(IReadOnlyList<string> Values)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" | ", Values);
}
