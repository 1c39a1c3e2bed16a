namespace OpsRegistry.Sources;

/// <summary>The files of a source that all contracts share, and those of some contracts.</summary>
/// <param name="whole">The source.</param>
/// <param name="contracts">The names of the contracts' folders.</param>
internal sealed class SlicedSource(IRegistrySource whole, IReadOnlySet<string> contracts) : IRegistrySource
{
    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries { get; } =
        whole.Entries.Where(entry => ContractFolders.NameIn(entry.Path) is not { } contract || contracts.Contains(contract)).ToList();

    /// <inheritdoc/>
    public long SizeOf(SourceEntry entry) => whole.SizeOf(entry);

    /// <inheritdoc/>
    public byte[]? Read(SourceEntry entry) => whole.Read(entry);
}
