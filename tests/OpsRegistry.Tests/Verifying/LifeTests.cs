using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>The whole life of a result, as its two parties see it: open, evaluating, final, sealed, adjusted.</summary>
public sealed partial class LifeTests
{
    private const string Contract = "ops-registry/contracts/harbour-2026/";

    [Fact]
    public void A_result_is_open_then_evaluating_then_final_then_sealed_and_what_is_amended_later_adjusts_the_next_period()
    {
        using var fixture = GitFixture.Empty();
        fixture.WriteFolder(Golden.RepositoryRoot, "schemas").WriteFolder(Path.Combine(Golden.RepositoryRoot, "tests", "golden", "harbour"), "ops-registry");
        fixture.Commit("The registry as agreed");
        var story = new StringBuilder();
        Tell("score harbour-2026 --period P1 --as-of 2026-03-20");
        Tell("score harbour-2026 --period P1 --as-of 2026-04-03");
        Tell("due harbour-2026 --as-of 2026-04-03");
        Tell("seal harbour-2026 P1 --as-of 2026-04-03");
        Tell("score harbour-2026 --period P1 --as-of 2026-04-20");
        Tell("seal harbour-2026 P1 --as-of 2026-04-20");
        fixture.Write(Contract + "seals/p1.yaml", File.ReadAllText(Path.Combine(fixture.Root, Contract, "seals", "p1.yaml"))).Commit("Seal P1");
        Tell("score harbour-2026 --period P1 --as-of 2026-05-20");
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

    /// <summary>Digests and commits change with the schemas and are not what the story is about.</summary>
    private static string Plain(string text) => Digest().Replace(text, "…");

    [GeneratedRegex("[0-9a-f]{12,64}")]
    private static partial Regex Digest();
}
