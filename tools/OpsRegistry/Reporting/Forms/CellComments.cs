using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Reporting.Forms;

/// <summary>
/// The comments by which a form says what is to be mended. They stand behind their first line, and what a person wrote before it stays; office programs that save the
/// file again forget who wrote a comment and keep its words, so the line is what tells them.
/// </summary>
internal static class CellComments
{
    private const string Author = "ops-registry";
    private const string FirstLine = "登记核对：";
    private const int Longest = 2000;

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml", Excel = "urn:schemas-microsoft-com:office:excel", Office = "urn:schemas-microsoft-com:office:office";

    /// <summary>Takes away what an earlier answer said.</summary>
    /// <returns>False where there was nothing.</returns>
    public static bool Clean(WorksheetPart part)
    {
        var ours = part.WorksheetCommentsPart?.Comments?.CommentList?.Elements<Comment>().Where(comment => Before(comment) is not null).ToList() ?? [];
        if (ours.Count == 0)
        {
            return false;
        }

        var gone = ours.Where(comment => Before(comment)!.Length == 0).ToList();
        foreach (var comment in ours.Except(gone))
        {
            comment.CommentText = Words(Before(comment)!);
        }

        var cells = gone.Select(comment => FormulaText.Place(comment.Reference!.Value!)).ToHashSet();
        gone.ForEach(comment => comment.Remove());
        part.WorksheetCommentsPart!.Comments!.Save();
        Shapes(part, shapes => shapes.Elements(Vml + "shape").Where(shape => cells.Contains(PlaceOf(shape))).ToList().ForEach(shape => shape.Remove()));
        return true;
    }

    /// <summary>Says something of cells, behind what a person has said of them.</summary>
    /// <param name="texts">What is said, by the cell's address.</param>
    public static void Add(WorksheetPart part, IReadOnlyDictionary<string, string> texts)
    {
        var commentsPart = part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>();
        var comments = commentsPart.Comments ??= new(new Authors(), new CommentList());
        foreach (var (address, text) in texts)
        {
            var said = $"{FirstLine}\n{(text.Length <= Longest ? text : text[..Longest] + "…")}";
            if (comments.CommentList!.Elements<Comment>().FirstOrDefault(comment => comment.Reference?.Value == address) is { } other)
            {
                other.CommentText = Words($"{other.InnerText}\n{said}");
            }
            else
            {
                comments.CommentList.Append(new Comment(Words(said)) { Reference = address, AuthorId = AuthorOf(comments) });
                Shapes(part, shapes => shapes.Add(Shape(address, shapes.Elements(Vml + "shape").Count())));
            }
        }

        comments.Save();
    }

    /// <summary>What stands before our first line; null for a comment that is a person's alone.</summary>
    private static string? Before(Comment comment) =>
        comment.InnerText.IndexOf(FirstLine, StringComparison.Ordinal) is >= 0 and var at ? comment.InnerText[..at].TrimEnd('\n') : null;

    private static CommentText Words(string text) => new(new Run(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static uint AuthorOf(Comments comments)
    {
        var authors = comments.Authors!;
        var own = authors.Elements<Author>().ToList().FindIndex(one => one.Text == Author);
        if (own < 0)
        {
            authors.Append(new Author(Author));
            own = authors.Elements<Author>().Count() - 1;
        }

        return (uint)own;
    }

    private static (int, int) PlaceOf(XElement shape) =>
        (Number(shape.Descendants(Excel + "Row").FirstOrDefault()) + 1, Number(shape.Descendants(Excel + "Column").FirstOrDefault()) + 1);

    private static int Number(XElement? element) => int.TryParse(element?.Value, CultureInfo.InvariantCulture, out var number) ? number : -2;

    /// <summary>Changes the drawing in which the boxes of comments stand; it is made where there is none.</summary>
    private static void Shapes(WorksheetPart part, Action<XElement> change)
    {
        var legacy = part.Worksheet!.GetFirstChild<LegacyDrawing>();
        var drawing = legacy?.Id?.Value is { } id ? (VmlDrawingPart)part.GetPartById(id) : part.AddNewPart<VmlDrawingPart>();
        XElement shapes;
        if (legacy is null)
        {
            shapes = new(
                "xml",
                new XAttribute(XNamespace.Xmlns + "v", Vml),
                new XAttribute(XNamespace.Xmlns + "o", Office),
                new XAttribute(XNamespace.Xmlns + "x", Excel),
                new XElement(
                    Vml + "shapetype",
                    new XAttribute("id", "_x0000_t202"),
                    new XAttribute("coordsize", "21600,21600"),
                    new XAttribute(Office + "spt", "202"),
                    new XAttribute("path", "m,l,21600r21600,l21600,xe"),
                    new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
                    new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect"))));
            part.Worksheet.AddChild(new LegacyDrawing { Id = part.GetIdOfPart(drawing) });
        }
        else
        {
            using var old = drawing.GetStream(FileMode.Open, FileAccess.Read);
            shapes = XElement.Load(old);
        }

        change(shapes);
        using var fresh = drawing.GetStream(FileMode.Create, FileAccess.Write);
        shapes.Save(fresh, SaveOptions.DisableFormatting);
    }

    private static XElement Shape(string address, int number)
    {
        var (row, column) = FormulaText.Place(address);
        return new(
            Vml + "shape",
            new XAttribute("id", $"_x0000_s{1025 + number}"),
            new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;width:220pt;height:90pt;z-index:1;visibility:hidden"),
            new XAttribute("fillcolor", "#ffffe1"),
            new XAttribute(Office + "insetmode", "auto"),
            new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(Vml + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(Vml + "path", new XAttribute(Office + "connecttype", "none")),
            new XElement(Vml + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
            new XElement(
                Excel + "ClientData",
                new XAttribute("ObjectType", "Note"),
                new XElement(Excel + "MoveWithCells"),
                new XElement(Excel + "SizeWithCells"),
                new XElement(Excel + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{column}, 15, {row}, 2, {column + 3}, 15, {row + 4}, 10")),
                new XElement(Excel + "AutoFill", "False"),
                new XElement(Excel + "Row", row - 1),
                new XElement(Excel + "Column", column - 1)));
    }
}
