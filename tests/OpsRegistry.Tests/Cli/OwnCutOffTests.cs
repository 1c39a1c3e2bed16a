using System.CommandLine;
using OpsRegistry.Cli;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Site;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A contract's own <c>recordsUntil</c> goes before the registry's, whatever is asked: each verb shows what it shows with that day as <c>--as-of</c>.</summary>
public sealed class OwnCutOffTests
{
    private const string Own = "2026-05-20";

    /// <summary>How each verb that looks at a cut-off is asked of one contract.</summary>
    private static readonly Dictionary<string, string[]> Asked = new(StringComparer.Ordinal)
    {
        ["score"] = ["harbour-2026"],
        ["explain"] = ["harbour-2026"],
        ["sla"] = ["harbour-2026"],
        ["due"] = ["harbour-2026"],
        ["waiting"] = ["harbour-2026"],
        ["staff"] = ["harbour-2026"],
        ["settle"] = ["harbour-2026"],
        ["document"] = ["quarterly-report", "harbour-2026", "--format", "md"],
    };

    /// <summary>Those of which the files say more than the terminal, and those that judge by a day of their own.</summary>
    private static readonly string[] Otherwise = ["site", "report", "publish", "export", "query", "seal", "review", "ci", "serve", "reform"];

    public static TheoryData<string> Verbs => [.. Asked.Keys];

    [Theory, MemberData(nameof(Verbs))]
    public void A_verb_goes_by_the_contracts_own_day(string verb)
    {
        using var registry = WithOwnDay();
        var own = registry.Run([verb, .. Asked[verb]]);
        Assert.Equal(registry.Run([verb, .. Asked[verb], "--as-of", Own]).Output, own.Output);
        Assert.NotEqual(registry.Run([verb, .. Asked[verb], "--as-of", "2026-07-31"]).Output, own.Output);
        Assert.NotEqual("", own.Output);
    }

    [Fact]
    public void No_verb_that_takes_a_cut_off_is_forgotten_here() => Assert.Equal(
        Asked.Keys.Concat(Otherwise).Order(StringComparer.Ordinal),
        Application.Root().Subcommands.Where(verb => verb.Options.Any(option => option.Name == "--as-of")).Select(verb => verb.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_list_of_several_contracts_names_those_that_are_told_up_to_an_earlier_day()
    {
        using var registry = WithOwnDay();
        foreach (var verb in new[] { "due", "waiting" })
        {
            Assert.StartsWith("as of 2026-07-31 24:00:00 (harbour-2026 2026-05-20 24:00:00), ", registry.Run(verb, "--lang", "en").Output, StringComparison.Ordinal);
            Assert.Contains("\"earlier\": [\n    {\n      \"contract\": \"harbour-2026\",\n      \"asOf\": \"2026-05-21T00:00:00+08:00\"", registry.Run(verb, "--format", "json").Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_page_of_the_site_is_of_its_contracts_day()
    {
        using var registry = WithOwnDay();
        using var folder = new TemporaryFolder();
        Assert.Equal(0, registry.Run("site", "--output", folder.Path).Exit);
        var pages = WrittenSite.PagesOf(folder.Path);
        Assert.DoesNotContain(pages.Keys, page => page.EndsWith("periods/P3.html", StringComparison.Ordinal)); // begins in July
        Assert.Contains("2026-05-20 24:00", pages["contracts/harbour-2026/periods/P2.html"], StringComparison.Ordinal);
        Assert.All(pages.Values, page => Assert.Contains("2026-07-31 24:00:00", page, StringComparison.Ordinal)); // the foot names both
    }

    private static TemporaryRegistry WithOwnDay()
    {
        var registry = TemporaryRegistry.Harbour();
        registry.Replace("ops-registry/contracts/harbour-2026/contract.yaml", "  assessment:", $"  recordsUntil: {Own}\n  assessment:");
        registry.Replace("ops-registry/contracts/harbour-2026/contract.yaml", "headcount: 1", "headcount: 2"); // so that staff has days to tell
        registry.Write("ops-registry/templates/quarterly-report.md", File.ReadAllBytes(Path.Combine(FrozenRegistry.Root, "ops-registry", "templates", "quarterly-report.md")));
        return registry;
    }
}
