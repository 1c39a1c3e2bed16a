using System.Runtime.CompilerServices;

namespace OpsRegistry.Model;

/// <summary>A list that equals another one of the very same objects in the same order: what was read from files is the same while nobody has read or rewritten them anew.</summary>
/// <param name="objects">The objects; a null stands for what is not there.</param>
internal sealed class SameObjects(params IReadOnlyList<object?> objects) : IEquatable<SameObjects>
{
    private readonly IReadOnlyList<object?> objects = objects;

    public bool Equals(SameObjects? other) => other is not null && objects.SequenceEqual(other.objects, ReferenceEqualityComparer.Instance);

    public override bool Equals(object? obj) => Equals(obj as SameObjects);

    public override int GetHashCode() => objects.Aggregate(0, (hash, one) => HashCode.Combine(hash, RuntimeHelpers.GetHashCode(one)));
}
