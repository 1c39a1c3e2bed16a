using OpsRegistry.Reviewing;
using Xunit;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>Single edits with which a vendor once got what it wanted without a word: docs/attacks.md.</summary>
public sealed class VendorAttackTests
{
    private const string Vendor = "pds-vendor-desk", Path = Edited.Folder + "records/2026/11/incident-2026-0024.yaml";

    [Fact]
    public void A_field_filled_in_after_the_merge_is_not_clean()
    {
        var review = Reviewed(new Edited().Replace(Edited.Folder + "records/2025/12/incident-2025-0001.yaml", "  severity: level-4\n", "  severity: level-4\n  dataLeak: false\n  rootCause: db-pool\n"));
        Assert.NotEqual(Verdict.Clean, review.Verdict);
        Assert.Contains(review.Questions, question => question.Words.En == "incident 2025-0001 claims Attributable 'no' and Data leak 'no': if Attributable 'yes' and Data leak 'yes', P1 −5 points, 890,750.00 yuan more");
    }

    [Fact]
    public void No_need_to_come_is_asked_about_with_its_price()
    {
        var review = Reviewed(Fault("false", ""));
        Assert.Equal(Verdict.ToDecide, review.Verdict);
        Assert.Contains(review.Questions, question => question.Words.En == "incident 2026-0024 claims On-site needed 'no': if 'yes', P4 −1 points");
    }

    [Fact]
    public void A_proof_of_another_record_is_told()
    {
        var review = Reviewed(Fault("true", "  evidence:\n    - {file: 2026/10/fault-report-2026-0021-report.txt, sha256: 07e0474afee1e49dbcab8f2dc217eb75e00bff665588348d961f46eea9cdb38e, role: log}\n"));
        Assert.NotEqual(Verdict.Clean, review.Verdict);
        Assert.Contains(review.Findings.New, finding => finding.Rule.Id == "OPS704" && finding.Message.En == "'2026/10/fault-report-2026-0021-report.txt' proves 'fault-report-2026-0021' already");
    }

    private static Review Reviewed(Edited edits) => Reviewer.Review(edits.Request() with { Actor = Vendor });

    private static Edited Fault(string onSiteNeeded, string evidence) => new Edited().Write(Path, $$"""
        apiVersion: ops-registry/v1
        kind: Incident
        metadata: {name: incident-2026-0024, contract: pingdingshan-2025, provenance: sample}
        spec:
          summary: 查询页面报错，群众亮证失败，窗口排队
          category: fault
          systems: [e-licence]
          channel: phone
          reportedAt: 2026-11-18T14:31:00+08:00
          respondedAt: 2026-11-18T14:34:00+08:00
          restoredAt: 2026-11-18T14:53:00+08:00
          resolvedAt: 2026-11-18T16:12:00+08:00
          onSiteNeeded: {{onSiteNeeded}}
          interruptions:
            - {from: 2026-11-18T14:28:00+08:00, to: 2026-11-18T14:53:00+08:00}
          attributable: true
          causeCategory: defect
          responders: [pds-plat-01]

        """ + evidence);
}
