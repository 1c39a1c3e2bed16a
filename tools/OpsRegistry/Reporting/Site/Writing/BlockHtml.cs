using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site.Writing;

/// <summary>Blocks as HTML: a section for each heading, contents before them. It knows no page and no table by name.</summary>
internal sealed class BlockHtml(PageContext page)
{
    private const int FewestForContents = 4;

    private readonly ValueHtml values = new(page);
    private readonly TableHtml tables = new(page);
    private readonly ChartHtml charts = new(page);

    private int headingsBelow;

    /// <summary>How many levels below what stands around them the headings of blocks are.</summary>
    public int HeadingsBelow { init => headingsBelow = value; }

    /// <summary>Told, when the page is written, of how many letters each table came to.</summary>
    public Action<Table, int>? OfTable { get; init; }

    /// <summary>Blocks inside a section that stands already.</summary>
    public Html Inside(IReadOnlyList<Block> blocks) => All(blocks.Select(Write));

    /// <summary>The blocks of a page.</summary>
    public Html Write(IReadOnlyList<Block> blocks)
    {
        var top = blocks.OfType<Block.Heading>().Select(heading => heading.Level).DefaultIfEmpty(1).Min();
        headingsBelow = 2 - top; // the sections' own are the second level of a page
        var sections = new List<(Block.Heading? Heading, List<Block> Blocks)> { (null, []) };
        foreach (var block in blocks)
        {
            if (block is Block.Heading heading && heading.Level == top)
            {
                sections.Add((heading, []));
            }
            else
            {
                sections[^1].Blocks.Add(block);
            }
        }

        return All(
            [
                .. sections[0].Blocks.Select(block => Write(block)),
                sections.Count > FewestForContents ? Contents(sections.Select(section => section.Heading).OfType<Block.Heading>()) : null,
                .. sections.Skip(1).Select(section => Tag("section", [Tag("h2", values.Own(section.Heading!.Title)), .. section.Blocks.Select(block => Write(block))]).With("id", SiteAddress.Safe(section.Heading.Id))),
            ]);
    }

    private Html Contents(IEnumerable<Block.Heading> headings) => Tag(
        "nav.contents",
        headings.Select(heading => Tag("a", page.In(heading.Title)).With("href", "#" + SiteAddress.Safe(heading.Id)))).With("aria-label", page.In("本页内容", "On this page"));

    private Html? Write(Block block) => block switch
    {
        Block.Heading heading => Tag($"h{heading.Level + headingsBelow}", Toned(heading)).With("id", SiteAddress.Safe(heading.Id)),
        Block.Paragraph paragraph => Tag(SelectorOf(paragraph.Tone), values.Linked(paragraph.Words, paragraph.To)),
        Block.Figures figures => Write(figures.All),
        Block.TableBlock { Content: var table } => OfTable is { } told ? new Counted(tables.Write(table, Write), letters => told(table, letters)) : tables.Write(table, Write),
        Block.ChartBlock chart => charts.Draw(chart.Content),
        Block.Details details => Tag("details", [Tag("summary", values.Own(details.Title)), .. details.Content.Select(Write)]),
        Block.Listing listing => Tag("pre", page.In(listing.Words)).With("tabindex", "0"),
        Block.Prose prose => Tag("div", SafeMarkdown.Render(page.In(prose.Markdown), relative => prose.Folder is { } folder ? page.RepositoryFile(folder, relative) : null, headingsBelow: 1))
            .With("lang", prose.IsOwn ? page.LanguageOf(page.In(prose.Markdown)) : null),
        Block.Signatures => null,
        _ => throw new System.Diagnostics.UnreachableException(block.GetType().Name),
    };

    private Html Toned(Block.Heading heading) => heading.Tone is Tone.Good or Tone.Warning or Tone.Bad && heading.To is null
        ? values.Show(new Value.State(heading.Title, heading.Tone))!
        : values.Linked(heading.Title, heading.To);

    /// <summary>What the page is about in tiles, the rest in a list of terms.</summary>
    private Html Write(IReadOnlyList<Figure> figures)
    {
        var (leads, facts) = (figures.Where(figure => figure.IsLead).ToList(), figures.Where(figure => !figure.IsLead).ToList());
        return All(
            leads.Count == 0 ? null : Tag("dl.figures", leads.Select(figure => Tag($"div.figure.{ValueHtml.ClassOf(figure.Tone)}", Term(figure), Tag("dd", Tag("span.value", values.Show(figure.Value)), Below(figure))))),
            facts.Count == 0 ? null : Tag("dl.facts", facts.Select(figure => Tag(figure.Tone is Tone.Warning or Tone.Bad ? "div.alert" : figure.IsWide ? "div.wide" : "div", Term(figure), Tag("dd", values.Show(figure.Value), Below(figure))))));
    }

    private Element Term(Figure figure) => Tag("dt", values.Linked(figure.Title, figure.To));

    private Html? Below(Figure figure) => values.Show(figure.Below) is { } below ? Tag("span.under", below) : null;

    private static string SelectorOf(Tone tone) => tone switch
    {
        Tone.Warning or Tone.Bad => "p.alert",
        Tone.Faint => "p.note",
        Tone.Plain or Tone.Good or Tone.Heading or Tone.Strong => "p",
    };
}
