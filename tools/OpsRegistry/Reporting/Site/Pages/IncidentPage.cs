using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.ServiceLevels;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>An incident: its course, level, limits with their proofs, cost and cause.</summary>
internal static class IncidentPage
{
    public static SitePage Of(PageContext page, SiteContract contract, SiteIncident incident)
    {
        var record = incident.Incident;
        return Frame.Of(
            page,
            record.Summary,
            [
                (SiteAddress.Overview, page.In("总览", "Overview")),
                (SiteAddress.Contract(contract.Name), page.In(contract.Result.Folder.Terms.Title)),
                .. incident.Period is { } period ? [(SiteAddress.Period(contract.Name, period.Period.Id), PeriodWords.Title(page, period))] : Array.Empty<(string, string)>(),
            ],
            All(
                Facts(page, contract, incident),
                Section("course", page.In("处置经过", "Course"), IncidentClock.Of(page, incident)),
                Section("limits", page.In("时限", "Limits"), incident.Targets.Count == 0 ? Tag("p.empty", page.In("没有适用的时限。", "No limit applies.")) : Limits(page, contract, incident)),
                Level(page, incident),
                Cost(page, contract, incident),
                Told(page, incident)),
            Tag("p.over", Tag("code", incident.Resource.Name), " ", IncidentTable.Level(page, incident), " ", incident.IsOpen ? Badge("wait", page.In("未恢复", "open")) : null, incident.Resource.Metadata.Provenance == Provenance.Sample ? Badge("plain", page.In("样例", "sample")) : null));
    }

    private static Html Facts(PageContext page, SiteContract contract, SiteIncident incident)
    {
        var record = incident.Incident;
        return Tag(
            "dl.facts",
            Pair(page.In("类别", "category"), page.In(record.Category.Title())),
            Pair(page.In("报告方式", "reported by"), page.In(record.Channel.Title())),
            Pair(page.In("系统", "systems"), Joined(Tag("br"), record.Systems.Select(system => SystemLink(page, contract, system.Value)))),
            record.Services.Count == 0 ? null : Pair(page.In("服务项", "services"), Joined(Tag("br"), record.Services.Select(service => (Html)page.Link(SiteAddress.Service(contract.Name, service.Value), service.Value)))),
            Pair(page.In("原因", "cause"), page.In(record.CauseCategory.Title())),
            Pair(page.In("服务单位原因", "caused by the vendor"), page.In(record.Attributable ? new("是", "yes") : new("否", "no"))),
            Pair(page.In("严重影响", "serious impact"), page.In(record.SeriousImpact.Title())),
            record.Tier is { } tier ? Pair(page.In("服务条款的级别", "tier"), page.Own(tier)) : null,
            record.Responders.Count == 0 ? null : Pair(page.In("处置人", "responders"), string.Join("、", record.Responders.Select(person => person.Value))),
            Pair(page.In("记录", "record"), page.Source(incident.Resource.Path, incident.Resource.Place.Line), Tag("span.under", $"blob {incident.Resource.Blob[..Math.Min(12, incident.Resource.Blob.Length)]}")));
    }

    private static Html SystemLink(PageContext page, SiteContract contract, string name) =>
        contract.Result.Folder.Find<InformationSystem>(name) is { } system
            ? page.Link(SiteAddress.System(contract.Name, name), page.In(system.Spec.Title))
            : name;

