using System.Diagnostics;
using OpsRegistry.Cli;
using OpsRegistry.Cli.Commands;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Help by what people look for, and completion in their shell.</summary>
public sealed class HelpTests
{
    [Fact]
    public void Every_verb_stands_in_exactly_one_group_and_none_is_listed_twice()
    {
        var root = Application.Root();
        var grouped = VerbGroups.Of(root).SelectMany(group => group.Verbs).Select(verb => verb.Name).ToList();
        Assert.Equal(root.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).Order(StringComparer.Ordinal), grouped.Order(StringComparer.Ordinal));
        var help = CommandLine.Run("--help", "--lang", "en");
        Assert.Equal(0, help.Exit);
        Assert.Equal(1, help.Lines.Count(line => line.StartsWith("  score ", StringComparison.Ordinal)));
        Assert.True(help.Output.IndexOf("\nRecords", StringComparison.Ordinal) < help.Output.IndexOf("\nProof", StringComparison.Ordinal));
        Assert.DoesNotContain("校验", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_in_one_language_and_says_how_to_get_the_other()
    {
        foreach (var verb in Application.Root().Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).Append(""))
        {
            var chinese = CommandLine.Run([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output;
            Assert.EndsWith("\n\nIn English: --help --lang en\n", chinese, StringComparison.Ordinal);
            Assert.DoesNotContain(" / ", chinese, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?m)^[A-Z][a-z]+:$|usage information", chinese);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}.* / ", CommandLine.Run([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", "en"]).Output);
        }
    }

    [Fact]
    public void Help_on_a_verb_is_its_own_help() => Assert.Contains("./opsreg serve --port", CommandLine.Run("help", "serve").Output, StringComparison.Ordinal);

    [Fact]
    public void Every_shell_has_a_script_that_asks_the_tool()
    {
        foreach (var shell in CompletionCommand.Scripts.Keys)
        {
            var outcome = CommandLine.Run("completion", shell);
            Assert.Equal(0, outcome.Exit);
            Assert.Contains("[suggest:", outcome.Output, StringComparison.Ordinal);
        }

        Assert.Equal(2, CommandLine.Run("completion", "cmd").Exit);
    }

    [Fact]
    public void Bash_completes_what_the_tool_suggests_and_begins_with_what_was_typed()
    {
        var script = CompletionCommand.Scripts["bash"] + "\nopsreg() { printf 'schemas\\nscore\\nsite\\n'; }\nCOMP_LINE='opsreg sc'; COMP_POINT=9; COMP_WORDS=(opsreg sc); COMP_CWORD=1; _opsreg opsreg; echo \"${COMPREPLY[*]}\"\n";
        using var bash = Process.Start(new ProcessStartInfo("bash", ["--norc", "-c", script]) { RedirectStandardOutput = true })!;
        Assert.Equal("schemas score", bash.StandardOutput.ReadToEnd().Trim());
        bash.WaitForExit();
    }
}
