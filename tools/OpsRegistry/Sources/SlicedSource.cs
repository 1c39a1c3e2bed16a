namespace OpsRegistry.Sources;

/// <summary>The files that all contracts share, and those of some contracts: all that judging these contracts needs.</summary>
public sealed class SlicedSource : IRegistrySource
{
    private const string ContractsFolder = "ops-registry/contracts/";

    private readonly IRegistrySource whole;

    /// <summary>Takes some contracts out of a source.</summary>
    /// <param name="whole">The source.</param>
    /// <param name="contracts">The names of their folders.</param>
    public SlicedSource(IRegistrySource whole, IReadOnlySet<string> contracts)
    {
        this.whole = whole;
        Entries = whole.Entries.Where(entry => ContractOf(entry.Path) is not { } contract || contracts.Contains(contract)).ToList();
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries { get; }

    /// <inheritdoc/>
    public long SizeOf(SourceEntry entry) => whole.SizeOf(entry);

    /// <inheritdoc/>
    public byte[]? Read(SourceEntry entry) => whole.Read(entry);

    /// <summary>The contract folder that a path stands in; null for paths elsewhere.</summary>
    public static string? ContractOf(string path) =>
        path.StartsWith(ContractsFolder, StringComparison.Ordinal) && path.IndexOf('/', ContractsFolder.Length) is var end and > 0
            ? path[ContractsFolder.Length..end]
            : null;
}
