using System.Text.Json.Nodes;
using OpsRegistry.Tests.Data;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>The life of contract 003 as its two parties run it, by the command line alone.</summary>
public sealed class LifeOf003Tests
{
    private const string Contract = "pingdingshan-2025", Folder = $"ops-registry/contracts/{Contract}/";

    /// <summary>A fault of the last day of P1, over in ten minutes, nobody's of the vendor, and never reported on.</summary>
    private const string Never = """
        apiVersion: ops-registry/v1
        kind: Incident
        metadata: {name: incident-2026-0099, contract: pingdingshan-2025, provenance: sample}
        spec:
          summary: 查询页面报错
          category: fault
          systems: [e-licence]
          channel: onSite
          reportedAt: 2026-03-02T10:00:00+08:00
          respondedAt: 2026-03-02T10:02:00+08:00
          arrivedAt: 2026-03-02T10:05:00+08:00
          restoredAt: 2026-03-02T10:10:00+08:00
          resolvedAt: 2026-03-02T10:10:00+08:00
          onSiteNeeded: true
          interruptions:
            - {from: 2026-03-02T10:00:00+08:00, to: 2026-03-02T10:10:00+08:00}
          attributable: false
          causeCategory: thirdParty
          responders: [pds-plat-01]

        """;

    [Fact]
    public void An_incident_never_reported_on_never_makes_two_final_results()
    {
        using var registry = TemporaryRegistry.RealContract(Contract);
        registry.Write(Folder + "records/2026/03/incident-2026-0099.yaml", Never);
        Assert.Empty(Finals(registry)); // what the missing report costs hangs on a clause that nobody has decided
        registry.Write(Folder + "judgements/decision-k003-fr.yaml", """
            apiVersion: ops-registry/v1
            kind: Decision
            metadata: {name: decision-k003-fr, contract: pingdingshan-2025, provenance: sample}
            spec: {interpretation: K003-FR, option: two-clocks, reason: 双方会商纪要, decidedBy: pds-review-01, decidedOn: 2026-03-20}

            """);
        Assert.Single(Finals(registry));
        var early = JsonNode.Parse(registry.Run("score", Contract, "--period", "P1", "--as-of", "2026-03-03", "--format", "json").Output)!;
        Assert.Equal("evaluating", (string?)early["state"]);
        Assert.Contains(early["openPoints"]!.AsArray(), point => (string?)point!["kind"] == "reportAwaited" && (string?)point["name"] == "incident-2026-0099" && (string?)point["due"] == "2026-03-05");
    }

    /// <summary>The different results that are called final; what is not final names what is open.</summary>
    private static HashSet<string> Finals(TemporaryRegistry registry)
    {
        var finals = new HashSet<string>();
        foreach (var day in new[] { "2026-03-03", "2026-03-06", "2026-03-16", "2026-03-20", "2026-04-30", "2026-11-20" })
        {
            var result = JsonNode.Parse(registry.Run("score", Contract, "--period", "P1", "--as-of", day, "--format", "json").Output)!;
            var open = result["openPoints"]!.AsArray();
            Assert.Equal((string?)result["state"] == "final", open.Count == 0);
            if (open.Count == 0)
            {
                finals.Add($"{result["score"]} {result["settlement"]!["total"]}");
            }
        }

        return finals;
    }

    [Fact]
    public void A_seal_while_something_is_open_is_refused_and_lists_it()
    {
        using var registry = TemporaryRegistry.RealContract(Contract);
        registry.Write(Folder + "records/2026/03/incident-2026-0099.yaml", Never);
        using var fixture = GitFixture.Of(registry);
        var refused = fixture.CheckOut().Run("seal", Contract, "P1", "--as-of", "2026-03-03", "--lang", "en");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("period P1 is not final", refused.Error, StringComparison.Ordinal);
        Assert.Contains("incident 2026-0099: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("due 2026-03-05", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(fixture.Root, Folder, "seals", "p1.yaml")));
    }

    [Fact]
    public void What_the_purchaser_decides_alone_is_accepted_with_its_price_whatever_its_day()
    {
        using var fixture = Registered();
        Assert.All(["2026-11-10", "2026-11-19", "2026-11-28"], day => Decided(fixture, day));
    }

    private static void Decided(GitFixture fixture, string day)
    {
        Assert.Equal(Expected, Reviewed(fixture, "decision-" + day, Folder + "judgements/decision-k003-serious.yaml", $"""
            apiVersion: ops-registry/v1
            kind: Decision
            metadata: {"{"}name: decision-k003-serious, contract: {Contract}, provenance: sample{"}"}
            spec: {"{"}interpretation: K003-SERIOUS, option: serious, reason: 评审小组决定, decidedBy: pds-review-01, decidedOn: {day}{"}"}

            """));
        Assert.Equal(Expected, Reviewed(fixture, "determination-" + day, Folder + "determinations/determination-2026-0001.yaml", $"""
            apiVersion: ops-registry/v1
            kind: Determination
            metadata: {"{"}name: determination-2026-0001, contract: {Contract}, provenance: sample{"}"}
            spec: {"{"}record: incident-2026-0020, field: seriousImpact, value: "yes", reason: 影响群众亮证, determinedBy: pds-review-01, determinedOn: {day}{"}"}

            """));
    }

    [Fact]
    public void A_vendors_new_fault_that_is_nobodys_is_to_be_decided_with_its_price()
    {
        using var fixture = Registered();
        fixture.StartBranch("fault").Write(Folder + "records/2026/11/incident-2026-0024.yaml", Never
            .Replace("incident-2026-0099", "incident-2026-0024", StringComparison.Ordinal).Replace("2026-03-02T10", "2026-11-18T14", StringComparison.Ordinal)
            .Replace("{from: 2026-11-18T14:00:00+08:00, to: 2026-11-18T14:10:00+08:00}", "{from: 2026-11-18T13:45:00+08:00, to: 2026-11-18T14:10:00+08:00}", StringComparison.Ordinal)).Commit("Fault");
        var review = JsonNode.Parse(fixture.CheckOut().Run("review", "--base", "main", "--head", "fault", "--actor", "pds-vendor-desk", "--format", "json", "--lang", "en").Output)!;
        Assert.Equal("toDecide", (string?)review["verdict"]);
        Assert.Contains(review["questions"]!.AsArray(), question => (string?)question!["kind"] == "claim" && ((string?)question["words"]!["en"])!.EndsWith("if 'yes', P4 −5 points, 254,500.00 yuan more", StringComparison.Ordinal));
    }

    private const string Expected = "0 clean P4 -5 254500.00";

    private static GitFixture Registered()
    {
        using var registry = TemporaryRegistry.RealContract(Contract);
        registry.Write("ops-registry/rights.yaml", File.ReadAllBytes(Path.Combine(FrozenRegistry.Root, "ops-registry", "rights.yaml")));
        return GitFixture.Of(registry);
    }

    private static string Reviewed(GitFixture fixture, string branch, string path, string text)
    {
        fixture.SwitchTo("main").StartBranch(branch).Write(path, text).Commit(branch);
        var outcome = fixture.CheckOut().Run("review", "--base", "main", "--head", branch, "--actor", "pds-bureau-desk", "--format", "json");
        var review = JsonNode.Parse(outcome.Output)!;
        return $"{outcome.Exit} {review["verdict"]} {string.Join("; ", review["periods"]!.AsArray().Select(period => $"{period!["period"]} {period["pointsMoved"]} {period["yuanMoved"]}"))}";
    }
}
