using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary><c>opsreg staff</c> on the golden contract, which has one operator and is asked for two.</summary>
public sealed class StaffCommandTests
{
    [Fact]
    public void Posts_holders_and_gaps_for_people()
    {
        using var registry = Asked();
        var ran = registry.Run("staff", "harbour-2026", "--as-of", "2026-03-31", "--lang", "en");
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("""
            harbour-2026  Operation of the harbour scheduling platform (invented)

            Operator on site  2 at the least, on site, 5 years of experience
              person         from        through     lacks
              harbour-op-01  2026-01-01  2026-12-31  too little experience (2026-01-01 – 2026-12-31)
              ⚠ 2026-01-01 – 2026-03-31: 1 of 2 there (90 days)
              ⚠ 2026-01-01 – 2026-03-31: 0 of 2 as required (90 days)

            harbour-2026: 1 post, 1 of them with days on which somebody was lacking


            """, ran.Output);
    }

    [Fact]
    public void Posts_holders_and_gaps_for_machines()
    {
        using var registry = Asked();
        using var json = JsonDocument.Parse(registry.Run("staff", "harbour-2026", "--as-of", "2026-03-31", "--format", "json").Output);
        var post = json.RootElement[0].GetProperty("requirements")[0];
        Assert.Equal("harbour-op-01", post.GetProperty("holders")[0].GetProperty("person").GetString());
        Assert.Equal("experience", post.GetProperty("holders")[0].GetProperty("lacks")[0].GetProperty("what").GetString());
        var gap = Assert.Single(post.GetProperty("tooFew").EnumerateArray());
        Assert.Equal(("2026-01-01", "2026-03-31", 1), (gap.GetProperty("from").GetString(), gap.GetProperty("through").GetString(), gap.GetProperty("found").GetInt32()));
        Assert.Equal(0, Assert.Single(post.GetProperty("tooFewQualified").EnumerateArray()).GetProperty("found").GetInt32());
    }

    [Fact]
    public void A_contract_without_requirements_says_so()
    {
        using var registry = TemporaryRegistry.Harbour();
        Assert.Contains("the contract asks for no staff", registry.Run("staff", "lighthouse-2026", "--lang", "en").Output, StringComparison.Ordinal);
    }

    private static TemporaryRegistry Asked()
    {
        var registry = TemporaryRegistry.Harbour();
        registry.Replace("ops-registry/contracts/harbour-2026/contract.yaml", "headcount: 1", "headcount: 2\n      experienceYears: 5");
        return registry;
    }
}
