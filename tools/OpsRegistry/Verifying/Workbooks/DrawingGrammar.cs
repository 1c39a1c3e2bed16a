using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>What drawings and charts may hold: charts over cells, and no picture, shape or box of text.</summary>
internal static class DrawingGrammar
{
    private const int WidestSpace = 100; // hundredths of a point between letters
    private const double ThinLine = 19050; // 1.5 points, in the units of drawings

    /// <summary>One anchor of a drawing, but for its place, which is compared in points.</summary>
    public static PartGrammar Anchor { get; } = new((WorkbookRules.DrawingEdited, """
        @editAs ~ what happens to it when rows grow, and they are compared
        xdr:from ~ compared as a place on the sheet
        xdr:to ~ compared as a place on the sheet
        xdr:ext ~ compared as a place on the sheet
        xdr:pos ~ compared as a place on the sheet
        xdr:graphicFrame@macro =
        xdr:graphicFrame@fPublished ~ how the program publishes
        xdr:graphicFrame/xdr:nvGraphicFramePr/xdr:cNvPr@id ~ a number that programs give
        xdr:graphicFrame/xdr:nvGraphicFramePr/xdr:cNvPr@name ~ a name in a list of objects
        xdr:graphicFrame/xdr:nvGraphicFramePr/xdr:cNvPr@title :
        xdr:graphicFrame/xdr:nvGraphicFramePr/xdr:cNvPr@descr :
        xdr:graphicFrame/xdr:nvGraphicFramePr/xdr:cNvPr@hidden = 0
        xdr:graphicFrame/xdr:nvGraphicFramePr/xdr:cNvPr/a:extLst ~ a number that Excel gives
        xdr:graphicFrame/xdr:nvGraphicFramePr/xdr:cNvGraphicFramePr ~ what may be done to it with the mouse
        xdr:graphicFrame/xdr:xfrm ~ compared as a place on the sheet
        xdr:graphicFrame/a:graphic/a:graphicData@uri =
        xdr:graphicFrame/a:graphic/a:graphicData/c:chart@r:id ~ the chart that it leads to is compared
        xdr:clientData@fLocksWithSheet ~ what may be done to it with the mouse
        xdr:clientData@fPrintsWithSheet = 1
        """));

    /// <summary>A chart: what it says, what it is drawn from and how; letters are compared apart, as a set of sizes, colours and faces.</summary>
    public static PartGrammar Chart { get; } = new((WorkbookRules.DrawingEdited, """
        c:date1904@val = 0
        c:lang ~ the language of the program
        c:roundedCorners@val = 0
        c:style ~ looks by default, and what is drawn has its own
        mc:AlternateContent/mc:Choice@Requires ~ it says for which programs the rest is
        mc:AlternateContent/mc:Choice/c14:style ~ looks by default, and what is drawn has its own
        mc:AlternateContent/mc:Fallback/c:style ~ looks by default, and what is drawn has its own
        c:printSettings ~ the sheet's are compared
        c:extLst ~ what programs note for themselves
        c:txPr ~ letters are compared apart
        c:spPr = plain
        c:chart/c:extLst ~ what programs note for themselves
        c:chart/c:plotVisOnly@val = 1
        c:chart/c:dispBlanksAs@val = gap
        c:chart/c:showDLblsOverMax ~ labels of bars that are too long, and there are none
        c:chart/c:autoTitleDeleted@val = 0
        c:chart/c:title/c:tx =
        c:chart/c:title/c:overlay@val = 0
        c:chart/c:title/c:layout = automatic
        c:chart/c:title/c:spPr = plain
        c:chart/c:title/c:txPr ~ letters are compared apart
        c:chart/c:legend/c:legendPos@val = r
        c:chart/c:legend/c:overlay@val = 0
        c:chart/c:legend/c:layout = automatic
        c:chart/c:legend/c:spPr = plain
        c:chart/c:legend/c:txPr ~ letters are compared apart
        c:chart/c:plotArea/c:layout = automatic
        c:chart/c:plotArea/c:spPr = plain
        c:chart/c:plotArea/c:barChart/c:barDir@val =
        c:chart/c:plotArea/c:barChart/c:grouping@val =
        c:chart/c:plotArea/c:barChart/c:varyColors@val = 0
        c:chart/c:plotArea/c:barChart/c:gapWidth@val = 150
        c:chart/c:plotArea/c:barChart/c:overlap@val = 0
        c:chart/c:plotArea/c:barChart/c:axId ~ a number that programs give
        c:chart/c:plotArea/c:barChart/c:extLst ~ what programs note for themselves
        c:chart/c:plotArea/c:barChart/c:dLbls ~ each series has its own
        c:chart/c:plotArea/c:barChart/c:ser/c:idx@val =
        c:chart/c:plotArea/c:barChart/c:ser/c:order@val =
        c:chart/c:plotArea/c:barChart/c:ser/c:tx =
        c:chart/c:plotArea/c:barChart/c:ser/c:cat =
        c:chart/c:plotArea/c:barChart/c:ser/c:val =
        c:chart/c:plotArea/c:barChart/c:ser/c:invertIfNegative@val = 0
        c:chart/c:plotArea/c:barChart/c:ser/c:spPr = plain
        c:chart/c:plotArea/c:barChart/c:ser/c:extLst ~ what programs note for themselves
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:numFmt =
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:spPr = plain
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:txPr ~ letters are compared apart
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:dLblPos ~ on which side of its bar a figure stands
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:showLegendKey@val = 0
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:showVal@val = 0
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:showCatName@val = 0
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:showSerName@val = 0
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:showPercent@val = 0
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:showBubbleSize@val = 0
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:separator ~ what stands between several figures, and there is one
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:showLeaderLines ~ lines from labels that were moved, and none was
        c:chart/c:plotArea/c:barChart/c:ser/c:dLbls/c:extLst ~ what programs note for themselves
        """ + "\n" + Axis("catAx") + "\n" + Axis("valAx")))
    {
        Read = new Dictionary<string, Func<XElement, string>>(StringComparer.Ordinal)
        {
            ["c:tx"] = WordsOf,
            ["c:cat"] = FiguresOf,
            ["c:val"] = FiguresOf,
            ["c:layout"] = layout => layout.Elements().Any() ? layout.ToString(SaveOptions.DisableFormatting) : "automatic",
            ["c:spPr"] = GroundOf,
            ["c:numFmt"] = FormatOf,
        },
        Inside = Letters(),
    };

