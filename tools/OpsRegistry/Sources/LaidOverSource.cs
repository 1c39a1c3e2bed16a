namespace OpsRegistry.Sources;

/// <summary>
/// The registry as merging a request would leave it: the base's files with the request's changed files in their place. What judges stays
/// the base's, because a path that is not handed over here keeps the base's bytes.
/// </summary>
internal sealed class LaidOverSource : IRegistrySource
{
    private readonly IRegistrySource basis;
    private readonly IRegistrySource request;
    private readonly HashSet<string> replaced;

    /// <summary>Lays a request's files over a base.</summary>
    /// <param name="changed">The paths that are taken from the request, those that it removes included.</param>
    public LaidOverSource(IRegistrySource basis, IRegistrySource request, IEnumerable<string> changed)
    {
        this.basis = basis;
        this.request = request;
        replaced = changed.ToHashSet(StringComparer.Ordinal);
        Entries = InOrder(basis.Entries.Where(entry => !replaced.Contains(entry.Path)), replaced.Order(StringComparer.Ordinal).Select(request.Find).OfType<SourceEntry>());
    }

    // Both are in order, and the second are few.
    private static List<SourceEntry> InOrder(IEnumerable<SourceEntry> many, IEnumerable<SourceEntry> few)
    {
        var all = new List<SourceEntry>();
        var waiting = new Queue<SourceEntry>(few);
        foreach (var entry in many)
        {
            while (waiting.TryPeek(out var next) && string.CompareOrdinal(next.Path, entry.Path) < 0)
            {
                all.Add(waiting.Dequeue());
            }

            all.Add(entry);
        }

        return [.. all, .. waiting];
    }

    public IReadOnlyList<SourceEntry> Entries { get; }

    public Instant? ReadAt => request.ReadAt ?? basis.ReadAt;

    public long SizeOf(SourceEntry entry) => SourceOf(entry).SizeOf(entry);

    public byte[]? Read(SourceEntry entry) => SourceOf(entry).Read(entry);

    private IRegistrySource SourceOf(SourceEntry entry) => replaced.Contains(entry.Path) ? request : basis;
}
