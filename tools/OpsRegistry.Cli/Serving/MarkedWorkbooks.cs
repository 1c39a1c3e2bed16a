namespace OpsRegistry.Cli.Serving;

/// <summary>The last workbooks that were sent back with marks, until they are fetched. Several requests may ask at once.</summary>
internal sealed class MarkedWorkbooks
{
    private const int Most = 8;

    private readonly Lock gate = new();
    private readonly List<(string Id, byte[] Workbook)> kept = [];

    /// <summary>Keeps a workbook.</summary>
    /// <returns>The id to fetch it by.</returns>
    public string Add(byte[] workbook)
    {
        var id = DraftStore.NewId();
        lock (gate)
        {
            kept.Add((id, workbook));
            kept.RemoveRange(0, Math.Max(0, kept.Count - Most));
        }

        return id;
    }

    /// <summary>The workbook of an id; null where it is not kept.</summary>
    public byte[]? Find(string id)
    {
        lock (gate)
        {
            return kept.FirstOrDefault(one => one.Id == id).Workbook;
        }
    }
}