    /// <summary>The sizes, colours and faces of all letters of a chart.</summary>
    public static IReadOnlySet<string> LettersOf(XElement chart) => chart.Descendants()
        .Where(element => element.Name.LocalName is "defRPr" or "rPr")
        .SelectMany(letters => new[]
        {
            (string?)letters.Attribute("sz") is { } size ? $"sz {size}" : "",
            (string?)letters.Attribute("strike") is { } strike and not "noStrike" ? $"strike {strike}" : "",
            (string?)letters.Attribute("u") is { } line and not "none" ? $"u {line}" : "",
            int.TryParse((string?)letters.Attribute("spc"), CultureInfo.InvariantCulture, out var apart) && Math.Abs(apart) > WidestSpace ? $"spc {apart}" : "",
            letters.Elements().FirstOrDefault(element => element.Name.LocalName.EndsWith("Fill", StringComparison.Ordinal)) is { } colour ? ColourOf(colour) : "",
        }.Concat(letters.Elements().Where(element => element.Name.LocalName is "latin" or "ea" or "cs" or "sym").Select(face => Typefaces.Of((string?)face.Attribute("typeface") ?? ""))))
        .Where(words => words.Length > 0)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>What stands in words and figures of a chart.</summary>
    private static Dictionary<string, string> Letters()
    {
        string[] read =
        [
            "c:rich", "a:bodyPr", "a:lstStyle", "a:p", "a:pPr", "a:defRPr", "a:r", "a:rPr", "a:t", "a:endParaRPr", "a:latin", "a:ea", "a:cs", "a:solidFill", "a:srgbClr", "a:noFill", "a:ln", "a:round", "a:pattFill", "a:pattFill@prst", "a:fgClr", "a:bgClr",
            "c:v", "c:f", "c:strRef", "c:strCache", "c:numRef", "c:numCache", "c:ptCount", "c:pt", "c:pt@idx", "c:ptCount@val", "a:srgbClr@val", "a:ln@w", "a:latin@typeface", "a:ea@typeface", "a:cs@typeface",
            "a:defRPr@sz", "a:defRPr@u", "a:defRPr@strike", "a:defRPr@spc", "a:rPr@sz", "a:rPr@u", "a:rPr@strike", "a:rPr@spc",
        ];
        var inside = read.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        foreach (var letters in new[] { "a:defRPr", "a:rPr", "a:endParaRPr" })
        {
            foreach (var trait in new[] { "b", "i", "kern", "baseline", "lang", "altLang" })
            {
                inside[$"{letters}@{trait}"] = "heavy or slanting letters stay letters; size, colour and face are compared";
            }
        }

        foreach (var trait in new[] { "rot", "vert", "wrap", "anchor", "anchorCtr", "spcFirstLastPara", "vertOverflow" })
        {
            inside[$"a:bodyPr@{trait}"] = "turned letters stay letters; where a title stands is compared";
        }

        foreach (var trait in new[] { "a:latin@pitchFamily", "a:latin@charset", "a:latin@panose", "a:ea@pitchFamily", "a:ea@charset", "a:ea@panose", "a:cs@pitchFamily", "a:cs@charset", "a:cs@panose" })
        {
            inside[trait] = "a kind of typeface, for where the face is absent";
        }

        foreach (var trait in new[] { "a:ln@cap", "a:ln@cmpd", "a:ln@algn", "a:prstDash", "a:prstDash@val", "a:miter", "a:miter@lim" })
        {
            inside[trait] = "how a thin line is drawn";
        }

        inside["c:formatCode"] = "labels and axes have formats of their own, which are compared";
        return inside;
    }

