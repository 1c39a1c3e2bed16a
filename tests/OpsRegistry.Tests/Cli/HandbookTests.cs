using System.Text.RegularExpressions;
using OpsRegistry.Cli;
using OpsRegistry.Reporting.Docs;
using OpsRegistry.Tests.Architecture;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>What the tool points at comes along with it: a registry of one's own has no documentation beside its records.</summary>
public sealed partial class HandbookTests
{
    [Fact]
    public void Each_rule_is_explained_in_a_registry_that_has_no_pages()
    {
        using var registry = TemporaryRegistry.Harbour();
        Assert.False(Directory.Exists(registry.File("docs")));
        var outcome = registry.Run("explain", "ops104");
        Assert.Equal(0, outcome.Exit);
        Assert.Contains("# OPS104 WrongType", outcome.Output, StringComparison.Ordinal);
        Assert.All(RulePages.Rules, rule => Assert.Contains($"# {rule.Id} ", Handbook.Find(rule.Id), StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_is_none_is_a_slip()
    {
        using var registry = TemporaryRegistry.Harbour();
        var outcome = registry.Run("explain", "OPS9999", "--lang", "en");
        Assert.Equal(ExitCode.Misuse, outcome.Exit);
        Assert.Contains("there is no rule 'OPS9999'", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tables", "# ")]
    [InlineData("forges", "# ")]
    [InlineData("rules", "OPS001")]
    [InlineData("outputs/findings", "\"$schema\"")]
    public void A_page_is_read_where_help_is_asked_for(string page, string holds)
    {
        using var registry = TemporaryRegistry.Harbour();
        Assert.Contains(holds, registry.Run("help", page).Output, StringComparison.Ordinal);
    }

    /// <summary>A page that the tool's words send people to is there; and no word sends them to a file of this repository.</summary>
    [Fact]
    public void No_word_of_the_tool_leads_to_a_page_that_did_not_come_along()
    {
        var topics = HelpTopics.All.Select(topic => topic.Name).Concat(Handbook.Asked).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = SourceTree.Code("tools").SelectMany(file => SourceTree.Lines(file).Select(line => (File: file, Line: line))).Where(one => !one.Line.TrimStart().StartsWith("//", StringComparison.Ordinal)).ToList();
        Assert.All(words.SelectMany(one => Help().Matches(one.Line)).Select(asked => asked.Groups["name"].Value).Distinct(StringComparer.Ordinal), name => Assert.Contains(name, topics));
        Assert.Empty(words.Where(one => Page().IsMatch(one.Line) && !one.File.Contains("/Docs/", StringComparison.Ordinal) && !one.File.EndsWith("DocsCommand.cs", StringComparison.Ordinal)).Select(one => $"{one.File}: {one.Line.Trim()}"));
    }

    [GeneratedRegex(@"opsreg help (?<name>[a-z][a-z/-]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Help();

    [GeneratedRegex(@"[ 见：（]docs/[a-z/-]+\.md")]
    private static partial Regex Page();
}
