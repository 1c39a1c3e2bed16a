using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>Any list of blocks for the terminal: parts of parts stand further in; charts and boxes to sign in are for paper and pages.</summary>
internal static class BlockText
{
    private const int Step = 2; // columns

    /// <summary>Writes the blocks, an empty line before each heading but the first, before what pages fold, and between tables.</summary>
    public static void Write(TextWriter output, IEnumerable<Block> blocks, Language language)
    {
        var (level, before) = (1, (Block?)null);
        foreach (var block in blocks)
        {
            if (before is not null && (block is Block.Heading or Block.Details || (before, block) is (Block.TableBlock, Block.TableBlock)))
            {
                output.WriteLine();
            }

            if (block is Block.Heading heading)
            {
                level = heading.Level;
            }

            Write(output, block, language, Indent(block is Block.Heading ? level - 2 : block is Block.Details ? 0 : Math.Max(1, level - 1)));
            before = block;
        }
    }

    private static void Write(TextWriter output, Block block, Language language, string indent)
    {
        switch (block)
        {
            case Block.Heading heading:
                output.WriteLine(ToneOf(heading), indent + VisibleText.Show(heading.Title.In(language)));
                break;
            case Block.Paragraph paragraph:
                output.WriteLine(paragraph.Tone, indent + VisibleText.Show(paragraph.Words.In(language)));
                break;
            case Block.Figures figures:
                WriteFigures(output, figures, language, indent);
                break;
            case Block.TableBlock table:
                TableText.Write(output, table.Content, language, indent);
                break;
            case Block.Details details:
                output.WriteLine(Tone.Strong, indent + VisibleText.Show(details.Title.In(language)));
                foreach (var inner in details.Content)
                {
                    Write(output, inner, language, indent + new string(' ', Step));
                }

                break;
            case Block.Listing listing:
                WriteLines(output, listing.Words.In(language), indent);
                break;
            case Block.Prose prose:
                WriteLines(output, prose.Markdown.In(language), indent);
                break;
            case Block.ChartBlock or Block.Signatures:
                break;
            default:
                throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }
    }

    private static void WriteLines(TextWriter output, string words, string indent)
    {
        foreach (var line in words.Split('\n'))
        {
            output.WriteLine(indent + VisibleText.Show(line));
        }
    }

    private static void WriteFigures(TextWriter output, Block.Figures figures, Language language, string indent)
    {
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Right, ColumnAlignment.Left);
        foreach (var figure in figures.All)
        {
            table.Add(figure.Title.In(language), new TonedCell(ValueText.Show(figure.Value, language), figure.Tone), ValueText.Show(figure.Below, language));
        }

        table.Write(output, indent);
    }

    private static Tone ToneOf(Block.Heading heading) => heading is { Level: 1, Tone: Tone.Strong } ? Tone.Heading : heading.Tone;

    private static string Indent(int levels) => new(' ', Step * Math.Max(0, levels));
}
