namespace OpsRegistry.Verifying.Workbooks;

/// <summary>A cell that is not the report's but its reader's: whatever is written into it is no edit, and is told.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">The cell, the first of those merged with it.</param>
/// <param name="Title">What belongs into it.</param>
/// <param name="Kind">What belongs into it, for programs.</param>
internal sealed record ReaderCell(string Sheet, string Address, Text Title, ReaderKind Kind);

/// <summary>What a reader writes into a cell.</summary>
internal enum ReaderKind
{
    /// <summary>Who signs.</summary>
    Name,

    /// <summary>The day of signing.</summary>
    Day,

    /// <summary>An opinion.</summary>
    Opinion,

    /// <summary>Room for a seal.</summary>
    Seal,

    /// <summary>A number to try, from which other cells calculate.</summary>
    Trial,
}

/// <summary>A workbook as the registry makes it.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ReaderCells">The cells that are its reader's.</param>
internal sealed record MadeWorkbook(byte[] Bytes, IReadOnlyList<ReaderCell> ReaderCells)
{
    /// <summary>The file as it is once the number that the reader tried is calculated through; null where he tried none.</summary>
    public byte[]? Tried { get; init; }
}
