using OpsRegistry.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OpsRegistry.Cli;

/// <summary>A terminal: tables with lines that fit its width, words in colour. Plain text passes through as it is.</summary>
internal sealed class TerminalOutput : TextWriter, IStyledOutput
{
    private const int Wide = 100; // columns

    private readonly TextWriter output;
    private readonly IAnsiConsole console;

    /// <summary>Writes to a terminal.</summary>
    public TerminalOutput(IAnsiConsole console)
    {
        this.console = console;
        output = console.Profile.Out.Writer;
        console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>Whether it shows colours.</summary>
    public bool UsesColour => console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    public override Encoding Encoding => output.Encoding;

    /// <summary>The terminal that standard output is, or standard output itself where it is piped or the terminal can show nothing.</summary>
    public static TextWriter Over(TextWriter standard) =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") is "dumb"
            ? standard
            : new TerminalOutput(ConsoleOver(standard, string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))));

    public override void Write(char value) => output.Write(value);

    public override void Write(string? value) => output.Write(value);

    public override void Write(ReadOnlySpan<char> buffer) => output.Write(buffer);

    public override void Flush() => output.Flush();

    public void Write(Tone tone, string words)
    {
        if (tone == Tone.Plain || !UsesColour)
        {
            output.Write(words);
            return;
        }

        // Not through the console: it would fold lines that the terminal folds better itself.
        output.Write($"\u001B[{CodeOf(tone)}m{words}\u001B[0m");
    }

    public void Write(TextTable table, int indent)
    {
        // Where columns are dear, rules between rows of letters are spared.
        var isNarrow = console.Profile.Width < Wide;
        var border = !table.HasHead ? TableBorder.None : isNarrow ? TableBorder.Simple : TableBorder.Rounded;
        var grid = new Table { Border = border, ShowHeaders = table.HasHead, BorderStyle = new Style(Color.Grey) };
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var head = table.HasHead ? table.Rows[0][column].Words : "";
            grid.AddColumn(new TableColumn(new Spectre.Console.Text(head, new Style(decoration: Decoration.Bold)))
            {
                Alignment = table.Columns[column] == ColumnAlignment.Right ? Justify.Right : Justify.Left,
                NoWrap = table.Columns[column] == ColumnAlignment.Right,
                Padding = isNarrow && table.HasHead ? new Padding(0, 0, 1, 0) : new Padding(1, 0, 1, 0),
            });
        }

        foreach (var row in table.Rows.Skip(table.HasHead ? 1 : 0))
        {
            grid.AddRow(row.Select(IRenderable (cell) => new Spectre.Console.Text(cell.Words, StyleOf(cell.Tone))));
        }

        console.Write(new Padder(grid, new Padding(Math.Max(0, table.HasHead ? indent : indent - 1), 0, 0, 0)));
    }

    private static IAnsiConsole ConsoleOver(TextWriter standard, bool colours) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(standard),
        Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });

    private static string CodeOf(Tone tone) => tone switch
    {
        Tone.Heading => "1;36",
        Tone.Strong => "1",
        Tone.Good => "32",
        Tone.Bad => "31",
        Tone.Warning => "33",
        Tone.Faint or Tone.Plain => "2",
    };

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Heading => new(Color.Teal, decoration: Decoration.Bold),
        Tone.Strong => new(decoration: Decoration.Bold),
        Tone.Good => new(Color.Green),
        Tone.Bad => new(Color.Maroon),
        Tone.Warning => new(Color.Olive),
        Tone.Faint => new(decoration: Decoration.Dim),
        Tone.Plain => Style.Plain,
    };
}
