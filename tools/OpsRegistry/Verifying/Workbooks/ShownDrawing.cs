using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>A chart over the cells of a sheet.</summary>
/// <param name="Top">The row in which it begins, from 0, with the part of it that is left out.</param>
/// <param name="Left">The same of the column.</param>
/// <param name="Bottom">The row in which it ends.</param>
/// <param name="Right">The column in which it ends.</param>
/// <param name="Facts">What it shows.</param>
/// <param name="Letters">The sizes, colours and faces of its letters.</param>
internal sealed record ShownDrawing(double Top, double Left, double Bottom, double Right, ShownFacts Facts, IReadOnlySet<string> Letters)
{
    private const int MostDrawings = 500; // over one sheet
    private const double PointsOfUnit = 12700; // English metric units in a point
    private const double PointsOfCharacter = 5.25;

    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Reads a drawing's part.</summary>
    /// <exception cref="NotAWorkbookException">More lies over the sheet than over any.</exception>
    public static IReadOnlyList<ShownDrawing> Of(WorkbookPackage package, PackageLinks links, string part, XElement drawing, SheetGrid grid, Action<string> unknown)
    {
        if (drawing.Elements().Skip(MostDrawings).Any())
        {
            throw new NotAWorkbookException(new($"{part} 里的图超过 {MostDrawings} 个", $"{part} has more than {MostDrawings} drawings"));
        }

        var drawn = new List<ShownDrawing>();
        foreach (var anchor in drawing.Elements())
        {
            var (from, to) = (anchor.Element(Sheet + "from"), anchor.Element(Sheet + "to"));
            if (anchor.Name != Sheet + "twoCellAnchor" || from is null || to is null)
            {
                unknown($"{part} {PartGrammar.NameOf(anchor.Name)}");
                continue;
            }

            var place = FormulaText.Address(((int)Row(from, grid) + 1, (int)Column(from, grid) + 1));
            var facts = new ShownFacts();
            DrawingGrammar.Anchor.Apply(anchor, facts);
            var charts = anchor.Descendants().Where(element => element.Name.LocalName == "chart").Select(chart => (string?)chart.Attribute(Ids + "id")).ToList();
            var chart = charts is [{ } id] ? package.Xml(links.Of(part).FirstOrDefault(link => link.Id == id && link.Kind == "chart")?.Target) : null;
            if (chart is not null)
            {
                DrawingGrammar.Chart.Apply(chart, facts);
            }

            facts.Unknown.ForEach(path => unknown($"{place} {path}"));
            drawn.Add(new(Row(from, grid), Column(from, grid), Row(to, grid), Column(to, grid), facts, chart is null ? new HashSet<string>() : DrawingGrammar.LettersOf(chart)));
        }

        return drawn.OrderBy(one => one.Top).ThenBy(one => one.Left).ToList();
    }

    private static double Row(XElement corner, SheetGrid grid)
    {
        var row = Number(corner, "row");
        return row + Share(Number(corner, "rowOff"), grid.HeightOf((int)row + 1));
    }

    private static double Column(XElement corner, SheetGrid grid)
    {
        var column = Number(corner, "col");
        return column + Share(Number(corner, "colOff"), grid.WidthOf((int)column + 1) * PointsOfCharacter);
    }

    /// <summary>The part of a row or column that an offset takes; never more than all of it, as programs draw it.</summary>
    private static double Share(double offset, double points) => points <= 0 ? 0 : Math.Clamp(offset / PointsOfUnit / points, 0, 1);

    private static double Number(XElement corner, string name) =>
        double.TryParse(corner.Element(Sheet + name)?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
