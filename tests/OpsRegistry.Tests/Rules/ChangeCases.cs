using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources.Git;
using OpsRegistry.Verifying.History;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>A new case of a rule of change needs no C# either: a folder with <c>before</c>, <c>after</c> and change.yaml is a test.</summary>
public sealed class ChangeCases
{
    public static TheoryData<string> Bad => new(CaseFolders.Changes("bad"));

    public static TheoryData<string> Good => new(CaseFolders.Changes("good"));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_change_is_found_by_its_own_rule_with_exactly_these_words(string path)
    {
        Assert.Contains(path[..6], PolicyCatalog.Check(ChangeCase.Read(path)).Select(finding => finding.Rule.Id));
        RuleCases.Matches(path, "expected.txt", Written(path, Language.En));
        RuleCases.Matches(path, "expected.zh.txt", Written(path, Language.Zh));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_change_has_no_findings_at_all(string path) => Assert.Equal("no findings\n", Written(path, Language.En));

    /// <summary>Whoever merged a step, and whatever the forge allowed: these are found in it. The others need to know who asks.</summary>
    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_change_is_found_in_a_merged_step_too_where_its_rule_asks_for_nobody(string path)
    {
        string[] everywhere =
        [
            "OPS601", "OPS602", "OPS606", "OPS610", "OPS611", "OPS612", "OPS613", "OPS620", "OPS621", "OPS622", "OPS623", "OPS624", "OPS625", "OPS626", "OPS627", "OPS628", "OPS629", "OPS630",
            "OPS641", "OPS642", "OPS643", "OPS644",
        ];
        var change = ChangeCase.Read(path);
        var commit = new CommitInfo("0123456789abcdef", [], change.MergedAt, "A step");
        var found = HistoryPolicies.Check(new(commit, commit, change.Files, change, null)).ToList();
        Assert.Equal(everywhere.Contains(path[..6]), found.Exists(finding => finding.Rule.Id == path[..6]));
        Assert.All(found, finding => Assert.StartsWith($"commit {commit.Short}: ", finding.Message.En, StringComparison.Ordinal));
    }

    private static string Written(string path, Language language)
    {
        var change = ChangeCase.Read(path);
        var output = new StringWriter();
        TextFindings.Write(output, PolicyCatalog.Check(change), file => change.After.Lines(file) ?? change.Before.Lines(file), language);
        return output.ToString();
    }
}
