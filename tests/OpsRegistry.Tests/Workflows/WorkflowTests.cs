using System.Text.RegularExpressions;
using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Workflows;

public sealed partial class WorkflowTests
{
    private static readonly string Bad = Path.Combine(Golden.RepositoryRoot, "tests", "workflows", "bad");

    private static readonly string Own = Path.Combine(Golden.RepositoryRoot, ".github", "workflows");

    public static TheoryData<string> OwnFiles => Names(Own);

    public static TheoryData<string> BadFiles => Names(Bad);

    [Theory, MemberData(nameof(OwnFiles))]
    public void A_workflow_of_this_repository_breaks_no_rule(string name) => Assert.Empty(WorkflowRules.Broken(Workflow.Read(Path.Combine(Own, name))));

    /// <summary>The file is named after the rule; each is the good one with one fault seeded.</summary>
    [Theory, MemberData(nameof(BadFiles))]
    public void A_seeded_fault_is_found_and_nothing_else(string name)
    {
        var rule = Path.GetFileNameWithoutExtension(name).Split('-')[0];
        var broken = Assert.Single(WorkflowRules.Broken(Workflow.Read(Path.Combine(Bad, name))));
        Assert.StartsWith(rule + ": ", broken, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_that_the_seeds_are_made_from_breaks_no_rule() =>
        Assert.Empty(WorkflowRules.Broken(Workflow.Read(Path.Combine(Golden.RepositoryRoot, "tests", "workflows", "good.yml"))));

    [Fact]
    public void Every_rule_has_a_seeded_fault() =>
        Assert.Equal(
            WorkflowRules.All.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Bad).Select(file => Path.GetFileNameWithoutExtension(file).Split('-')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_call_of_a_workflow_is_one_that_the_tool_understands()
    {
        var calls =
            from file in Directory.GetFiles(Own)
            from step in Workflow.Read(file).Steps
            where step.Run is not null && !step.Run.StartsWith("./test", StringComparison.Ordinal) && !step.Run.StartsWith("./tools/release ", StringComparison.Ordinal) && !step.Run.StartsWith("./bench/run ", StringComparison.Ordinal)
            let words = step.Run!.Split(' ').SkipWhile(word => !word.StartsWith("./opsreg", StringComparison.Ordinal)).Skip(1).Select(word => word.Trim('"')).ToList()
            from fault in Application.Faults(words)
            select $"{Path.GetFileName(file)}: {step.Run}: {fault}";
        Assert.Empty(calls);
    }

    [Fact]
    public void One_action_is_pinned_to_one_commit_everywhere_and_the_page_lists_it()
    {
        var pins = Directory.GetFiles(Own).SelectMany(File.ReadLines).Select(line => Pin().Match(line)).Where(match => match.Success).ToList();
        var byAction = pins.ToLookup(match => match.Groups["action"].Value, match => $"{match.Groups["commit"].Value} {match.Groups["version"].Value}");
        Assert.NotEmpty(byAction);
        Assert.All(byAction, action => Assert.Single(action.Distinct()));
        var page = File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "docs", "workflows.md"));
        Assert.All(pins, match => Assert.Contains($"| `{match.Groups["action"].Value}` | {match.Groups["version"].Value} | `{match.Groups["commit"].Value}` |", page, StringComparison.Ordinal));
    }

    private static TheoryData<string> Names(string folder) => [.. Directory.GetFiles(folder, "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"uses: (?<action>[\w./-]+)@(?<commit>[0-9a-f]{40}) # (?<version>v[0-9.]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pin();
}
