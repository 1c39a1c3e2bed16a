using System.Collections;

namespace OpsRegistry;

/// <summary>A list that is made once somebody looks at it. Several threads may.</summary>
/// <param name="make">Makes it; called once.</param>
internal sealed class LaterList<T>(Func<IReadOnlyList<T>> make) : IReadOnlyList<T>
{
    private readonly Lazy<IReadOnlyList<T>> made = new(make);

    /// <inheritdoc/>
    public int Count => made.Value.Count;

    /// <inheritdoc/>
    public T this[int index] => made.Value[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => made.Value.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
