using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing;

/// <summary>A field of a resource whose value differs.</summary>
/// <param name="Field">The field's path from the file's root: <c>spec.resolvedAt</c>, <c>spec.items[id=weekly].points</c>, <c>spec.responders[]</c>.</param>
/// <param name="Before">The value before; null where the field is new.</param>
/// <param name="After">The value after; null where the field is gone.</param>
/// <param name="Place">The value in the later file; for a field that is gone, what held it there.</param>
internal sealed record FieldChange(string Field, Node? Before, Node? After, Place Place)
{
    /// <summary>True where a field that was absent or null is filled in.</summary>
    public bool FillsIn => Before is null or ScalarNode { Kind: ScalarKind.Null };

    /// <summary>The field's first names from the file's root, e.g. <c>spec.interruptions</c> for a stretch's end.</summary>
    public string Top => string.Join('.', Field.Split('.', 3).Take(2).Select(part => part.Split('[')[0]));
}
