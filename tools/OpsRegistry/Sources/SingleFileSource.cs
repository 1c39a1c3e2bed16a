namespace OpsRegistry.Sources;

/// <summary>One file that stands nowhere yet, to be laid over a registry.</summary>
/// <param name="path">Where it will stand, from the repository's root.</param>
internal sealed class SingleFileSource(string path, byte[] bytes) : IRegistrySource
{
    public IReadOnlyList<SourceEntry> Entries { get; } = [new(path, SourceEntryKind.File)];

    public long SizeOf(SourceEntry entry) => bytes.Length;

    public byte[]? Read(SourceEntry entry) => bytes;
}
