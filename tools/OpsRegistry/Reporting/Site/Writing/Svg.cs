using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>Drawings as inline SVG: colours and type come from the style sheet by class, places are numbers in the drawing's own unit.</summary>
internal static class Svg
{
    /// <summary>A drawing that one sentence stands for.</summary>
    public static Element Picture(decimal width, decimal height, string label, params IEnumerable<Html?> shapes) =>
        Tag("svg", shapes).With("viewBox", Box(width, height)).With("width", width).With("height", height).With("role", "img").With("aria-label", label);

    /// <summary>A drawing whose parts are links.</summary>
    public static Element Links(decimal width, decimal height, string label, params IEnumerable<Html?> shapes) =>
        Tag("svg", shapes).With("viewBox", Box(width, height)).With("width", width).With("height", height).With("role", "group").With("aria-label", label);

    public static Element Rect(string kind, decimal x, decimal y, decimal width, decimal height) =>
        Tag($"rect.{kind}").With("x", x).With("y", y).With("width", Math.Max(0m, width)).With("height", height);

    public static Element Line(string kind, decimal fromX, decimal fromY, decimal toX, decimal toY) =>
        Tag($"line.{kind}").With("x1", fromX).With("y1", fromY).With("x2", toX).With("y2", toY);

    public static Element Dot(string kind, decimal x, decimal y, decimal radius) => Tag($"circle.{kind}").With("cx", x).With("cy", y).With("r", radius);

    public static Element Path(string kind, FormattableString way) => Tag($"path.{kind}").With("d", FormattableString.Invariant(way));

    public static Element Words(string kind, decimal x, decimal y, string words) => Tag($"text.{kind}", words).With("x", x).With("y", y);

    /// <summary>Words that show when a pointer rests on the shapes.</summary>
    public static Html Told(string words, params IEnumerable<Html?> shapes) => Tag("g", [Tag("title", words), .. shapes]);

    /// <summary>A name cut to so many half-width letters.</summary>
    public static string Cut(string name, int letters) => DisplayWidth.Measure(name) <= letters ? name
        : name[..Enumerable.Range(0, name.Length).Last(length => DisplayWidth.Measure(name.AsSpan(0, length)) < letters)] + "…";

    private static string Box(decimal width, decimal height) => FormattableString.Invariant($"0 0 {width:0.##} {height:0.##}");
}
