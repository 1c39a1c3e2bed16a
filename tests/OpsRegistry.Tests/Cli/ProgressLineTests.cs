using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Long work says how far it has come and how long it will still take; short work says nothing.</summary>
public sealed class ProgressLineTests
{
    [Fact]
    public void After_a_second_it_says_what_is_left_and_at_the_end_it_is_gone()
    {
        using var terminal = new StringWriter();
        var gone = TimeSpan.Zero;
        using (var line = new ProgressLine(terminal, Language.En, 4, () => gone))
        {
            gone = TimeSpan.FromMilliseconds(900);
            line.Advance("one");
            Assert.Equal("", terminal.ToString());
            gone = TimeSpan.FromSeconds(10);
            line.Advance("two");
            Assert.Equal("\r\u001b[K2/4  about 10 s left  two", terminal.ToString());
            gone = TimeSpan.FromMinutes(9);
            line.Advance("three");
            Assert.EndsWith("\r\u001b[K3/4  about 3 min left  three", terminal.ToString(), StringComparison.Ordinal);
        }

        Assert.EndsWith("three\r\u001b[K", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_registry_is_told_by_files_until_the_work_is_over()
    {
        using var terminal = new StringWriter();
        var gone = TimeSpan.FromSeconds(2);
        var line = new ProgressLine(terminal, Language.En, 0, () => gone);
        var source = Progress.Watch(line, Tests.StraightLine.InMemory.SourceOf(Tests.StraightLine.InMemory.Files("tests/golden/registry")));
        var entries = source.Entries;
        Assert.NotNull(source.Read(entries[0]));
        Assert.StartsWith($"\r\u001b[K1/{entries.Count}  about ", terminal.ToString(), StringComparison.Ordinal);
        Assert.Same(entries, source.Entries);
        gone = TimeSpan.FromSeconds(3);
        source.Read(entries[1]);
        Assert.Contains($"\r\u001b[K2/{entries.Count}  about ", terminal.ToString(), StringComparison.Ordinal);
        line.Dispose();
        var said = terminal.ToString();
        source.Read(entries[2]);
        Assert.Equal(said, terminal.ToString());
    }

    [Fact]
    public void Nobody_watches_where_nobody_would_see_it()
    {
        using var line = new ProgressLine(null, Language.En, 0, () => TimeSpan.Zero);
        var source = Tests.StraightLine.InMemory.SourceOf(Tests.StraightLine.InMemory.Files("tests/golden/registry"));
        Assert.Same(source, Progress.Watch(line, source));
    }

    [Fact]
    public void Topics_of_help_are_told_in_the_language_asked_for_and_listed_with_the_verbs()
    {
        var topic = CommandLine.Run("help", "exit-codes", "--lang", "en");
        Assert.Equal(0, topic.Exit);
        Assert.Contains("70  a fault of this program: please report it", topic.Output, StringComparison.Ordinal);
        Assert.Contains("退出码 (exit-codes)", CommandLine.Run("help", "退出码").Output, StringComparison.Ordinal);
        Assert.Contains("  exit-codes", CommandLine.Run("--help").Output, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("help", "nonsense-topic").Exit);
    }
}
