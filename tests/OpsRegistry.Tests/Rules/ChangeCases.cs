using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reviewing;
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

    private static string Written(string path, Language language)
    {
        var change = ChangeCase.Read(path);
        var output = new StringWriter();
        TextFindings.Write(output, PolicyCatalog.Check(change), file => change.After.Lines(file) ?? change.Before.Lines(file), language);
        return output.ToString();
    }
}
