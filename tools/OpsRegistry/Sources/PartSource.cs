namespace OpsRegistry.Sources;

/// <summary>Some entries of a source.</summary>
/// <param name="entries">The entries, in its order.</param>
internal sealed class PartSource(IRegistrySource whole, IReadOnlyList<SourceEntry> entries) : IRegistrySource
{
    public IReadOnlyList<SourceEntry> Entries => entries;

    public Instant? ReadAt => whole.ReadAt;

    public long SizeOf(SourceEntry entry) => whole.SizeOf(entry);

    public byte[]? Read(SourceEntry entry) => whole.Read(entry);
}
