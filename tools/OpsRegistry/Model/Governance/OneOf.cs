namespace OpsRegistry.Model;

/// <summary>Values of which one must be there; written as a scalar or as a list.</summary>
internal sealed record OneOf(IReadOnlyList<string> Values)
{
    public override string ToString() => string.Join(" | ", Values);
}
