using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Tests.Data;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>A rule that fails on one contract of several says so there, and what it finds in the others; it always ends.</summary>
public sealed class RuleGuardTests
{
    private static readonly Registry Whole = FrozenRegistry.Loaded.Registry;

    [Fact]
    public void What_a_rule_finds_elsewhere_is_not_hidden_by_a_contract_that_it_fails_on()
    {
        var absurd = Whole.Contracts[1].Name;

        var found = new Failing([absurd]).Judge(Whole).ToList();

        Assert.Equal(Whole.Contracts.Where(folder => folder.Name != absurd).Select(folder => folder.Contract.Path), found.Where(finding => finding.Rule.Id == "OPS999").Select(finding => finding.Place.Path).Order(StringComparer.Ordinal));
        Assert.Equal(Whole.Contracts[1].Contract.Path, Assert.Single(found, finding => finding.Rule.Id != "OPS999").Place.Path);
    }

    [Fact]
    public void A_rule_that_fails_everywhere_says_so_of_each_contract()
    {
        var found = new Failing(Whole.Contracts.Select(folder => folder.Name).ToList()).Judge(Whole).ToList();

        Assert.Equal(Whole.Contracts.Select(folder => folder.Contract.Path), found.Select(finding => finding.Place.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_contract_alone_is_all_that_its_registry_knows()
    {
        foreach (var folder in Whole.Contracts)
        {
            var alone = Whole.Alone(folder);
            Assert.Equal(folder.Name, Assert.Single(alone.Contracts).Name);
            Assert.Equal(folder.Resources.Count, alone.Contracts[0].Resources.Count);
            Assert.Equal(Whole.Settings, alone.Settings);
        }
    }

    private sealed class Failing(IReadOnlyList<string> on) : Rule("OPS999", new("试验", "trial"))
    {
        public override IEnumerable<Finding> Check(Registry registry) => registry.Contracts.Select(folder => on.Contains(folder.Name)
            ? throw new OverflowException()
            : At(folder.Contract.Place, new("查到", "found"), new("没有", "none")));
    }
}
