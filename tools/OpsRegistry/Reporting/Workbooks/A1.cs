namespace OpsRegistry.Reporting.Workbooks;

/// <summary>Addresses as Excel writes them.</summary>
internal static class A1
{
    /// <summary>An address inside a sheet, e.g. <c>B3</c>.</summary>
    public static string Write(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letter(column)}{row}");

    /// <summary>An address that does not move when a formula is copied, e.g. <c>$B$3</c>.</summary>
    public static string Fixed(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"${Letter(column)}${row}");

    /// <summary>A block, e.g. <c>B3:D9</c>.</summary>
    public static string Block(int firstRow, int firstColumn, int lastRow, int lastColumn) => $"{Write(firstRow, firstColumn)}:{Write(lastRow, lastColumn)}";

    /// <summary>A block that does not move, e.g. <c>$B$3:$D$9</c>.</summary>
    public static string FixedBlock(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        $"{Fixed(firstRow, firstColumn)}:{Fixed(lastRow, lastColumn)}";

    /// <summary>The letters of a column, from 1.</summary>
    public static string Letter(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letter((column - 1) / 26) + Letter(((column - 1) % 26) + 1);

    /// <summary>The row and column of an address without signs.</summary>
    public static (int Row, int Column) Parse(string address)
    {
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).Count();
        var column = address[..letters].Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);
        return (int.Parse(address.AsSpan(letters), CultureInfo.InvariantCulture), column);
    }
}
