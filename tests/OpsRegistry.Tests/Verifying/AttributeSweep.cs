using System.Xml.Linq;
using OpsRegistry.Loading;
using OpsRegistry.Verifying;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Each kind of attribute and text of a workbook, changed in turn: what of it nobody notices, and what is passed over for a reason.</summary>
internal static class AttributeSweep
{
    /// <summary>Changes each kind of attribute and each text once, where it first stands (a third of them outside the campaign); gives those that nobody noticed and no list has.</summary>
    public static IEnumerable<string> Unnoticed(HonestVolume volume, byte[] workbook)
    {
        foreach (var (part, all) in PartsOf(volume, new(workbook)))
        {
            foreach (var path in all.Where((_, index) => Campaign.IsLong || index % 3 == 0))
            {
                var edit = new WorkbookEdit(workbook).Xml(part, root => Change(root, path));
                if (!IsPassedOver(path) && !IsNoticed(volume, edit))
                {
                    yield return $"{part} {path}";
                }
            }
        }
    }

    public static bool IsNoticed(HonestVolume volume, WorkbookEdit edit)
    {
        try
        {
            return volume.Compare(edit.ToBytes()).Findings.Any(finding => finding.Rule.Severity == Severity.Error);
        }
        catch (NotAWorkbookException)
        {
            return true;
        }
    }

    /// <summary>The kinds of attributes and texts of the parts that are shown.</summary>
    public static Dictionary<string, List<string>> PartsOf(HonestVolume volume, WorkbookEdit edit) =>
        new[] { "xl/workbook.xml" }.Concat(volume.HasCharts ? ["xl/charts/chart1.xml", edit.DrawingPart] : []).Concat(volume.Sheets.Select(edit.PartOf)).ToDictionary(part => part, part =>
            edit.Read(part).DescendantsAndSelf().SelectMany(element => element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => $"{Path(element)}@{PartGrammar.NameOf(attribute.Name)}")
                .Concat(!element.HasElements && !string.IsNullOrWhiteSpace(element.Value) ? [Path(element)] : []))
                .Distinct(StringComparer.Ordinal).Where(path => path != "sheets/sheet@sheetId" && !path.EndsWith("@xml:space", StringComparison.Ordinal)).ToList(), StringComparer.Ordinal); // a number by which nothing is found

    private static void Change(XElement root, string path)
    {
        var at = path.LastIndexOf('@');
        var element = root.DescendantsAndSelf().First(one => at < 0 ? Path(one) == path && !string.IsNullOrWhiteSpace(one.Value) : Path(one) == path[..at] && Attribute(one, path[(at + 1)..]) is not null);
        if (at < 0)
        {
            element.Value = Other(element.Value);
        }
        else
        {
            Attribute(element, path[(at + 1)..])!.Value = Other(Attribute(element, path[(at + 1)..])!.Value);
        }
    }

    private static XAttribute? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => PartGrammar.NameOf(attribute.Name) == name);

    private static string Other(string value) => value switch
    {
        "0" => "1",
        "1" => "0",
        "true" => "false",
        "false" => "true",
        _ when int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) => ((number * 3) + 7).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ when double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) => ((number * 3) + 7).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => value + "Z",
    };

    /// <summary>The path of an element as the lists write it; rows, columns and cells by their own names.</summary>
    public static string Path(XElement element)
    {
        var steps = element.AncestorsAndSelf().Reverse().Skip(1).Select(one => one.Name.LocalName == "ext" && one.Attribute("uri") is { } uri ? $"ext{uri.Value}" : PartGrammar.NameOf(one.Name)).ToList();
        return steps is ["sheetData" or "cols", ..] && steps.Count > 1 && element.Name.LocalName is "row" or "col" or "c" or "f" ? element.Name.LocalName : string.Join('/', steps);
    }


    public static IEnumerable<(string Path, string Reason)> Reasons() =>
        BookGrammar.Book.PassedOver.Concat(BookGrammar.Sheet.PassedOver).Concat(DrawingGrammar.Anchor.PassedOver).Concat(DrawingGrammar.Chart.PassedOver)
            .Concat(SheetReader.PassedOver.Select(pair => (pair.Key, pair.Value))).Concat(PackageParts.PassedOver).Concat(DrawingGrammar.Chart.Inside.Where(pair => pair.Value.Length > 0).Select(pair => (pair.Key, pair.Value)));

    // Compared by what is seen of it, which the change of a number alone need not be.
    private static readonly string[] BySight =
    [
        "col@style", "row@customFormat", // the look of cells in which nothing stands
        "a:ln@w", "a:ln/a:solidFill/a:srgbClr@val", // lines not thicker than a point and a half
        "strCache/c:pt@idx", "c:tx/c:strRef/c:strCache/c:ptCount@val", // the one name of a series
        "a:defRPr@spc", "a:rPr@spc", // letters less than a point apart
    ];

    public static bool IsPassedOver(string whole) => whole.Replace("xdr:twoCellAnchor/", "", StringComparison.Ordinal).Replace("xdr:twoCellAnchor@", "@", StringComparison.Ordinal) is var path
        && (BySight.Any(seen => path.EndsWith(seen, StringComparison.Ordinal)) || DrawingGrammar.Chart.Inside.Any(line => line.Value.Length > 0 && path.EndsWith("/" + line.Key, StringComparison.Ordinal)) || IsListed(path));

    private static bool IsListed(string path) => Reasons().Any(line => path == line.Path || path.StartsWith(line.Path + "/", StringComparison.Ordinal) || path.StartsWith(line.Path + "@", StringComparison.Ordinal));
}
