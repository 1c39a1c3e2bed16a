using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OpsRegistry.Reporting.Site;

/// <summary>
/// Markdown of the registry as HTML. Raw HTML is shown as text; links and images are judged on the syntax tree, since Markdig itself
/// lets <c>javascript:</c> links and remote images through (trust: Output).
/// </summary>
internal sealed class SafeMarkdown : Html
{
    /// <summary>The most characters of a registry's own text that are rendered.</summary>
    public const int MostCharacters = 60_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();
    private readonly string html;

    private SafeMarkdown(string html)
    {
        this.html = html;
    }

    /// <summary>Renders a text.</summary>
    /// <param name="linkOf">Where a relative address leads on the page; null to leave the words without a link.</param>
    /// <param name="headingsBelow">The level of the page's heading that it stands under.</param>
    /// <param name="most">The most characters that are rendered; the rest is cut.</param>
    public static Html Render(string text, Func<string, string?> linkOf, int headingsBelow, int most = MostCharacters)
    {
        var cut = text.Length <= most ? text : text[..most] + " …";
        try
        {
            var document = Markdig.Markdown.Parse(cut, Pipeline);
            Judge(document, linkOf);
            Align(document);
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                heading.Level = Math.Min(6, heading.Level + headingsBelow);
            }

            return new SafeMarkdown(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deep.
            return Tags.Tag("pre", cut);
        }
    }

    public override void WriteTo(StringBuilder output) => output.Append("<div class=\"prose\">").Append(html).Append("</div>");

    /// <summary>Markdig aligns columns by styles in the page, which the page's own policy forbids: classes instead.</summary>
    private static void Align(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            // A narrow screen scrolls in it, by keyboard too.
            table.GetAttributes().AddProperty("tabindex", "0");
            foreach (var cells in table.OfType<TableRow>().Select(row => row.OfType<TableCell>().ToList()))
            {
                foreach (var (cell, column) in cells.Zip(table.ColumnDefinitions).Where(pair => pair.Second.Alignment == TableColumnAlign.Right))
                {
                    cell.GetAttributes().AddClass("number");
                }
            }

            foreach (var column in table.ColumnDefinitions)
            {
                column.Alignment = null;
            }
        }
    }

    private static void Judge(MarkdownDocument document, Func<string, string?> linkOf)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            var target = link.IsImage ? null : Allowed(link.Url, linkOf);
            if (target is null)
            {
                Unlink(link);
            }
            else
            {
                link.Url = target;
                link.Title = null;
            }
        }

        foreach (var address in document.Descendants<AutolinkInline>().ToList())
        {
            if (address.IsEmail || Allowed(address.Url, _ => null) is null)
            {
                address.ReplaceBy(new LiteralInline(address.Url));
            }
        }
    }

    private static string? Allowed(string? url, Func<string, string?> linkOf) =>
        url is null ? null
        : url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? url
        : url.Contains(':', StringComparison.Ordinal) || url.StartsWith('/') || url.StartsWith('\\') ? null
        : linkOf(url);

    /// <summary>Leaves the words, without what they led to.</summary>
    private static void Unlink(LinkInline link)
    {
        var words = new ContainerInline();
        link.ReplaceBy(words, copyChildren: true);
        if (words.FirstChild is null)
        {
            words.AppendChild(new LiteralInline(link.Url ?? ""));
        }
    }
}
