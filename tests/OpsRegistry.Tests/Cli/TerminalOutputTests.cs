using OpsRegistry.Cli;
using OpsRegistry.Reporting;
using Spectre.Console;
using Spectre.Console.Testing;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class TerminalOutputTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_table_of_chinese_text_stays_within_the_terminal(int columns)
    {
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Right);
        table.Head("目标", "说明", "达标率");
        table.Add("《故障处理及分析报告》提交时限", string.Concat(Enumerable.Repeat("政务服务管理系统列表打开缓慢，", 8)), "83.33 %");
        table.Add("response", new string('W', 200), "100.00 %");
        var lines = Written(columns, colours: false, output => table.Write(output, "  ")).Split('\n');
        Assert.All(lines, line => Assert.InRange(DisplayWidth.Measure(line), 0, columns));
        Assert.Equal(2, lines.Count(line => line.Contains(" %", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_without_head_has_no_lines() =>
        Assert.Matches("^ +a +1 *\n +bb +22 *\n$", Written(80, colours: false, output =>
        {
            var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Right);
            table.Add("a", "1");
            table.Add("bb", "22");
            table.Write(output, "  ");
        }));

    [Fact]
    public void Tones_are_colours() => Assert.Equal("\u001B[31m−5\u001B[0m\n", Written(80, colours: true, output => output.WriteLine(Tone.Bad, "−5")));

    [Fact]
    public void Without_colours_there_is_no_escape() => Assert.Equal("−5\n", Written(80, colours: false, output => output.WriteLine(Tone.Bad, "−5")));

    [Fact]
    public void Any_other_output_gets_the_words_alone()
    {
        using var plain = new StringWriter { NewLine = "\n" };
        plain.WriteLine(Tone.Bad, "−5");
        Assert.Equal("−5\n", plain.ToString());
    }

    [Fact]
    public void What_cannot_be_seen_is_a_number_in_a_terminal_too() =>
        Assert.Contains("x\\u001b[31m", Written(80, colours: true, output =>
        {
            var table = new TextTable(ColumnAlignment.Left);
            table.Add("x\u001B[31m");
            table.Write(output);
        }), StringComparison.Ordinal);

    private static string Written(int columns, bool colours, Action<TextWriter> write)
    {
        using var console = new TestConsole().Width(columns).Colors(colours ? ColorSystem.Standard : ColorSystem.NoColors);
        console.EmitAnsiSequences = colours;
        using var terminal = new TerminalOutput(console) { NewLine = "\n" };
        write(terminal);
        return console.Output;
    }
}
