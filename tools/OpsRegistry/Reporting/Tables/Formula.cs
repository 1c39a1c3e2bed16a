namespace OpsRegistry.Reporting.Tables;

/// <summary>A workbook's formula, without the equals sign.</summary>
/// <param name="Text">In the notation that Excel and LibreOffice share.</param>
/// <param name="IsGuarded">True where a part may be undetermined, which makes the whole so.</param>
internal sealed record Formula(string Text, bool IsGuarded = false)
{
    /// <summary>A formula whose parts are always known.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static implicit operator Formula?(string? text) => text is null ? null : new(text);

    /// <summary>A formula that is undetermined while any part is not a number.</summary>
    public static Formula Guarded(string text) => new(text, IsGuarded: true);

    /// <summary>A sum that is undetermined while any of its parts is.</summary>
    public static Formula SumOf(string range) => Guarded($"IF(COUNT({range})<ROWS({range}),NA(),SUM({range}))");
}

/// <summary>The cells that a formula can name: by the keys of tables and columns, never by a letter or a row.</summary>
internal interface IFormulaCells
{
    /// <summary>The cell of a column in the formula's own row.</summary>
    string this[string column] { get; }

    /// <summary>All rows of a column of the formula's own table.</summary>
    string Column(string column);

    /// <summary>A column from its title down to the row above.</summary>
    string Above(string column);

    /// <summary>A column's rows of the formula's own group, as far as they stand above it.</summary>
    string Group(string column);

    /// <summary>A column's subtotals, added up.</summary>
    string Subtotals(string column);

    /// <summary>All rows of a column of another table, on whatever sheet it stands.</summary>
    string Column(string table, string column);

    /// <summary>One cell of another table, by its row from 0.</summary>
    string Cell(string table, string column, int row);

    /// <summary>The title of a column of the formula's own table.</summary>
    string Title(string column);

    /// <summary>Several columns of another table, side by side, in all its rows.</summary>
    string Block(string table, string first, string last);

    /// <summary>Words as a formula holds them.</summary>
    string Quoted(Text words);
}
