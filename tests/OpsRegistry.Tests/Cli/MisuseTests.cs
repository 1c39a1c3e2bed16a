using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A slip on the command line is answered in the reader's language, with the word that was meant; and who asks for help gets it.</summary>
public sealed class MisuseTests
{
    [Theory]
    [InlineData("chekc", "没有命令“chekc”；是否指 check？", "there is no command 'chekc'; did you mean check?")]
    [InlineData("score --formt json", "“score”没有选项 --formt；是否指 --format？", "'score' has no option --formt; did you mean --format?")]
    [InlineData("score --format jsn", "选项 --format 没有“jsn”；可用：csv、json、text；是否指 json？", "option --format knows no 'jsn'; there are: csv, json, text; did you mean json?")]
    [InlineData("explain", "缺少 <what>，例如 ./opsreg explain OPS312", "<what> is missing, e.g. ./opsreg explain OPS312")]
    [InlineData("list Incidnt", "是否指 incident？", "did you mean incident?")]
    [InlineData("score pingdingshn-2025", "是否指 pingdingshan-2025？", "did you mean pingdingshan-2025?")]
    public void A_slip_is_answered_with_what_was_meant(string line, string zh, string en)
    {
        Assert.Contains(zh, Said(line, "zh"), StringComparison.Ordinal);
        Assert.Contains(en, Said(line, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form --help")]
    [InlineData("import --help")]
    [InlineData("explain --help")]
    [InlineData("seal --help")]
    [InlineData("list --help --formt x")]
    [InlineData("help release")]
    public void Help_wins_over_whatever_is_missing(string line)
    {
        var (exit, output, error) = Run([.. line.Split(' '), "--lang", "en"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\\u4e00-\\u9fff]", output);
    }

    [Theory]
    [InlineData("list 事件 --format csv")]
    [InlineData("list incidents --format csv")]
    public void A_kind_is_known_by_any_of_its_names(string line) => Assert.Equal(0, CommandLine.Run(line.Split(' ')).Exit);

    private static string Said(string line, string language)
    {
        var outcome = CommandLine.Run([.. line.Split(' '), "--lang", language]);
        Assert.Equal(2, outcome.Exit);
        return outcome.Error;
    }

    private static (int Exit, string Output, string Error) Run(string[] arguments)
    {
        var outcome = CommandLine.RunAnywhere(arguments);
        return (outcome.Exit, outcome.Output, outcome.Error);
    }
}
