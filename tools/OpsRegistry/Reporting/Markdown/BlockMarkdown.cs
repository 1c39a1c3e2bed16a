using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Markdown;

/// <summary>Blocks as Markdown that reads well in a diff: a row a line, text from records harmless. It knows no report and no table by name.</summary>
internal sealed class BlockMarkdown(TextWriter output, Language language)
{
    /// <summary>What is different in the place it is written for.</summary>
    public MarkdownDialect Dialect { get; init; } = new();

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
                output.WriteLine($"{new string('#', heading.Level + Dialect.HeadingsBelow)} {Dialect.Sign(heading.Tone)}{Words(heading.Title)}");
                break;
            case Block.Paragraph paragraph:
                output.WriteLine(Toned(Linked(Line(paragraph.Words), paragraph.To), paragraph.Tone));
                break;
            case Block.Figures figures:
                Write(figures.All);
                break;
            case Block.TableBlock table:
                Write(table.Content);
                break;
            case Block.Details details:
                output.WriteLine($"<details><summary>{Words(details.Title)}</summary>");
                output.WriteLine();
                Write(details.Content);
                output.WriteLine("</details>");
                break;
            case Block.Listing listing:
                output.WriteLine(string.Join("  \n", listing.Words.In(language).Split('\n').Select(Line)));
                break;
            case Block.Prose prose:
                output.WriteLine(Line(prose.Markdown));
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
            Row([Words(figure.Title), value + Show(figure.Below)]);
        }
    }

    private void Write(Table table)
    {
        if (table.RowCount == 0)
        {
            output.WriteLine(Line(table.WhenEmpty));
            return;
        }

        if (table.ReadsAsList)
        {
            new ListMarkdown(output, language, Dialect, Show).Write(table);
        }
        else
        {
            WriteRows(table);
        }

        foreach (var note in table.Notes)
        {
            output.WriteLine();
            output.WriteLine(Line(note));
        }
    }

    private void WriteRows(Table table)
    {
        var shown = table.Columns.Select((column, index) => (Column: column, Index: index)).Where(pair => !pair.Column.IsForPaper).ToList();
        Row(shown.Select(pair => Words(pair.Column.Title)));
        output.WriteLine($"|{string.Concat(shown.Select(pair => pair.Column.IsFigure ? "---:|" : "---|"))}");
        var most = Math.Min(table.RowCount, Dialect.MostTableRows);
        for (var row = 0; row < most; row++)
        {
            Row(shown.Select(pair => Show(table.Cell(row, pair.Index))));
        }

        if (table.RowCount > most)
        {
            Row(shown.Select((_, index) => index == 0 ? ListMarkdown.More(table.RowCount - most).In(language) : ""));
        }

        foreach (var foot in table.FootRows.Where(foot => !foot.IsForPaper))
        {
            Foot(foot, shown.ConvertAll(pair => pair.Column.Key));
        }
    }

    private void Foot(FootRow foot, List<string> keys) => Row(keys.Select((key, index) =>
        foot.Cells.FirstOrDefault(cell => cell.Column == key) is { } found ? $"**{Show(found.Value)}**"
        : index == 0 ? $"**{Words(foot.Title)}**"
        : ""));

    private void Row(IEnumerable<string> cells) => output.WriteLine($"|{string.Concat(cells.Select(cell => cell.Length == 0 ? " |" : $" {cell} |"))}");

    private string Show(Value value) => value switch
    {
        Value.Record record => Dialect.Link(record),
        Value.Link link => Linked(Words(link.Title), link.To),
        Value.Many many => string.Join("<br>", many.All.Take(Dialect.MostParts).Select(Show)),
        Value.Change change => change.Show(Show, words => $"**{words}**"),
        Value.Clauses clauses => Dialect.Escape(ValueText.Show(clauses with { All = clauses.All.Take(Dialect.MostParts).ToList() }, language)),
        Value.Points or Value.Yuan => Dialect.Figure(ValueText.Show(value, language)),
        Value.Nothing or Value.Words or Value.Code or Value.Count or Value.Moment or Value.Day or Value.Days or Value.Length or Value.Limit or Value.Share or
            Value.State or Value.Undetermined or Value.Series => Dialect.Escape(ValueText.Show(value, language)),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    private string Linked(string words, Anchor? to) => to is { } place && Dialect.AddressOf(place) is { } address ? $"[{words}]({address})" : words;

    private string Words(Text words) => Dialect.Escape(words.In(language));

    private string Line(Text words) => Line(words.In(language));

    private string Line(string words) => MarkdownText.AtLineStart(Dialect.Escape(words));

    private string Toned(string words, Tone tone) => tone switch
    {
        Tone.Warning or Tone.Bad or Tone.Strong => $"**{words}**",
        Tone.Faint => Dialect.Small(words),
        Tone.Plain or Tone.Good or Tone.Heading => words,
    };
}
