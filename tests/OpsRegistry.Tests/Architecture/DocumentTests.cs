using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>The pages that people write say what is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly HashSet<string> Types = typeof(DocumentTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Every_test_that_a_page_names_exists()
    {
        var named =
            from file in Pages()
            from line in SourceTree.Lines(file)
            from Match match in TestName().Matches(line)
            select match.Groups["name"].Value;
        var all = named.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Contains("StageOrderTests", all);
        Assert.All(all, name => Assert.Contains(name, Types));
    }

    [Fact]
    public void Every_invariant_names_a_test_that_holds_it()
    {
        var rows = SourceTree.Lines("docs/ARCHITECTURE.md").Where(line => Invariant().IsMatch(line)).ToList();
        Assert.Equal(Enumerable.Range(1, Math.Max(17, rows.Count)).Select(number => $"| {number} |"), rows.Select(row => row[..(row.IndexOf('|', 2) + 1)]));
        Assert.All(rows, row => Assert.Matches(TestName(), row));
    }

    [Fact]
    public void Every_local_link_and_every_decision_that_code_cites_leads_somewhere()
    {
        var links =
            from file in Pages()
            from line in SourceTree.Lines(file)
            from Match match in Link().Matches(line)
            select Path.GetFullPath(Path.Combine(Golden.RepositoryRoot, Path.GetDirectoryName(file)!, match.Groups["target"].Value));
        var cited =
            from file in SourceTree.Code("tools")
            from line in SourceTree.Lines(file)
            from Match match in Decision().Matches(line)
            select Path.Combine(Golden.RepositoryRoot, match.Value);
        Assert.All(links.Concat(cited), path => Assert.True(Path.Exists(path), path));
        Assert.NotEmpty(cited);
    }

    [Fact]
    public void The_architecture_fits_in_150_lines() => Assert.InRange(SourceTree.Lines("docs/ARCHITECTURE.md").Length, 1, 150);

    [Fact]
    public void No_page_says_how_many_tests_there_are() =>
        Assert.All(Pages(), file => Assert.All(SourceTree.Lines(file), line => Assert.DoesNotMatch(NumberOfTests(), line)));

    private static IEnumerable<string> Pages() => SourceTree.Files.Where(path =>
        path is "README.md" or "README.zh-CN.md" or "CONTRIBUTING.md" or "docs/ARCHITECTURE.md" or "docs/forges.md" or "tests/README.md"
        || path.StartsWith("docs/decisions/", StringComparison.Ordinal));

    [GeneratedRegex(@"[0-9]{2,} (passed|tests)|Passed: +[0-9]|[0-9]{2,} ?(项|个)测试", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberOfTests();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(Tests|Properties))`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| [0-9]+ \|", RegexOptions.CultureInvariant)]
    private static partial Regex Invariant();

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)(#[^)]*)?\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"docs/decisions/[0-9]{4}-[a-z0-9-]+\.md", RegexOptions.CultureInvariant)]
    private static partial Regex Decision();
}
