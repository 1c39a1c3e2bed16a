using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Reads the rows, columns and cells of a sheet's part. What a row or a cell holds beside what is read is named.</summary>
internal sealed class SheetReader(IReadOnlyList<SharedText> texts, CellLooks looks, Action<string> unknown)
{
    private const int MostColumns = 16384, MostRows = 1_048_576;
    private const double UsualHeight = 15, UsualWidth = 8.43; // points, characters

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly string[] Known =
    [
        "row@r", "row@ht", "row@hidden", "row@s", "row@customFormat", "col@min", "col@max", "col@width", "col@hidden", "col@style", "c@r", "c@s", "c@t", "f@t", "f@ref", "f@si",
    ];

    private static readonly string[] InCells = ["f", "v", "is"];

    /// <summary>What is passed over, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> PassedOver { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["row@spans"] = "which columns have cells, which are read",
        ["row@customHeight"] = "who chose the height, which is compared",
        ["row@outlineLevel"] = "signs beside the sheet",
        ["row@collapsed"] = "signs beside the sheet",
        ["row@thickTop"] = "lines of cells, which are compared",
        ["row@thickBot"] = "lines of cells, which are compared",
        ["row@x14ac:dyDescent"] = "how far letters hang below their line",
        ["row@xr:uid"] = "a number that Excel gives",
        ["col@customWidth"] = "who chose the width, which is compared",
        ["col@bestFit"] = "who chose the width, which is compared",
        ["col@outlineLevel"] = "signs beside the sheet",
        ["col@collapsed"] = "signs beside the sheet",
        ["f@ca"] = "when it is calculated",
        ["f@aca"] = "when it is calculated",
    };

    private readonly Dictionary<string, CellContent> cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellLook> blanks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Address, string Formula)> shared = new(StringComparer.Ordinal);

    /// <summary>Reads a sheet.</summary>
    /// <exception cref="NotAWorkbookException">A cell is misnamed, stands twice, or its text is not in the file.</exception>
    public SheetGrid Read(XElement sheet)
    {
        var format = sheet.Element(Main + "sheetFormatPr");
        var usual = IsTrue(format?.Attribute("zeroHeight")) ? 0 : Size(format?.Attribute("defaultRowHeight"), UsualHeight);
        var heights = new Dictionary<int, double>();
        var place = (Row: 0, Column: 0);
        foreach (var row in sheet.Element(Main + "sheetData")?.Elements() ?? [])
        {
            place = (row.Attribute("r") is { } number ? WorkbookContent.Number(number) : place.Row + 1, 0);
            Check(row, $"{place.Row}:{place.Row}");
            if (place.Row is < 1 or > MostRows || !heights.TryAdd(place.Row, IsTrue(row.Attribute("hidden")) ? 0 : Size(row.Attribute("ht"), usual)))
            {
                throw new NotAWorkbookException(new($"第 {place.Row} 行写错或写了两次", $"row {place.Row} is misnamed or stands twice"));
            }

            if (IsTrue(row.Attribute("customFormat")) && !looks[WorkbookContent.Number(row.Attribute("s"))].IsBlank)
            {
                unknown($"{place.Row}:{place.Row} row@s");
            }

            foreach (var cell in row.Elements())
            {
                var address = (string?)cell.Attribute("r") ?? FormulaText.Address((place.Row, place.Column + 1));
                place.Column = FormulaText.Place(address).Column;
                Cell(cell, address, place.Row);
            }
        }

        return new(cells, blanks) { Heights = heights, UsualHeight = usual, Columns = ColumnsOf(sheet).ToList(), UsualWidth = Size(format?.Attribute("defaultColWidth"), UsualWidth) };
    }

    private void Cell(XElement cell, string address, int row)
    {
        Check(cell, address);
        var (look, content) = (looks[WorkbookContent.Number(cell.Attribute("s"))], ContentOf(cell, address));
        var isFilled = content.Value.Length > 0 || content.Formula is not null;
        if (FormulaText.Address(FormulaText.Place(address)) != address || FormulaText.Place(address).Row != row
            || (isFilled ? !cells.TryAdd(address, content with { Look = look }) : !look.IsBlank && !blanks.TryAdd(address, look)))
        {
            throw new NotAWorkbookException(new($"单元格 {address} 写错或写了两次", $"cell {address} is misnamed or stands twice"));
        }
    }

    private CellContent ContentOf(XElement cell, string address)
    {
        foreach (var child in cell.Elements().Where(child => !InCells.Contains(PartGrammar.NameOf(child.Name), StringComparer.Ordinal) || (child.HasElements && child.Name != Main + "is")))
        {
            unknown($"{address} c/{PartGrammar.NameOf(child.Name)}");
        }

        var raw = cell.Element(Main + "v")?.Value ?? "";
        var formula = FormulaOf(cell.Element(Main + "f"), address);
        switch ((string?)cell.Attribute("t"))
        {
            case "s" when cell.Element(Main + "v") is null: // how some programs write an empty cell
                return new('s', "", formula);
            case "s":
                var text = int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count
                    ? texts[index]
                    : throw new NotAWorkbookException(new($"单元格 {address} 的文字不在文件里", $"the text of cell {address} is not in the file"));
                return new('s', text.Words, formula) { Runs = text.Runs };
            case "inlineStr":
                var own = cell.Element(Main + "is") is { } inline ? SharedText.Of(inline, path => unknown($"{address} {path}")) : SharedText.Empty;
                return new('s', own.Words, formula) { Runs = own.Runs };
            case "str":
                return new('s', CellText.Unescaped(raw), formula);
            case "b":
                return new('b', raw, formula);
            case "e":
                return new('e', raw, formula);
            case null or "n":
                return new('n', raw, formula);
            case var other:
                unknown($"{address} c@t={other}");
                return new('n', raw, formula);
        }
    }

    /// <summary>A formula, written out where cells share one: Excel writes it at the first of them only.</summary>
    private string? FormulaOf(XElement? formula, string address)
    {
        if (formula is null)
        {
            return null;
        }

        Check(formula, address);
        var kind = (string?)formula.Attribute("t") ?? "normal";
        if (kind != "shared" || (string?)formula.Attribute("si") is not { } group)
        {
            return FormulaText.Normal(formula.Value) + (kind == "normal" ? "" : $" ({kind} {(string?)formula.Attribute("ref")})");
        }

        if (formula.Value.Length > 0)
        {
            shared[group] = (address, formula.Value);
            return FormulaText.Normal(formula.Value);
        }

        return shared.TryGetValue(group, out var first) ? FormulaText.Normal(FormulaText.Moved(first.Formula, first.Address, address)) : "";
    }

    private IEnumerable<ColumnWidth> ColumnsOf(XElement sheet)
    {
        var columns = sheet.Element(Main + "cols")?.Elements().Take(MostColumns + 1).ToList() ?? [];
        if (columns.Count > MostColumns)
        {
            throw new NotAWorkbookException(new($"列的说明超过 {MostColumns} 个", $"more than {MostColumns} descriptions of columns"));
        }

        foreach (var column in columns)
        {
            var (first, last) = (WorkbookContent.Number(column.Attribute("min")), WorkbookContent.Number(column.Attribute("max")));
            var where = $"{FormulaText.Letters(first)}:{FormulaText.Letters(last)}";
            if (first < 1 || last < first || last > MostColumns)
            {
                throw new NotAWorkbookException(new($"列 {first} 至 {last} 写错", $"columns {first} to {last} are misnamed"));
            }

            Check(column, where);
            foreach (var inner in column.Elements())
            {
                unknown($"{where} col/{PartGrammar.NameOf(inner.Name)}");
            }

            if (!looks[WorkbookContent.Number(column.Attribute("style"))].IsBlank)
            {
                unknown($"{where} col@style");
            }

            yield return new(first, last, IsTrue(column.Attribute("hidden")) ? 0 : Size(column.Attribute("width"), UsualWidth));
        }
    }

    private void Check(XElement element, string where)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var name = $"{element.Name.LocalName}@{PartGrammar.NameOf(attribute.Name)}";
            if (!Known.Contains(name, StringComparer.Ordinal) && !PassedOver.ContainsKey(name))
            {
                unknown($"{where} {name}");
            }
        }
    }

    private static double Size(XAttribute? attribute, double usual) =>
        double.TryParse(attribute?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && double.IsFinite(size) ? size : usual;

    private static bool IsTrue(XAttribute? attribute) => attribute?.Value is "1" or "true";
}

