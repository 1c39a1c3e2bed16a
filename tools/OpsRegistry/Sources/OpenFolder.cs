namespace OpsRegistry.Sources;

/// <summary>A folder that stays open while its files are asked about, so that the system need not find its way there for each. Where it cannot be opened so, it is its path alone.</summary>
/// <param name="path">The folder.</param>
internal sealed class OpenFolder(string path) : IDisposable
{
    private readonly int descriptor = SystemCalls.Opened(path, SystemCalls.AsPlace);

    public string Path { get; } = path;

    /// <summary>The system's number for it; null where it has none.</summary>
    public int? Descriptor => descriptor >= 0 ? descriptor : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (descriptor >= 0)
        {
            SystemCalls.Closed(descriptor);
        }
    }
}
