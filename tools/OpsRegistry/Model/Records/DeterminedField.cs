using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>A field of a record in which the purchaser's determination stands in place of what was claimed.</summary>
/// <param name="Claimed">What the record says; null where it says nothing.</param>
/// <param name="By">The determination in force.</param>
internal sealed record DeterminedField(Node? Claimed, Resource<Determination> By)
{
    /// <summary>The field's key under <c>spec:</c>.</summary>
    public string Key => By.Spec.Field;

    /// <summary>True where the determination says something else than the record.</summary>
    public bool Differs => !NodeEquality.Same(Claimed is ScalarNode { Kind: ScalarKind.Null } ? null : Claimed, By.Spec.Value is ScalarNode { Kind: ScalarKind.Null } ? null : By.Spec.Value);
}