    private static Html Limits(PageContext page, SiteContract contract, SiteIncident incident) => All(
        Table(
            page.In("时限结果", "Outcomes of limits"),
            [page.In("时限", "limit"), page.In("结果", "outcome"), page.In("到期", "due"), page.In("完成", "end"), page.In("用时", "took"), "", page.In("条款", "clause")],
            incident.Targets.Select(result => Row(
                HeadCell(page.In(result.Target.Title), Tag("span.under", page.In(LevelWords.Limit(result.Target)))),
                Cell(Badge(SiteWords.Tone(result.State), Sign(result.State) + page.In(result.State.Title()))),
                Cell(Tag("span.time", result.Due is { } due ? SiteWords.Minute(due, end: true) : "—")),
                Cell(Tag("span.time", result.End is { } end ? SiteWords.Minute(end) : "—"), result.StoppedBy is { } stopped ? Tag("span.under", page.Source(stopped.Path, stopped.Place.Line, stopped.Name)) : null),
                Cell(result.Elapsed is { } elapsed ? page.In(elapsed.Counted.Describe()) : page.In(result.Reason)),
                Cell(IncidentClock.Limit(page, result)),
                Cell(Clauses(page, result.Target.Clauses))))),
        Tag("details", Tag("summary", page.In("时间证明", "time proofs")), Tag("pre", string.Join("\n\n", incident.Targets.Select(result => Proof(output => DeductionProof.WriteClock(output, result, page.Language))))).With("tabindex", "0")));

    private static string Sign(TargetState state) => state == TargetState.Met ? "✓ " : state == TargetState.Missed ? "✕ " : "";

    private static Html? Level(PageContext page, SiteIncident incident) => incident.Grading is not { } grading
        ? null
        : Section(
            "level",
            page.In("级别认定", "Level"),
            Tag("pre", Proof(output => SeverityProof.Write(output, grading, incident.Incident.Severity, page.Language))).With("tabindex", "0"));

    private static Html? Cost(PageContext page, SiteContract contract, SiteIncident incident) => incident.Deductions.Count + incident.Money.Count == 0 || incident.Period is not { } period
        ? null
        : Section(
            "cost",
            page.In("由此扣减", "What it cost"),
            Table(
                page.In("由此扣减", "What it cost"),
                [page.In("编号", "id"), page.In("事由", "reason"), "#" + page.In("扣分", "points"), "#" + page.In("金额（元）", "yuan"), page.In("条款", "clause")],
                [
                    .. incident.Deductions.Select(deduction => Row(
                        HeadCell(page.Link(DeductionSection.AddressOf(period, deduction), deduction.Id)),
                        Cell(page.Own(page.In(deduction.Reason))),
                        Number(Tag("span.loss", "−" + Points.Plain(deduction.Points))),
                        Number(Tag("span.none", "—")),
                        Cell(Clauses(page, deduction.Clauses)))),
                    .. incident.Money.Select(line => Row(
                        HeadCell(page.Link(SiteAddress.Period(contract.Name, period.Period.Id) + "#settlement", line.Id)),
                        Cell(page.Own(page.In(line.Reason))),
                        Number(Tag("span.none", "—")),
                        Number(Money(page, line.Amount)),
                        Cell(Clauses(page, line.Clauses)))),
                ]));

    private static Html? Told(PageContext page, SiteIncident incident)
    {
        (string Title, string? Words)[] parts =
        [
            (page.In("原因分析", "Why"), incident.Incident.Cause), (page.In("处置", "What was done"), incident.Incident.Handling), (page.In("备注", "Note"), incident.Resource.Metadata.Note),
        ];
        var told = parts.Where(part => part.Words is not null).ToList();
        var evidence = incident.Incident.Evidence;
        return told.Count + evidence.Count == 0
            ? null
            : Section(
                "told",
                page.In("记录内容", "As recorded"),
                told.Select(part => All(Tag("h3", part.Title), SafeMarkdown.Of(part.Words!, _ => null, headingsBelow: 3)))
                    .Concat(evidence.Select(file => Tag("p.note", page.Own(file.Role), " ", Tag("code", file.File), " sha256 ", Tag("code", file.Sha256[..Math.Min(16, file.Sha256.Length)] + "…")))));
    }

    private static string Proof(Action<TextWriter> write)
    {
        using var proof = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(proof);
        return proof.ToString().Trim('\n');
    }
}
