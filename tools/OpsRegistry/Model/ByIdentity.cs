using System.Runtime.CompilerServices;

namespace OpsRegistry.Model;

/// <summary>Resources are compared by identity: a file is read once.</summary>
internal sealed class ByIdentity : IEqualityComparer<Resource>
{
    public static ByIdentity Instance { get; } = new();

    public bool Equals(Resource? x, Resource? y) => ReferenceEquals(x, y);

    public int GetHashCode(Resource resource) => RuntimeHelpers.GetHashCode(resource);
}
