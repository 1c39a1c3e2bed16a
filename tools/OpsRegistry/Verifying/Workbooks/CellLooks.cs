using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>How a cell is shown, each trait in one line in which equal looks are equal words.</summary>
/// <param name="Format">The number format in its one form.</param>
/// <param name="Letters">Size, weight, colour and kind of face.</param>
/// <param name="Ground">The colour behind them.</param>
/// <param name="Edges">The lines around the cell.</param>
/// <param name="Place">Where in the cell they stand, and whether they break into lines.</param>
internal sealed record CellLook(string Format, string Letters, string Ground, string Edges, string Place)
{
    /// <summary>A cell that nobody gave a look, as far as it is shown where nothing stands in it.</summary>
    public bool IsBlank => Ground.Length == 0 && Edges.Length == 0;
}

/// <summary>The looks that the styles of a workbook give, by the numbers by which cells name them.</summary>
internal sealed class CellLooks
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly CellLook Default = new("", "", "", "", "");

    private static readonly PartGrammar Font = new((WorkbookRules.LookEdited, """
        b = 0
        i = 0
        u = none
        strike = 0
        outline = 0
        shadow = 0
        condense = 0
        extend = 0
        vertAlign = baseline
        sz =
        color =
        name =
        rFont =
        scheme = none
        family ~ a kind of typeface, for where the face is absent
        charset ~ a set of signs, for where the face is absent
        """))
    {
        Read = new Dictionary<string, Func<XElement, string>>(StringComparer.Ordinal)
        {
            ["b"] = Switch,
            ["i"] = Switch,
            ["strike"] = Switch,
            ["outline"] = Switch,
            ["shadow"] = Switch,
            ["condense"] = Switch,
            ["extend"] = Switch,
            ["u"] = line => (string?)line.Attribute("val") ?? "single",
            ["vertAlign"] = Value,
            ["sz"] = Value,
            ["scheme"] = Value,
            ["name"] = face => Typefaces.Of(Value(face)),
            ["rFont"] = face => Typefaces.Of(Value(face)),
            ["color"] = Colour,
        },
    };

    private static readonly PartGrammar Fill = new((WorkbookRules.LookEdited, """
        patternFill@patternType = none
        patternFill/fgColor =
        patternFill/bgColor ~ one colour covers the whole cell
        """))
    {
        Read = new Dictionary<string, Func<XElement, string>>(StringComparer.Ordinal) { ["fgColor"] = Colour },
    };

    private static readonly PartGrammar Border = new((WorkbookRules.LookEdited, """
        left@style = none
        left/color =
        right@style = none
        right/color =
        top@style = none
        top/color =
        bottom@style = none
        bottom/color =
        @diagonalUp = 0
        @diagonalDown = 0
        @outline ~ it says nothing of a single cell
        diagonal ~ it says nothing without diagonalUp and diagonalDown
        vertical ~ it says nothing of a single cell
        horizontal ~ it says nothing of a single cell
        """))
    {
        Read = new Dictionary<string, Func<XElement, string>>(StringComparer.Ordinal) { ["color"] = Colour },
    };

    private static readonly PartGrammar Alignment = new((WorkbookRules.LookEdited, """
        @horizontal = general
        @vertical = bottom
        @textRotation = 0
        @wrapText = 0
        @indent = 0
        @relativeIndent = 0
        @justifyLastLine = 0
        @shrinkToFit = 0
        @readingOrder = 0
        """));

    private readonly List<CellLook> cells;
    private readonly List<string> conditional;

    /// <summary>Reads the styles.</summary>
    /// <param name="styles">Their part; null where there is none.</param>
    /// <param name="unknown">Gets what stands in no table.</param>
    public CellLooks(XElement? styles, Action<string> unknown)
    {
        var fonts = Words(styles, "fonts", font => Font.Words(font, unknown));
        var fills = Words(styles, "fills", fill => Fill.Words(fill, unknown).Replace("patternFill@patternType=gray125", "", StringComparison.Ordinal));
        var borders = Words(styles, "borders", border => Border.Words(border, unknown));
        var formats = FormatsOf(styles);
        var named = (styles?.Element(Main + "cellStyleXfs")?.Elements() ?? []).ToList();
        cells = (styles?.Element(Main + "cellXfs")?.Elements() ?? []).Select(cell =>
        {
            var given = WorkbookContent.Number(cell.Attribute("xfId")) is var number && number >= 0 && number < named.Count ? named[number] : null;
            return new CellLook(
                Of("applyNumberFormat", style => FormatOf(formats, WorkbookContent.Number(style.Attribute("numFmtId")))),
                Of("applyFont", style => At(fonts, style.Attribute("fontId"))),
                Of("applyFill", style => At(fills, style.Attribute("fillId"))),
                Of("applyBorder", style => At(borders, style.Attribute("borderId"))),
                Of("applyAlignment", style => Alignment.Words(style.Element(Main + "alignment"), unknown)));

            // Programs disagree on what a cell that does not apply its own trait shows, unless its named style says the same.
            string Of(string applies, Func<XElement, string> read) =>
                (string?)cell.Attribute(applies) is "0" or "false" && given is not null && read(given) is var other && other != read(cell) ? $"{read(cell)} / {other}" : read(cell);
        }).ToList();
        conditional = Words(styles, "dxfs", look => ConditionalOf(look, unknown));
    }

    /// <summary>The look of a number that cells name.</summary>
    public CellLook this[int style] => style >= 0 && style < cells.Count ? cells[style] : Default;

    /// <summary>What a condition lays over a cell, in words.</summary>
    public string Conditional(string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < conditional.Count ? conditional[index] : number;

    /// <summary>The letters of a part of a text.</summary>
    public static string LettersOf(XElement run, Action<string> unknown) => Font.Words(run, unknown).Replace("rFont=", "name=", StringComparison.Ordinal);

    private static string ConditionalOf(XElement look, Action<string> unknown)
    {
        var ground = look.Element(Main + "fill")?.Element(Main + "patternFill");
        var others = look.Elements().Where(part => part.Name != Main + "font" && part.Name != Main + "fill").Select(part => part.ToString(SaveOptions.DisableFormatting));
        return $"{Font.Words(look.Element(Main + "font"), unknown)} {(ground?.Element(Main + "bgColor") is { } colour ? Colour(colour) : "")} {string.Concat(others)}".Trim();
    }

    /// <summary>The number format of each id.</summary>
    private static Dictionary<int, string> FormatsOf(XElement? styles)
    {
        var formats = new Dictionary<int, string>();
        foreach (var format in styles?.Element(Main + "numFmts")?.Elements(Main + "numFmt") ?? [])
        {
            formats.TryAdd(WorkbookContent.Number(format.Attribute("numFmtId")), NumberFormats.Normal((string?)format.Attribute("formatCode") ?? ""));
        }

        return formats;
    }

    private static string FormatOf(Dictionary<int, string> formats, int id) => formats.TryGetValue(id, out var own) ? own : NumberFormats.Normal(NumberFormats.BuiltIn(id));

    private static List<string> Words(XElement? styles, string list, Func<XElement, string> words) => (styles?.Element(Main + list)?.Elements() ?? []).Select(words).ToList();

    private static string At(List<string> all, XAttribute? number) => WorkbookContent.Number(number) is var index && index >= 0 && index < all.Count ? all[index] : "";

    private static string Switch(XElement element) => PartGrammar.Normal((string?)element.Attribute("val") ?? "1");

    private static string Value(XElement element) => (string?)element.Attribute("val") ?? "";

    /// <summary>A colour by its red, green and blue; any other way to name one by itself, for no report uses it.</summary>
    private static string Colour(XElement colour) => (string?)colour.Attribute("rgb") is { Length: >= 6 } rgb
        ? rgb[^6..].ToUpperInvariant() + string.Concat(colour.Attributes("tint").Select(tint => $" tint {tint.Value}"))
        : string.Join(' ', colour.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => $"{attribute.Name.LocalName} {attribute.Value}"));
}
