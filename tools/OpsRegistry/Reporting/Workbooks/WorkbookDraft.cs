namespace OpsRegistry.Reporting.Workbooks;

/// <summary>A workbook being written: the same bytes for the same content. It is written once.</summary>
internal sealed class WorkbookDraft
{
    private readonly List<SheetDraft> sheets = [];
    private readonly SortedDictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>Begins an empty workbook.</summary>
    public WorkbookDraft(WorkbookProperties properties)
    {
        Properties = properties;
    }

    internal WorkbookProperties Properties { get; }

    internal IReadOnlyList<SheetDraft> Sheets => sheets;

    internal IReadOnlyDictionary<string, string> Names => names;

    internal StyleTable Styles { get; } = new();

    /// <summary>The sheet that is shown when the file is opened; the first where nobody chose.</summary>
    internal SheetDraft Shown { get => field ?? sheets[0]; set; }

    /// <summary>Adds a sheet at the end, set up for A4 upright under the workbook's title until told otherwise.</summary>
    /// <param name="name">Made fit by <see cref="ExcelText.ForSheetName"/>; two sheets with one name are a caller's fault.</param>
    public SheetDraft AddSheet(string name)
    {
        var sheet = new SheetDraft(ExcelText.ForSheetName(name), Styles, names);
        if (sheets.Any(other => string.Equals(other.Name, sheet.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"two sheets named '{sheet.Name}'", nameof(name));
        }

        sheets.Add(sheet);
        return sheet.PrintOnA4(landscape: false, Properties.Title);
    }

    /// <summary>Writes the finished file; a long table needs the room of one row.</summary>
    /// <param name="file">A stream that can seek and be read.</param>
    public void Write(Stream file) => WorkbookPackage.Write(file, this);

    /// <summary>The finished file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        Write(file);
        return file.ToArray();
    }
}

/// <summary>What a file's properties say; nothing about the machine or the person that ran the tool.</summary>
/// <param name="Title">The workbook's title.</param>
/// <param name="Creator">Who answers for it: the tool's name, never a user's.</param>
/// <param name="AsOf">Created and modified: the instant up to which the figures hold.</param>
internal sealed record WorkbookProperties(string Title, string Creator, Instant AsOf)
{
    /// <summary>Properties of our own, by name, which programs read: in the order given.</summary>
    public IReadOnlyList<(string Name, string Value)> Custom { get; init; } = [];
}
