using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>Each deduction with its clause, its records by file and line, its readings and its proof.</summary>
internal static class DeductionSection
{
    /// <summary>So many stand on the period's page, and on each further one.</summary>
    private const int PerPage = 50;

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
                    : Listed(page, contract, period, deductions.Take(PerPage)),
                IncidentListPage.Parts(page, SiteAddress.Period(contract.Name, period.Period.Id), (1, deductions.Chunk(PerPage).DefaultIfEmpty([]).Count())));
    }

    /// <summary>The further pages of a period with more deductions than its own page takes.</summary>
    public static IEnumerable<SitePage> Further(Func<string, PageContext> pageAt, SiteContract contract, PeriodResult period)
    {
        var first = SiteAddress.Period(contract.Name, period.Period.Id);
        var parts = period.Assessment.Deductions.Chunk(PerPage).ToList();
        return parts.Select((part, index) => (part, Number: index + 1)).Skip(1).Select(one =>
        {
            var page = pageAt(SiteAddress.Part(first, one.Number));
            var title = $"{PeriodWords.Title(page, period)} · {page.In("扣分明细", "Deductions")} {one.Number}/{parts.Count}";
            return Frame.Of(
                page,
                title,
                [(SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(contract.Result.Folder.Terms.Title)), (first, PeriodWords.Title(page, period))],
                Section("deductions", page.In("扣分明细", "Deductions"), Listed(page, contract, period, one.part), IncidentListPage.Parts(page, first, (one.Number, parts.Count))));
        });
    }

    /// <summary>Where a deduction of a period stands.</summary>
    public static string AddressOf(PeriodResult period, Deduction deduction)
    {
        var number = period.Assessment.Deductions.TakeWhile(other => other != deduction).Count() / PerPage;
        return SiteAddress.Part(SiteAddress.Period(period.Assessment.Measurement.Folder.Name, period.Period.Id), number + 1) + "#" + Anchor(deduction);
    }

    private static string Anchor(Deduction deduction) => "d-" + SiteAddress.Safe(deduction.Id);

    private static Html Listed(PageContext page, SiteContract contract, PeriodResult period, IEnumerable<Deduction> deductions) =>
        Tag("ol.deductions", deductions.Select(deduction => One(page, contract, period, deduction)));

    private static Html One(PageContext page, SiteContract contract, PeriodResult period, Deduction deduction) => Tag(
        "li",
        Tag(
            "p.reason",
            Tag("span.points", "−" + Points.Plain(deduction.Points)),
            Tag("a.id", deduction.Id).With("href", "#" + Anchor(deduction)),
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
        .With("id", Anchor(deduction));

    private static string Proof(PageContext page, PeriodResult period, Deduction deduction)
    {
        using var proof = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        DeductionProof.Write(proof, period, deduction, page.Language);
        return proof.ToString().Trim('\n');
    }
}
