using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Reviewing;
using Xunit;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>What the purchaser decides is accepted and shown whatever its day; what the vendor claims in its own favour is asked about with its price.</summary>
public sealed class ClaimQuestionTests
{
    private const string Vendor = "pds-vendor-desk", Purchaser = "pds-bureau-desk";

    [Theory]
    [InlineData("2026-11-19", false)]
    [InlineData("2026-11-28", true)] // later than the records are complete: a warning, and nobody else to ask about it
    public void A_decision_of_the_purchaser_is_accepted_with_its_effect(string day, bool isWarned) => Accepted(new Edited().Write(Edited.Folder + "judgements/decision-k003-serious.yaml", $$"""
        apiVersion: ops-registry/v1
        kind: Decision
        metadata: {name: decision-k003-serious, contract: pingdingshan-2025, provenance: sample}
        spec: {interpretation: K003-SERIOUS, option: serious, reason: 评审小组决定, decidedBy: pds-review-01, decidedOn: {{day}}}
        """), isWarned);

    [Theory]
    [InlineData("2026-11-19", false)]
    [InlineData("2026-11-28", true)]
    public void A_determination_of_the_purchaser_is_accepted_with_its_effect(string day, bool isWarned) => Accepted(new Edited().Write(Edited.Folder + "determinations/determination-2025-0001.yaml", $$"""
        apiVersion: ops-registry/v1
        kind: Determination
        metadata: {name: determination-2025-0001, contract: pingdingshan-2025, provenance: sample}
        spec: {record: incident-2026-0020, field: seriousImpact, value: "yes", reason: 影响群众亮证, determinedBy: pds-review-01, determinedOn: {{day}}}
        """), isWarned);

    [Fact]
    public void A_fault_that_the_vendor_says_is_not_its_own_is_asked_about_with_the_price_of_the_other_answer()
    {
        var review = Reviewed(Fault("attributable: false"), Vendor);
        Assert.Equal(Verdict.ToDecide, review.Verdict);
        Assert.Empty(review.Periods);
        var claim = Assert.Single(review.Questions, question => question.Kind == QuestionKind.Claim && question.Claim!.Others.Any(other => other.Key == "attributable"));
        Assert.Equal("incident 2026-0024 claims Attributable 'no': if 'yes', P4 −5 points, 254,500.00 yuan more", claim.Words.En);
        Assert.Equal(17, claim.Place!.Value.Line);
    }

    [Fact]
    public void Claims_that_hide_behind_each_other_are_asked_about_together()
    {
        var review = Reviewed(Fault("attributable: false").Replace(Path, "category: fault", "category: security").Replace(Path, "arrivedAt: 2026-11-18T14:50:00+08:00", "securityClass: general"), Vendor);
        Assert.Equal(
            [
                "incident 2026-0024 claims Attributable 'no' and Data leak 'no': if Attributable 'yes' and Data leak 'yes', P4 763,500.00 yuan more",
                "incident 2026-0024 claims Attributable 'no' and Security class 'general': if Attributable 'yes' and Security class 'grave', P4 −20 points, 254,500.00 yuan more",
            ],
            review.Questions.Where(question => question.Claim?.Others.Count > 1).Select(question => question.Words.En).Order(StringComparer.Ordinal));
        Assert.Equal(Verdict.ToDecide, review.Verdict);
    }

    [Fact]
    public void Nobody_asks_the_purchaser_about_a_record_of_its_own() =>
        Assert.DoesNotContain(Reviewed(Fault("attributable: false"), Purchaser).Questions, question => question.Kind == QuestionKind.Claim);

    [Fact]
    public void Only_what_a_change_of_a_merged_record_touches_is_asked_about()
    {
        var review = Reviewed(new Edited().Replace(Edited.Folder + "records/2026/11/incident-2026-0023.yaml", "attributable: false", "attributable: false\n  dataLeak: false"), Vendor);
        Assert.DoesNotContain(review.Questions, question => question.Claim is { } claim && claim.Others.All(other => other.Key != "dataLeak"));
    }

    private const string Path = Edited.Folder + "records/2026/11/incident-2026-0024.yaml";

    private static Edited Fault(string attributable) => new Edited().Write(Path, $$"""
        apiVersion: ops-registry/v1
        kind: Incident
        metadata: {name: incident-2026-0024, contract: pingdingshan-2025, provenance: sample}
        spec:
          summary: 查询页面报错
          category: fault
          systems: [e-licence]
          channel: onSite
          reportedAt: 2026-11-18T14:31:00+08:00
          respondedAt: 2026-11-18T14:34:00+08:00
          arrivedAt: 2026-11-18T14:50:00+08:00
          restoredAt: 2026-11-18T14:53:00+08:00
          resolvedAt: 2026-11-18T16:12:00+08:00
          onSiteNeeded: true
          interruptions:
            - {from: 2026-11-18T14:28:00+08:00, to: 2026-11-18T14:53:00+08:00}
          {{attributable}}
          causeCategory: thirdParty
          responders: [pds-plat-01]
        """);

    private static void Accepted(Edited edits, bool isWarned)
    {
        var review = Reviewed(edits, Purchaser);
        Assert.Equal(isWarned, review.Findings.New.Any(finding => finding.Rule.Severity == Severity.Warning));
        Assert.Equal(Verdict.Clean, review.Verdict);
        var period = Assert.Single(review.Periods);
        Assert.Equal(("P4", -5.00m, 254_500.00m), (period.Period.Id, period.PointsMoved, period.YuanMoved));
        Assert.DoesNotContain(review.Findings.New, finding => finding.Rule.Severity == Severity.Error);
    }

    private static Review Reviewed(Edited edits, string actor) => Reviewer.Review(edits.Request() with { Actor = actor });
}
