using System.Globalization;
using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>Each deduction with its clause, its records by file and line, its readings and its proof.</summary>
internal static class DeductionSection
{
    public static Html? Of(PageContext page, SiteContract contract, PeriodResult period)
    {
        var deductions = period.Assessment.Deductions.ToList();
        return period.Assessment.Scorecard is null
            ? null
            : Section(
                "deductions",
                page.In("扣分明细", "Deductions"),
                deductions.Count == 0
                    ? Tag("p.empty", page.In("本期没有扣分。", "Nothing is deducted."))
                    : Tag("ol.deductions", deductions.Select(deduction => One(page, contract, period, deduction))));
    }

    private static Html One(PageContext page, SiteContract contract, PeriodResult period, Deduction deduction) => Tag(
        "li",
        Tag(
            "p.reason",
            Tag("span.points", "−" + Points.Plain(deduction.Points)),
            Tag("a.id", deduction.Id).With("href", "#" + FormSection.Anchor(deduction)),
            " ",
            page.Own(page.In(deduction.Reason)),
            deduction.Points == deduction.PointsBeforeFloor
                ? null
                : Tag("span.under", page.In($"应扣 {Points.Plain(deduction.PointsBeforeFloor)}，扣完为止", $"of {Points.Plain(deduction.PointsBeforeFloor)}: the floor is reached"))),
        Tag(
            "dl.trace",
            Pair(page.In("规则", "rule"), page.In(deduction.Term.Title)),
            Pair(page.In("条款", "clause"), Clauses(page, deduction.Clauses)),
            deduction.Records.Count == 0 ? null : Pair(page.In("依据", "records"), Joined(Tag("br"), deduction.Records.Select(record => page.Record(contract, record)))),
            deduction.Interpretations.Count == 0 ? null : Pair(page.In("解释", "readings"), Joined(" ", deduction.Interpretations.Select(key => page.Link(SiteAddress.Contract(contract.Name) + "#" + SiteAddress.Safe(key), Tag("code", key)))))),
        Tag("details", Tag("summary", page.In("计算过程", "proof")), Tag("pre", Proof(page, period, deduction)).With("tabindex", "0")))
        .With("id", FormSection.Anchor(deduction));

    private static string Proof(PageContext page, PeriodResult period, Deduction deduction)
    {
        using var proof = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        DeductionProof.Write(proof, period, deduction, page.Language);
        return proof.ToString().Trim('\n');
    }
}