/// <summary>A text of cells, which programs may keep in a list of its own.</summary>
/// <param name="Words">The text that is shown.</param>
/// <param name="Runs">How the letters of its parts look, where it is written in parts.</param>
internal sealed record SharedText(string Words, IReadOnlyList<string> Runs)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static SharedText Empty { get; } = new("", []);

    /// <summary>Reads a text: its parts, without what only guides the reader's tongue.</summary>
    public static SharedText Of(XElement item, Action<string> unknown)
    {
        var (words, runs) = (new System.Text.StringBuilder(), new List<string>());
        foreach (var part in item.Elements())
        {
            foreach (var inner in part.Elements().Where(inner => part.Name != Main + "r" || (inner.Name != Main + "t" && inner.Name != Main + "rPr")))
            {
                unknown($"{PartGrammar.NameOf(part.Name)}/{PartGrammar.NameOf(inner.Name)}");
            }

            if (part.Name == Main + "t")
            {
                words.Append(part.Value);
            }
            else if (part.Name == Main + "r")
            {
                words.Append(part.Element(Main + "t")?.Value);
                runs.AddRange(part.Elements(Main + "rPr").Select(look => CellLooks.LettersOf(look, unknown)));
            }
            else if (part.Name != Main + "phoneticPr")
            {
                unknown($"{item.Name.LocalName}/{PartGrammar.NameOf(part.Name)}");
            }
        }

        return new(CellText.Unescaped(words.ToString()), runs);
    }
}
