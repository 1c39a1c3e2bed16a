using System.Text.RegularExpressions;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Formulas as programs write them differently and mean the same: spaces, quotes around sheet names, prefixes of newer functions.</summary>
internal static partial class FormulaText
{
    private const int LettersInAlphabet = 26;

    /// <summary>The one form in which formulas are compared.</summary>
    public static string Normal(string formula)
    {
        var text = new StringBuilder();
        var inText = false;
        foreach (var letter in formula.TrimStart('='))
        {
            inText ^= letter == '"';
            if (inText || !char.IsWhiteSpace(letter))
            {
                text.Append(letter);
            }
        }

        return Exponent().Replace(Prefix().Replace(SheetName().Replace(text.ToString(), "${name}!"), ""), "E${sign}${digits}");
    }

    /// <summary>A formula that stands in one cell, moved to another: what is not anchored moves along.</summary>
    public static string Moved(string formula, string from, string to)
    {
        var (fromCell, toCell) = (Reference().Match(from), Reference().Match(to));
        if (!fromCell.Success || !toCell.Success)
        {
            return formula;
        }

        var columns = ColumnOf(toCell) - ColumnOf(fromCell);
        var rows = RowOf(toCell) - RowOf(fromCell);
        var parts = formula.Split('"'); // every second part is a text
        for (var index = 0; index < parts.Length; index += 2)
        {
            parts[index] = Reference().Replace(parts[index], found =>
                $"{found.Groups["c"].Value}{(found.Groups["c"].Length > 0 ? found.Groups["col"].Value : Letters(ColumnOf(found) + columns))}" +
                $"{found.Groups["r"].Value}{(found.Groups["r"].Length > 0 ? found.Groups["row"].Value : (RowOf(found) + rows).ToString(CultureInfo.InvariantCulture))}");
        }

        return string.Join('"', parts);
    }

    /// <summary>The row and column of an address such as <c>B7</c>, from 1; (1, 1) for anything else.</summary>
    public static (int Row, int Column) Place(string address) =>
        Reference().Match(address) is { Success: true } cell ? (RowOf(cell), ColumnOf(cell)) : (1, 1);

    /// <summary>The address of a row and a column, both from 1.</summary>
    public static string Address((int Row, int Column) place) => Letters(place.Column) + place.Row.ToString(CultureInfo.InvariantCulture);

    private static int ColumnOf(Match cell) => cell.Groups["col"].Value.Aggregate(0, (number, letter) => (number * LettersInAlphabet) + (letter - 'A' + 1));

    private static int RowOf(Match cell) => int.Parse(cell.Groups["row"].Value, CultureInfo.InvariantCulture);

    /// <summary>The letters of a column, from 1.</summary>
    public static string Letters(int column)
    {
        var text = "";
        for (; column > 0; column = (column - 1) / LettersInAlphabet)
        {
            text = (char)('A' + ((column - 1) % LettersInAlphabet)) + text;
        }

        return text;
    }

    [GeneratedRegex("'(?<name>[^'!\"()+*/,:&<>= -]+)'!", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SheetName();

    [GeneratedRegex("(?<=[0-9])E(?<sign>[+-]?)0+(?<digits>[1-9][0-9]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"_xlfn\.(_xlws\.)?|_xludf\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])(?<c>\$?)(?<col>[A-Z]{1,3})(?<r>\$?)(?<row>[1-9][0-9]{0,6})(?![A-Za-z0-9_.(])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
