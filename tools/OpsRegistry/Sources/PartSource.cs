namespace OpsRegistry.Sources;

/// <summary>Some entries of a source.</summary>
/// <param name="whole">The source.</param>
/// <param name="entries">The entries, in its order.</param>
public sealed class PartSource(IRegistrySource whole, IReadOnlyList<SourceEntry> entries) : IRegistrySource
{
    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries => entries;

    /// <inheritdoc/>
    public long SizeOf(SourceEntry entry) => whole.SizeOf(entry);

    /// <inheritdoc/>
    public byte[]? Read(SourceEntry entry) => whole.Read(entry);
}
