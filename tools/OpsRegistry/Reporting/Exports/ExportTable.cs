namespace OpsRegistry.Reporting.Exports;

/// <summary>A table for other programs: typed columns with names that never change.</summary>
/// <param name="Name">Its name in SQL, in snake case.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Folder">The folder under which its parts stand.</param>
internal abstract record ExportTable(string Name, Text Title, string Folder)
{
    /// <summary>The kind of file that its rows are of; null for what is computed.</summary>
    public string? Kind { get; init; }

    /// <summary>Its columns beside those that the path of a part names: the contract and, for files, the kind.</summary>
    public abstract IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>The columns that the path of a part names.</summary>
    public IReadOnlyList<ExportColumn> Partitions => Kind is null ? [Contract] : [Contract, KindName];

    private static ExportColumn Contract { get; } = new("contract", new("合同", "contract"), ExportType.Text);

    private static ExportColumn KindName { get; } = new("kind", new("种类", "kind of file"), ExportType.Text);
}

/// <summary>A table of rows of one type.</summary>
internal sealed record ExportTable<TRow>(string Name, Text Title, string Folder, IReadOnlyList<ExportColumn<TRow>> All) : ExportTable(Name, Title, Folder)
{
    public override IReadOnlyList<ExportColumn> Columns => All;

    /// <summary>A contract's part of the table.</summary>
    /// <param name="contract">The contract; null for files that all contracts share.</param>
    public ExportPart Part(string? contract, IEnumerable<TRow> rows) => new(this, contract, rows.Select(row => All.Select(column => column.ValueOf(row)).ToArray()).ToList());
}

/// <summary>One contract's rows of a table.</summary>
/// <param name="Contract">The contract; null for files that all contracts share.</param>
/// <param name="Rows">The rows, each with a value for each column.</param>
internal sealed record ExportPart(ExportTable Table, string? Contract, IReadOnlyList<object?[]> Rows)
{
    private const string NoContract = "__HIVE_DEFAULT_PARTITION__"; // what readers of such folders take for null

    /// <summary>The values of <see cref="ExportTable.Partitions"/>.</summary>
    public IReadOnlyList<string?> Keys => Table.Kind is null ? [Contract] : [Contract, Table.Kind];

    /// <summary>Where the part stands below the export's folder.</summary>
    /// <param name="extension">The file's extension, without the dot.</param>
    public string PathOf(string extension) =>
        $"{Table.Folder}/{string.Join('/', Table.Partitions.Zip(Keys, (column, key) => $"{column.Name}={key ?? NoContract}"))}/part-0.{extension}";
}
