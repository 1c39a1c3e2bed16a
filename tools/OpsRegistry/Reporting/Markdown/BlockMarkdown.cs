using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Markdown;

/// <summary>Blocks as Markdown that reads well in a diff: a row a line, text from records harmless. It knows no report and no table by name.</summary>
internal sealed class BlockMarkdown(TextWriter output, Language language)
{
    /// <summary>Where files can be looked at, without a slash at its end; null for a report, which lies three folders deep beside them.</summary>
    public string? FilesAddress { get; init; }

    public void Write(IEnumerable<Block> blocks)
    {
        output.NewLine = "\n";
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                output.WriteLine($"{new string('#', heading.Level)} {MarkdownText.Escape(heading.Title.In(language))}");
                break;
            case Block.Paragraph paragraph:
                output.WriteLine(Toned(MarkdownText.AnyWhere(paragraph.Words.In(language)), paragraph.Tone));
                break;
            case Block.Figures figures:
                Write(figures.All);
                break;
            case Block.TableBlock table:
                Write(table.Content);
                break;
            case Block.Details details:
                output.WriteLine($"<details><summary>{MarkdownText.Escape(details.Title.In(language))}</summary>");
                output.WriteLine();
                Write(details.Content);
                output.WriteLine("</details>");
                break;
            case Block.Listing listing:
                output.WriteLine(string.Join("  \n", listing.Words.In(language).Split('\n').Select(MarkdownText.AnyWhere)));
                break;
            case Block.Prose prose:
                output.WriteLine(MarkdownText.AnyWhere(prose.Markdown.In(language)));
                break;
            case Block.ChartBlock or Block.Signatures:
                return;
            default:
                throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }

        output.WriteLine();
    }

    private void Write(IReadOnlyList<Figure> figures)
    {
        output.WriteLine("| | |");
        output.WriteLine("|---|---|");
        foreach (var figure in figures)
        {
            var value = figure.IsLead ? $"**{Show(figure.Value)}**" : Show(figure.Value);
            Row([MarkdownText.Escape(figure.Title.In(language)), value + Show(figure.Below)]);
        }
    }

    private void Write(Table table)
    {
        if (table.RowCount == 0)
        {
            output.WriteLine(MarkdownText.AnyWhere(table.WhenEmpty.In(language)));
            return;
        }

        var shown = table.Columns.Select((column, index) => (Column: column, Index: index)).Where(pair => !pair.Column.IsForPaper).ToList();
        Row(shown.Select(pair => MarkdownText.Escape(pair.Column.Title.In(language))));
        output.WriteLine($"|{string.Concat(shown.Select(pair => pair.Column.IsFigure ? "---:|" : "---|"))}");
        for (var row = 0; row < table.RowCount; row++)
        {
            Row(shown.Select(pair => Show(table.Cell(row, pair.Index))));
        }

        foreach (var foot in table.FootRows.Where(foot => !foot.IsForPaper))
        {
            Foot(foot, shown.ConvertAll(pair => pair.Column.Key));
        }

        foreach (var note in table.Notes)
        {
            output.WriteLine();
            output.WriteLine(MarkdownText.AnyWhere(note.In(language)));
        }
    }

    private void Foot(FootRow foot, List<string> keys) => Row(keys.Select((key, index) =>
        foot.Cells.FirstOrDefault(cell => cell.Column == key) is { } found ? $"**{Show(found.Value)}**"
        : index == 0 ? $"**{MarkdownText.Escape(foot.Title.In(language))}**"
        : ""));

    private void Row(IEnumerable<string> cells) => output.WriteLine($"|{string.Concat(cells.Select(cell => cell.Length == 0 ? " |" : $" {cell} |"))}");

    private string Show(Value value) =>
        value is Value.Record record ? MarkdownText.Link(string.Create(CultureInfo.InvariantCulture, $"{record.Name}:{record.Line}"), record.Path, record.Line, FilesAddress)
        : value is Value.Many many ? string.Join("<br>", many.All.Select(Show))
        : MarkdownText.Escape(ValueText.Show(value, language));

    private static string Toned(string words, Tone tone) => tone is Tone.Warning or Tone.Bad or Tone.Strong ? $"**{words}**" : words;
}
