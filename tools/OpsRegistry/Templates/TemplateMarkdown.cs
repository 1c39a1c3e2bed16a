using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Templates;

/// <summary>The Markdown of documents: headings, paragraphs, lists, tables, emphasis. No HTML, no images, links only to the web and to mail.</summary>
internal static class TemplateMarkdown
{
    private static readonly MarkdownPipeline Whole = Builder().UsePreciseSourceLocation().Build();

    /// <summary>What documents are made with: HTML is text like any other.</summary>
    public static MarkdownPipeline Pipeline { get; } = Builder().DisableHtml().Build();

    /// <summary>The tree of a document, harmless whatever stands in it: of images and of links that are not allowed the words remain.</summary>
    public static MarkdownDocument Parse(string text)
    {
        var tree = Markdown.Parse(text, Pipeline);
        foreach (var link in tree.Descendants<LinkInline>().Where(link => link.IsImage || !IsAllowedLink(link.Url)).ToList())
        {
            var words = new ContainerInline();
            link.ReplaceBy(words, copyChildren: true);
        }

        foreach (var link in tree.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsAllowedLink(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return tree;
    }

    /// <summary>True for a link that a document may carry.</summary>
    public static bool IsAllowedLink(string? target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";

    /// <summary>What a template may not hold: it would bring foreign pages or files into a document that people sign.</summary>
    public static IEnumerable<TemplateFault> Faults(TemplateFile file)
    {
        var source = new SourceLines(file.Path, file.Text);
        foreach (var item in Markdown.Parse(file.Text, Whole).Descendants())
        {
            var fault = item switch
            {
                HtmlBlock => new Message("HTML 代码", "HTML"),
                HtmlInline => new Message("HTML 代码", "HTML"),
                LinkInline { IsImage: true } => new Message("图片", "an image"),
                LinkInline link when !IsAllowedLink(link.Url) => new Message("不是网址的链接", "a link that leads to no web page"),
                AutolinkInline link when !link.IsEmail && !IsAllowedLink(link.Url) => new Message("不是网址的链接", "a link that leads to no web page"),
                _ => (Message?)null,
            };
            if (fault is { } found)
            {
                yield return new(source.At(Math.Max(0, item.Span.Start), Math.Max(1, item.Span.Length)), found,
                    new("模板只写标题、段落、列表、表格和强调；说明写成 {{! 说明 }}", "a template holds headings, paragraphs, lists, tables and emphasis; write a note as {{! note }}"));
            }
        }
    }

    private static MarkdownPipelineBuilder Builder() =>
        new MarkdownPipelineBuilder().UsePipeTables(new PipeTableOptions { InferColumnWidthsFromSeparator = true });
}
