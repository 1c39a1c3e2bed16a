using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsRegistry.Tests.Reporting;
using OpsRegistry.Tests.Site;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>The whole life of a result, as its two parties see it: open, evaluating, final, sealed, adjusted.</summary>
public sealed partial class LifeTests
{
    private const string Contract = "ops-registry/contracts/harbour-2026/";

    [Fact]
    public void A_result_is_open_then_evaluating_then_final_then_sealed_and_what_is_amended_later_adjusts_the_next_period()
    {
        using var fixture = Agreed();
        var story = new StringBuilder();
        Tell("score harbour-2026 --period P1 --as-of 2026-03-20");
        Tell("score harbour-2026 --period P1 --as-of 2026-04-03");
        Tell("due harbour-2026 --as-of 2026-04-03");
        Tell("seal harbour-2026 P1 --as-of 2026-04-03");
        Tell("score harbour-2026 --period P1 --as-of 2026-04-20");
        Tell("seal harbour-2026 P1 --as-of 2026-04-20");
        CommitSeal(fixture);
        Tell("score harbour-2026 --period P1 --as-of 2026-05-20");
        Amend(fixture);
        Tell("check");
        Tell("score harbour-2026 --as-of 2026-05-20");
        Tell("settle harbour-2026 --as-of 2026-05-20");
        Tell("verify --seals");
        Golden.Matches("expected/life.txt", story.ToString());

        void Tell(string line)
        {
            var outcome = fixture.CheckOut().Run([.. line.Split(' '), "--lang", "en", "--no-cache"]);
            story.Append(System.Globalization.CultureInfo.InvariantCulture, $"$ opsreg {line}\n{Plain(outcome.Output)}{Plain(outcome.Error)}exit {outcome.Exit}\n\n");
        }
    }

    [Fact]
    public void A_sealed_period_shows_the_seals_figures_day_and_digest_everywhere_and_what_adjusts_it()
    {
        using var fixture = Agreed();
        Assert.Equal(0, fixture.CheckOut().Run("seal", "harbour-2026", "P1", "--as-of", "2026-04-20").Exit);
        CommitSeal(fixture);
        Amend(fixture);
        var digest = SealDigest().Match(fixture.Text(Contract + "seals/p1.yaml")).Value;
        using var folder = new TemporaryFolder();
        Assert.Equal((0, ""), Outcome("report", "harbour-2026", "--period", "P1", "--output", folder.Path));
        var workbook = WorkbookCells.Read(File.ReadAllBytes(Path.Combine(folder.Path, "harbour-2026", "P1", "assessment.xlsx")));
        var cover = workbook.All.Where(cell => cell.Key.StartsWith("'封面'", StringComparison.Ordinal)).Select(cell => cell.Value.Value).ToList();
        Assert.Contains($"已封存（2026-04-14，摘要 {digest[..12]}）：以封存的结果为准", cover);
        Assert.Contains(digest, cover);
        Assert.Contains(cover, words => words?.StartsWith("以封存为准；按现在的文件：得分 61.00 → 61.00，扣减 55,000.00 → 50,000.00 元", StringComparison.Ordinal) == true);
        Assert.Contains("55000", cover);
        Assert.Empty(workbook.Unproved(LibreOffice.Recalculate(File.ReadAllBytes(Path.Combine(folder.Path, "harbour-2026", "P1", "assessment.xlsx")))[0]));

        Assert.Equal((0, ""), Outcome("site", "--output", Path.Combine(folder.Path, "site")));
        var pages = WrittenSite.PagesOf(Path.Combine(folder.Path, "site"));
        foreach (var page in new[] { "contracts/harbour-2026/periods/P1.html", "contracts/harbour-2026/index.html" })
        {
            Assert.Contains($"2026-04-14，摘要 {digest[..12]}", pages[page], StringComparison.Ordinal);
            Assert.Contains("55,000.00", pages[page], StringComparison.Ordinal);
        }

        Assert.Contains("扣减 55,000.00 → 50,000.00 元", pages["contracts/harbour-2026/periods/P1.html"], StringComparison.Ordinal);
        var account = JsonNode.Parse(fixture.Run("settle", "harbour-2026", "--as-of", "2026-05-20", "--format", "json").Output)![0]!;
        Assert.Equal((digest, "sealed", "55000.00"), ((string?)account["periods"]![0]!["seal"]!["digest"], (string?)account["periods"]![0]!["state"], (string?)account["periods"]![0]!["deducted"]!["amount"]));
        var adjusted = Assert.Single(account["items"]!.AsArray(), item => (string?)item!["closedPeriod"] == "P1")!;
        Assert.Equal(("P2", "adjustment.P1", "-5000.00"), ((string?)adjusted["period"], (string?)adjusted["id"], (string?)adjusted["amount"]));
        Assert.Contains("harbour-2026,P2,adjustment.P1,", fixture.Run("settle", "harbour-2026", "--as-of", "2026-05-20", "--format", "csv").Output, StringComparison.Ordinal);

        (int, string) Outcome(params string[] words)
        {
            var outcome = fixture.CheckOut().Run([.. words, "--as-of", "2026-05-20", "--lang", "zh", "--no-cache"]);
            return (outcome.Exit, outcome.Error);
        }
    }

    private static GitFixture Agreed()
    {
        var fixture = GitFixture.Empty();
        fixture.WriteFolder(Golden.RepositoryRoot, "schemas").WriteFolder(Path.Combine(Golden.RepositoryRoot, "tests", "golden", "harbour"), "ops-registry");
        fixture.Commit("The registry as agreed");
        return fixture;
    }

    private static void CommitSeal(GitFixture fixture) =>
        fixture.Write(Contract + "seals/p1.yaml", File.ReadAllText(Path.Combine(fixture.Root, Contract, "seals", "p1.yaml"))).Commit("Seal P1");

    private static void Amend(GitFixture fixture) =>
        fixture.Replace(Contract + "records/2026/02/security-notice-2026-0001.yaml", "attributable: true", "attributable: false")
            .Write(Contract + "amendments/amendment-2026-0001.yaml", """
                apiVersion: ops-registry/v1
                kind: Amendment
                metadata: {name: amendment-2026-0001, contract: harbour-2026, provenance: sample}
                spec:
                  record: security-notice-2026-0001
                  changes:
                    - {field: spec.attributable, before: true, after: false}
                  reason: 双方核对确认通报所涉系统不在合同范围内
                  vendorConsent: {by: harbour-op-01, on: 2026-05-08}
                  purchaserConsent: {by: harbour-review-01, on: 2026-05-10}

                """)
            .Commit("Amend");

    /// <summary>Digests and commits change with the schemas and are not what the story is about.</summary>
    private static string Plain(string text) => Digest().Replace(text, "…");

    [GeneratedRegex("(?<=\\bdigest: \"?)[0-9a-f]{64}")]
    private static partial Regex SealDigest();

    [GeneratedRegex("[0-9a-f]{12,64}")]
    private static partial Regex Digest();
}
