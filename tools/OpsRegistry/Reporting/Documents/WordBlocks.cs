using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The blocks of a document as Word's paragraphs and tables.</summary>
internal static class WordBlocks
{
    /// <summary>What Word shows for a block.</summary>
    public static IEnumerable<OpenXmlElement> Write(Block block) => block switch
    {
        HeadingBlock heading => [Paragraph(WordStyles.Heading(heading.Level), heading.Inline)],
        Markdig.Extensions.Tables.Table table => [WordTables.Write(table), new Paragraph(Properties(WordStyles.Small))],
        ThematicBreakBlock => [Rule()],
        ParagraphBlock paragraph => [Paragraph(IsAfterRule(paragraph) ? WordStyles.Small : WordStyles.Body, paragraph.Inline)],
        ListBlock list => Items(list),
        QuoteBlock quote => quote.SelectMany(Write),
        LeafBlock { Inline: { } words } => [Paragraph(WordStyles.Body, words)],
        CodeBlock code => code.Lines.Lines.Take(code.Lines.Count).Select(line => Plain(WordStyles.Body, line.Slice.ToString())),
        _ => [],
    };

    /// <summary>A paragraph of a style with the words of an inline.</summary>
    public static Paragraph Paragraph(string style, ContainerInline? words) => new(Runs(words, false, false).Prepend<OpenXmlElement>(Properties(style)));

    /// <summary>The properties of a paragraph of a style.</summary>
    public static ParagraphProperties Properties(string style) => new(new ParagraphStyleId { Val = style });

    private static Paragraph Plain(string style, string words) => new(Properties(style), Run(words, false, false));

    // What stands below a rule says where the document comes from.
    private static bool IsAfterRule(ParagraphBlock paragraph) =>
        paragraph.Parent is MarkdownDocument document && document.Take(document.IndexOf(paragraph)).Any(before => before is ThematicBreakBlock);

    private static Paragraph Rule() => new(new ParagraphProperties(
        new ParagraphStyleId { Val = WordStyles.Small },
        new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "999999" })));

    private static IEnumerable<OpenXmlElement> Items(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var mark = list.IsOrdered ? number++.ToString(CultureInfo.InvariantCulture) + ". " : "· ";
            foreach (var element in item.SelectMany(Write))
            {
                if (element is Paragraph paragraph)
                {
                    paragraph.ParagraphProperties!.Append(new Indentation { Left = "420", Hanging = mark.Length > 0 ? "420" : "0" });
                    paragraph.InsertAfter(Run(mark, false, false), paragraph.ParagraphProperties);
                    mark = "";
                }

                yield return element;
            }
        }
    }

    private static IEnumerable<OpenXmlElement> Runs(ContainerInline? words, bool bold, bool italic)
    {
        foreach (var inline in words ?? Enumerable.Empty<Inline>())
        {
            IEnumerable<OpenXmlElement> runs = inline switch
            {
                EmphasisInline emphasis => Runs(emphasis, bold || emphasis.DelimiterCount > 1, italic || emphasis.DelimiterCount == 1),
                LinkInline link => Runs(link, bold, italic).Append(Run($"（{link.Url}）", bold, italic)),
                ContainerInline container => Runs(container, bold, italic),
                LineBreakInline => [Run(" ", bold, italic)],
                LiteralInline literal => [Run(literal.Content.ToString(), bold, italic)],
                HtmlEntityInline entity => [Run(entity.Transcoded.ToString(), bold, italic)],
                CodeInline code => [Run(code.Content, bold, italic)],
                AutolinkInline link => [Run(link.Url, bold, italic)],
                _ => [],
            };
            foreach (var run in runs)
            {
                yield return run;
            }
        }
    }

    private static Run Run(string words, bool bold, bool italic)
    {
        var run = new Run();
        if (bold || italic)
        {
            run.Append(new RunProperties(new OpenXmlElement?[] { bold ? new Bold() : null, italic ? new Italic() : null }.OfType<OpenXmlElement>()));
        }

        run.Append(new WordText(VisibleText.OnPaper(words)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }
}
