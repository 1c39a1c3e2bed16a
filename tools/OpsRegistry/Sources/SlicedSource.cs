namespace OpsRegistry.Sources;

/// <summary>The files of a source that all contracts share, and those of some contracts.</summary>
internal sealed class SlicedSource(IRegistrySource whole, IReadOnlySet<string> contracts) : IRegistrySource
{
    public IReadOnlyList<SourceEntry> Entries { get; } =
        whole.Entries.Where(entry => ContractFolders.NameIn(entry.Path) is not { } contract || contracts.Contains(contract)).ToList();

    public Instant? ReadAt => whole.ReadAt;

    public long SizeOf(SourceEntry entry) => whole.SizeOf(entry);

    public byte[]? Read(SourceEntry entry) => whole.Read(entry);
}