    private static string Axis(string name) => string.Join('\n', """
        c:axId ~ a number that programs give
        c:crossAx ~ a number that programs give
        c:scaling/c:orientation@val = minMax
        c:scaling/c:max@val =
        c:scaling/c:min@val =
        c:delete@val = 0
        c:axPos ~ bars that stand or lie have their axes below and beside, and which they do is compared
        c:majorGridlines/c:spPr = plain
        c:numFmt =
        c:majorTickMark ~ strokes beside an axis
        c:minorTickMark ~ strokes beside an axis
        c:tickLblPos@val = nextTo
        c:spPr = plain
        c:txPr ~ letters are compared apart
        c:crosses@val = autoZero
        c:crossBetween@val = between
        c:majorUnit@val =
        c:auto ~ categories are words, and they are compared
        c:lblAlgn ~ on which side of their place words stand
        c:lblOffset ~ how far from the axis words stand
        c:noMultiLvlLbl ~ categories have one level, and they are compared
        c:extLst ~ what programs note for themselves
        """.Split('\n').Select(line => $"c:chart/c:plotArea/c:{name}/{line}"));

    /// <summary>The words of a title or a series; a title that is read from a cell names the cell.</summary>
    private static string WordsOf(XElement words)
    {
        var cell = words.Descendants().FirstOrDefault(element => element.Name.LocalName == "f")?.Value ?? "";
        var said = string.Concat(words.Descendants().Where(element => element.Name.LocalName is "t" or "v").Select(element => element.Value));
        return cell.Length == 0 || cell == $"\"{said}\"" ? said : $"={FormulaText.Normal(cell)} {said}";
    }

    /// <summary>From which cells a series is drawn, and what stood in them when the file was saved.</summary>
    private static string FiguresOf(XElement figures)
    {
        var points = figures.Descendants().Where(element => element.Name.LocalName == "pt").Select(point => $"{(string?)point.Attribute("idx")}:{PartGrammar.Normal(point.Value)}");
        var count = figures.Descendants().FirstOrDefault(element => element.Name.LocalName == "ptCount")?.Attribute("val")?.Value;
        return $"{count} {FormulaText.Normal(figures.Descendants().FirstOrDefault(element => element.Name.LocalName == "f")?.Value ?? "")} {string.Join(' ', points)}";
    }

    private static string FormatOf(XElement format)
    {
        var sections = NumberFormats.Normal((string?)format.Attribute("formatCode") ?? "").Split(';'); // the fourth is for words, and figures are shown
        return string.Join(';', sections.Take(3)) + ((string?)format.Attribute("sourceLinked") is "1" or "true" ? " of the cells" : "");
    }

    private static string GroundOf(XElement ground) => string.Join(' ', ground.Elements().Select(part => part.Name.LocalName switch
    {
        "ln" when part.Elements().Any(element => element.Name.LocalName == "noFill") || (double.TryParse((string?)part.Attribute("w") ?? "0", CultureInfo.InvariantCulture, out var wide) && wide <= ThinLine) => "",
        "noFill" => "",
        _ => ColourOf(part),
    }).Where(words => words.Length > 0)) is { Length: > 0 } seen ? seen : "plain";

    private static string ColourOf(XElement fill) =>
        fill.Name.LocalName == "solidFill" && fill.Elements().ToList() is [{ Name.LocalName: "srgbClr", HasElements: false } colour]
            ? ((string?)colour.Attribute("val") ?? "").ToUpperInvariant()
            : fill.Name.LocalName == "pattFill"
                ? $"{(string?)fill.Attribute("prst")} {string.Join(' ', fill.Descendants().Where(element => element.Name.LocalName == "srgbClr").Select(shade => $"{shade.Parent!.Name.LocalName} {((string?)shade.Attribute("val") ?? "").ToUpperInvariant()}"))}"
                : fill.ToString(SaveOptions.DisableFormatting);
}
