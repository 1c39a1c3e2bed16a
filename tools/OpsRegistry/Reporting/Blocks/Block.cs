using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>One thing under the other: pages, sheets and reports are lists of these, and each format writes every kind in its own way.</summary>
internal abstract record Block
{
    private Block()
    {
    }

    /// <summary>A heading.</summary>
    /// <param name="Title">Its words.</param>
    /// <param name="Id">What contents and links call it.</param>
    public sealed record Heading(Text Title, string Id) : Block
    {
        /// <summary>1 for a part of a page, 2 for a part of that.</summary>
        public int Level { get; init; } = 1;

        /// <summary>What it means to a reader.</summary>
        public Tone Tone { get; init; } = Tone.Strong;

        /// <summary>Where it leads; null for nowhere.</summary>
        public Anchor? To { get; init; }

        /// <summary>What can link to it besides its id.</summary>
        public Anchor? Anchor { get; init; }
    }

    /// <summary>Sentences.</summary>
    /// <param name="Words">The sentences.</param>
    public sealed record Paragraph(Text Words) : Block
    {
        /// <summary>What it means to a reader; faint is small print.</summary>
        public Tone Tone { get; init; }

        /// <summary>Where it leads; null for nowhere.</summary>
        public Anchor? To { get; init; }
    }

    /// <summary>The few figures that a page is about.</summary>
    /// <param name="All">The figures, most important first.</param>
    public sealed record Figures(IReadOnlyList<Figure> All) : Block;

    /// <summary>A table.</summary>
    /// <param name="Content">The table.</param>
    public sealed record TableBlock(Table Content) : Block;

    /// <summary>A chart.</summary>
    /// <param name="Content">The chart.</param>
    public sealed record ChartBlock(Chart Content) : Block;

    /// <summary>What only some readers want to see: folded where a format can fold.</summary>
    /// <param name="Title">What is inside.</param>
    /// <param name="Content">The blocks inside.</param>
    public sealed record Details(Text Title, IReadOnlyList<Block> Content) : Block;

    /// <summary>Text as a terminal has it, line by line.</summary>
    public sealed record Listing(Text Words) : Block
    {
        /// <summary>What a writer writes, in both languages.</summary>
        public static Listing Of(Action<TextWriter, Language> write)
        {
            string In(Language language)
            {
                using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
                write(output, language);
                return output.ToString().Trim('\n');
            }

            return new(new Text(In(Language.Zh), In(Language.En)));
        }
    }

    /// <summary>Markdown of a person: a format shows what of it is harmless.</summary>
    public sealed record Prose(Text Markdown) : Block
    {
        /// <summary>The folder of the registry that its relative addresses start from; null where they lead nowhere.</summary>
        public string? Folder { get; init; }

        /// <summary>True for what a person wrote, in whatever language.</summary>
        public bool IsOwn { get; init; }
    }

    /// <summary>A table under its own heading, with a chart between them where there is one.</summary>
    public static IEnumerable<Block> Part(Table table, Chart? chart = null) =>
        [new Heading(table.Title, table.Id) { Level = 2 }, .. chart is null ? [] : (Block[])[new ChartBlock(chart)], new TableBlock(table)];

    /// <summary>Lines to sign and seal in, on paper and in a workbook.</summary>
    /// <param name="Lines">From top to bottom.</param>
    public sealed record Signatures(params IReadOnlyList<SigningLine> Lines) : Block;
}

/// <summary>A figure with its label.</summary>
/// <param name="Key">A stable English name.</param>
/// <param name="Title">Its label.</param>
/// <param name="Value">The figure.</param>
internal sealed record Figure(string Key, Text Title, Value Value)
{
    /// <summary>What stands below it, smaller.</summary>
    public Value Below { get; init; } = Value.None;

    /// <summary>What it means to a reader.</summary>
    public Tone Tone { get; init; }

    /// <summary>Its live formula; null for none.</summary>
    public Formula? Formula { get; init; }

    /// <summary>The name by which a whole workbook knows its cell; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Where its label leads; null for nowhere.</summary>
    public Anchor? To { get; init; }

    /// <summary>True for what needs the whole width.</summary>
    public bool IsWide { get; init; }

    /// <summary>True for what the page is about.</summary>
    public bool IsLead { get; init; }

    /// <summary>True where the reader may put in another number to try.</summary>
    public bool IsInput { get; init; }
}
