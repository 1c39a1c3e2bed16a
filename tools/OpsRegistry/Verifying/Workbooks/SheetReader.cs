using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Reads the cells of a sheet's part.</summary>
internal static class SheetReader
{
    private const int MostColumns = 16384;
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static SheetGrid Read(XElement sheet, IReadOnlyList<string> texts, IReadOnlyList<string> formats)
    {
        var cells = new Dictionary<string, CellContent>(StringComparer.Ordinal);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        var hidden = new HashSet<int>();
        var shared = new Dictionary<string, (string Address, string Formula)>(StringComparer.Ordinal);
        var place = (Row: 0, Column: 0);
        foreach (var row in sheet.Element(Main + "sheetData")?.Elements(Main + "row") ?? [])
        {
            place = (row.Attribute("r") is { } number ? WorkbookContent.Number(number) : place.Row + 1, 0);
            var isHidden = IsTrue(row.Attribute("hidden")) || (row.Attribute("ht") is { } height && double.TryParse(height.Value, CultureInfo.InvariantCulture, out var points) && points < 1);
            if (isHidden && row.Elements(Main + "c").Any(cell => cell.HasElements))
            {
                hidden.Add(place.Row);
            }

            foreach (var cell in row.Elements(Main + "c"))
            {
                var address = (string?)cell.Attribute("r") ?? FormulaText.Address((place.Row, place.Column + 1));
                place.Column = FormulaText.Place(address).Column;
                var read = Read(cell, address, texts, shared);
                if (read.Value.Length > 0 || read.Formula is not null)
                {
                    if (FormulaText.Address(FormulaText.Place(address)) != address || !cells.TryAdd(address, read))
                    {
                        throw new NotAWorkbookException(new($"单元格 {address} 写错或写了两次", $"cell {address} is misnamed or stands twice"));
                    }

                    shown[address] = WorkbookContent.Number(cell.Attribute("s")) is var style && style >= 0 && style < formats.Count ? formats[style] : "";
                }
            }
        }

        return new(cells, hidden, HiddenColumns(sheet), shown);
    }

    private static CellContent Read(XElement cell, string address, IReadOnlyList<string> texts, Dictionary<string, (string Address, string Formula)> shared)
    {
        var raw = cell.Element(Main + "v")?.Value ?? "";
        var (type, value) = (string?)cell.Attribute("t") switch
        {
            "s" => ('s', int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count
                ? texts[index]
                : throw new NotAWorkbookException(new($"单元格 {address} 的文字不在文件里", $"the text of cell {address} is not in the file"))),
            "inlineStr" => ('s', cell.Element(Main + "is") is { } inline ? WorkbookContent.TextOf(inline) : ""),
            "str" => ('s', CellText.Unescaped(raw)),
            "b" => ('b', raw),
            "e" => ('e', raw),
            _ => ('n', raw),
        };
        return new(type, value, FormulaOf(cell.Element(Main + "f"), address, shared));
    }

    /// <summary>A formula, written out where cells share one: Excel writes it at the first of them only.</summary>
    private static string? FormulaOf(XElement? formula, string address, Dictionary<string, (string Address, string Formula)> shared)
    {
        if (formula is null)
        {
            return null;
        }

        if ((string?)formula.Attribute("t") != "shared" || (string?)formula.Attribute("si") is not { } group)
        {
            return FormulaText.Normal(formula.Value);
        }

        if (formula.Value.Length > 0)
        {
            shared[group] = (address, formula.Value);
            return FormulaText.Normal(formula.Value);
        }

        return shared.TryGetValue(group, out var first) ? FormulaText.Normal(FormulaText.Moved(first.Formula, first.Address, address)) : "";
    }

    private static HashSet<int> HiddenColumns(XElement sheet)
    {
        var hidden = new HashSet<int>();
        foreach (var column in sheet.Element(Main + "cols")?.Elements(Main + "col") ?? [])
        {
            var (first, last) = (WorkbookContent.Number(column.Attribute("min")), Math.Min(MostColumns, WorkbookContent.Number(column.Attribute("max"))));
            var isHidden = IsTrue(column.Attribute("hidden")) || (column.Attribute("width") is { } width && double.TryParse(width.Value, CultureInfo.InvariantCulture, out var wide) && wide < 0.1);
            for (var number = first; isHidden && number <= last; number++)
            {
                hidden.Add(number);
            }
        }

        return hidden;
    }

    private static bool IsTrue(XAttribute? attribute) => attribute?.Value is "1" or "true";
}
