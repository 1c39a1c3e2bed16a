using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using OpsRegistry.Templates;

namespace OpsRegistry.Reporting.Documents;

/// <summary>A document as one HTML page that prints on A4 and opens in Word: no script, nothing fetched from anywhere.</summary>
internal static class DocumentHtml
{
    private const string Style = """
        @page { size: A4; margin: 2.2cm 2cm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
        body { font-family: "SimSun", "宋体", "Noto Serif CJK SC", serif; font-size: 11pt; line-height: 1.6; color: #000; background: #fff; max-width: 17cm; margin: 1.5em auto; padding: 0 1em; overflow-wrap: anywhere; }
        @media print { body { max-width: none; margin: 0; padding: 0; } }
        h1, h2, h3 { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 700; line-height: 1.4; break-after: avoid; }
        h1 { font-size: 18pt; text-align: center; margin: 0 0 .8em; }
        h2 { font-size: 13pt; margin: 1.2em 0 .4em; }
        h3 { font-size: 12pt; margin: 1em 0 .3em; }
        p { margin: .4em 0; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .5em 0; font-size: 9.5pt; line-height: 1.45; }
        th, td { border: 1px solid #555; padding: .3em .45em; vertical-align: middle; text-align: left; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td.label { background: #eee; font-weight: 700; text-align: center; font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; }
        td.open { height: 2.2em; }
        td.space { height: 6em; }
        hr { border: 0; border-top: 1px solid #999; margin: 1.5em 0 .6em; }
        hr ~ p { font-size: 8.5pt; color: #333; }

        """;

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, string title, string markdown)
    {
        output.NewLine = "\n";
        output.Write("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write($"<title>{WebUtility.HtmlEncode(VisibleText.OnPaper(title))}</title>\n<style>\n{Style}</style>\n</head>\n<body>\n");
        var renderer = new HtmlRenderer(output) { EnableHtmlForInline = true };
        TemplateMarkdown.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new TableRenderer());
        renderer.Render(TemplateMarkdown.Parse(markdown));
        output.Write("</body>\n</html>\n");
    }

    private sealed class TableRenderer : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var isForm = DocumentTables.IsForm(table);
            renderer.EnsureLine();
            renderer.Write("<table>\n<colgroup>");
            foreach (var share in DocumentTables.Shares(table))
            {
                renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<col style=\"width:{share * 100:0.##}%\">"));
            }

            renderer.Write("</colgroup>\n");
            foreach (var row in DocumentTables.Rows(table))
            {
                renderer.Write(row.IsHeader ? "<thead><tr>" : "<tr>");
                for (var column = 0; column < row.Count; column++)
                {
                    WriteCell(renderer, table, row, column, isForm);
                }

                renderer.Write(row.IsHeader ? "</tr></thead>\n" : "</tr>\n");
            }

            renderer.Write("</table>\n");
        }

        private static void WriteCell(HtmlRenderer renderer, Table table, TableRow row, int column, bool isForm)
        {
            var cell = (TableCell)row[column];
            var tag = row.IsHeader ? "th" : "td";
            var kind = isForm && DocumentTables.IsLabel(column) && !DocumentTables.IsEmpty(cell) ? " class=\"label\"" : isForm && DocumentTables.IsEmpty(cell) ? row.Count == 2 ? " class=\"space\"" : " class=\"open\"" : "";
            var side = row.IsHeader || isForm ? "" : DocumentTables.Alignment(table, column) switch
            {
                TableColumnAlign.Center => " style=\"text-align:center\"",
                TableColumnAlign.Right => " style=\"text-align:right\"",
                _ => "",
            };
            renderer.Write($"<{tag}{(row.IsHeader ? " scope=\"col\"" : "")}{kind}{side}>");
            foreach (var block in cell.OfType<LeafBlock>())
            {
                renderer.WriteLeafInline(block);
            }

            renderer.Write($"</{tag}>");
        }
    }
}
