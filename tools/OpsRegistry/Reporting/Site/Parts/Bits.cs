using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The small pieces that every page is made of.</summary>
internal static class Bits
{
    /// <summary>A figure with its label.</summary>
    public static Html Figure(string label, Html value, Html? below = null, string tone = "") =>
        Tag(tone.Length == 0 ? "div.figure" : $"div.figure.{tone}", Tag("dt", label), Tag("dd", Tag("span.value", value), below is null ? null : Tag("span.below", below)));

    /// <summary>Figures in a row.</summary>
    public static Html Figures(params IEnumerable<Html?> figures) => Tag("dl.figures", figures);

    /// <summary>A section with its heading, which the page's contents can link to.</summary>
    public static Html Section(string id, string title, params IEnumerable<Html?> content) =>
        Tag("section", [Tag("h2", title), .. content]).With("id", id);

    /// <summary>A note under a heading or table.</summary>
    public static Html Note(params IEnumerable<Html?> words) => Tag("p.note", words);

    /// <summary>A sign in colour, with its word: never the colour alone.</summary>
    public static Html Badge(string tone, string words) => Tag($"span.badge.{tone}", words);

    /// <summary>A table that scrolls by itself where it is wider than the page.</summary>
    /// <param name="heads">The heads: a leading <c>#</c> marks a column of numbers.</param>
    public static Html Table(string caption, IReadOnlyList<string> heads, params IEnumerable<Html?> rows) =>
        Tag(
            "div.scroll",
            Tag(
                "table",
                Tag("caption.away", caption),
                Tag("thead", Tag("tr", heads.Select(Head))),
                Tag("tbody", rows))).With("tabindex", "0").With("role", "region").With("aria-label", caption);

    /// <summary>A row of cells.</summary>
    public static Element Row(params IEnumerable<Html?> cells) => Tag("tr", cells);

    /// <summary>A cell.</summary>
    public static Element Cell(params IEnumerable<Html?> words) => Tag("td", words);

    /// <summary>A cell of the row's own head.</summary>
    public static Element HeadCell(params IEnumerable<Html?> words) => Tag("th", words).With("scope", "row");

    /// <summary>A cell with a number.</summary>
    public static Element Number(params IEnumerable<Html?> words) => Tag("td.number", words);

    /// <summary>A count; nothing is shown as a faint nought, so that what counts stands out.</summary>
    public static Element Counted(int count, string tone = "") =>
        count == 0 ? Tag("td.number.none", "0") : Tag(tone.Length == 0 ? "td.number" : $"td.number.{tone}", SiteWords.Count(count));

    /// <summary>Money in figures; a word where it is undetermined.</summary>
    public static Html Money(PageContext page, decimal? amount) =>
        amount is null ? Tag("span.unknown", page.In(Yuan.Show(null))) : Tag("span.money", Yuan.Show(amount).Zh);

    /// <summary>A total; a dash with a word where it is undetermined.</summary>
    public static Html Score(PageContext page, Assessment assessment) =>
        assessment.Scorecard is null && !assessment.Measurement.Folder.IsScored ? Tag("span.unknown", page.In(SiteWords.NotScored))
        : assessment.Total is null ? Tag("span.unknown", page.In(SiteWords.Undetermined))
        : Tag("span.score", Points.Show(assessment.Total));

    /// <summary>Clauses, each as it is cited.</summary>
    public static Html Clauses(PageContext page, IEnumerable<string> clauses) =>
        Joined(" ", clauses.Select(clause => Tag("span.clause", page.Own(clause))));

    /// <summary>A term and what it says.</summary>
    public static Html Pair(string term, params IEnumerable<Html?> words) => Tag("div", Tag("dt", term), Tag("dd", words));

    private static Html Head(string head) => head.StartsWith('#')
        ? Tag("th.number", head[1..]).With("scope", "col")
        : head.Length == 0 ? Tag("td") : Tag("th", head).With("scope", "col");
}
