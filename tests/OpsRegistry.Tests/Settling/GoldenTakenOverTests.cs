using NodaTime.Text;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>
/// Under other terms a line of the form is taken over where nothing that it rests on came out otherwise, and assessed anew where something did. Each change here moves one thing that a line can
/// rest on: which lines are taken is listed, and whatever is taken, each line costs as much as from nothing, and for the same reasons.
/// </summary>
public sealed class GoldenTakenOverTests
{
    private const string Levels = "service-levels.yaml", Duties = "obligations.yaml", Form = "scorecard.yaml";

    /// <summary>Lines of every shape whose records, limits and duties the terms of the golden contract can touch.</summary>
    internal static readonly AccountVariants.Edit[] Rich =
    [
        new("judgements/decision-2026-0001.yaml", null, null),
        new(Form, "\n  bands:\n", """

                - id: E
                  title: {zh: 其他, en: Others}
                  marks: 60
                  indicators:
                    - {id: E1, title: {zh: 结转, en: Carried}, marks: 10, deductions: [{id: E1-1, title: {zh: 一, en: one}, everyNth: {records: {kind: Incident, where: {severity: minor}}, every: 2, points: 1, carriedOver: true}}]}
                    - {id: E2, title: {zh: 汇总, en: Aggregate}, marks: 10, deductions: [{id: E2-1, title: {zh: 一, en: one}, missedAggregate: {aggregate: major-faults, points: 2}}]}
                    - {id: E3, title: {zh: 演习, en: Exercise}, marks: 10, deductions: [{id: E3-1, title: {zh: 一, en: one}, missingOccurrences: {obligation: minor-fault, points: 2}}]}
                    - {id: E4, title: {zh: 复盘, en: Review}, marks: 10, deductions: [{id: E4-1, title: {zh: 一, en: one}, missingOccurrences: {obligation: review, points: 2}}, {id: E4-2, title: {zh: 二, en: two}, matchingRecords: {records: {kind: Attendance, where: {event: unreachable}}, points: 1}}]}
                    - {id: E5, title: {zh: 未达标, en: Missed}, marks: 10, deductions: [{id: E5-1, title: {zh: 一, en: one}, matchingRecords: {records: {kind: Incident, where: {missedTargets: [analysis-report, response]}}, points: 1, perMissedTarget: true}}]}
                    - {id: E7, title: {zh: 两样, en: Together}, marks: 10, deductions: [{id: E7-1, title: {zh: 一, en: one}, missingOccurrences: {obligation: both, points: 2}}]}
                    - {id: E6, title: {zh: 两者, en: Both}, marks: 10, deductions: [{id: E6-1, title: {zh: 一, en: one}, matchingRecords: {records: {kind: Incident, where: {severity: [minor, none-such]}}, points: 1}}, {id: E6-2, title: {zh: 二, en: two}, aggregateBand: {aggregate: faults-per-system, bands: [{atMost: "2", score: 10}, {score: 5}]}}]}
              bands:

            """),
        new(Levels, "  aggregates:\n", "  aggregates:\n    - {id: major-faults, title: {zh: 重大故障, en: Major faults}, measure: count, records: {kind: Incident, where: {severity: major}}, span: term, atMost: \"1\", clauses: [900 六 L56]}\n"),
        new(Duties, "  items:\n", "  items:\n    - {id: both, title: {zh: 两样, en: Both together}, recurrence: {every: month}, fulfilledByGroup: [{all: [{kind: Incident, where: {severity: minor}}, {kind: Inspection}]}], clauses: [900 七 L65]}\n    - {id: minor-fault, title: {zh: 小故障, en: A minor fault}, recurrence: {every: month}, fulfilledBy: [{kind: Incident, where: {severity: minor}}], clauses: [900 七 L62]}\n    - {id: review, title: {zh: 复盘, en: Review of a major fault}, recurrence: {every: record, calls: {kind: Incident, where: {severity: major}}}, fulfilledBy: [{kind: Meeting}], clauses: [900 七 L63]}\n"),
    ];

    private static readonly Dictionary<string, Case> Cases = new(StringComparer.Ordinal)
    {
        ["nothing"] = Harbour(),
        ["a title of the form"] = Harbour(new AccountVariants.Edit(Form, "en: Quarterly form", "en: Another form")),
        ["when events count"] = Harbour(new AccountVariants.Edit(Form, "  eventsBelongTo: began", "  eventsBelongTo: reported")),
        ["bands and money alone"] = Harbour(new AccountVariants.Edit(Form, "share: \"0.04\"", "share: \"0.05\""), new(Form, "cap: \"0.05\"", "cap: \"0.06\""), new(Form, "      atLeast: 1", "      atLeast: 2")),
        ["points of one line"] = Harbour(new AccountVariants.Edit(Form, "minor: 4}", "minor: 5}")),
        ["a floor of one line"] = Harbour(new AccountVariants.Edit(Form, "          marks: 30\n          deductions:", "          marks: 30\n          floor: 0\n          deductions:")),
        ["points of one line and a title"] = Harbour(new AccountVariants.Edit(Form, "minor: 4}", "minor: 5}"), new(Form, "en: Quarterly form", "en: Another form")),
        ["the edge of levels"] = Harbour(new AccountVariants.Edit(Levels, "    edge: exceeds", "    edge: reaches")),
        ["what a level takes"] = Harbour(new AccountVariants.Edit(Levels, "        interruption: PT2H", "        interruption: PT5H")),
        ["a level for none"] = Harbour(new AccountVariants.Edit(Levels, "        needsSeriousImpact: true\n        interruption: PT2H", "        needsSeriousImpact: true\n        interruption: PT99H")),
        ["a limit that nobody missed"] = Harbour(new AccountVariants.Edit(Levels, "      limit: PT30M", "      limit: PT31M")),
        ["a limit that somebody missed"] = Harbour(new AccountVariants.Edit(Levels, "      limit: PT30M", "      limit: PT10M")),
        ["a limit of days"] = Harbour(new AccountVariants.Edit(Levels, "      limit: 2wd", "      limit: 3wd")),
        ["a long limit of days"] = Harbour(new AccountVariants.Edit(Levels, "      limit: 2wd", "      limit: 60wd")),
        ["a limit of days from another moment of the day"] = Harbour(new AccountVariants.Edit(Levels, "      limit: 2wd", "      from: reportedAt\n      limit: 2wd")),
        ["the hours of a limit"] = Harbour(new AccountVariants.Edit(Levels, "        - {from: \"00:00\", to: \"24:00\"}", "        - {from: \"09:00\", to: \"18:00\"}")),
        ["whom a limit is about"] = Harbour(new AccountVariants.Edit(Levels, "      metric: report\n      reportType: analysis\n      appliesTo: {kind: Incident, where: {category: fault}}", "      metric: report\n      reportType: analysis\n      appliesTo: {kind: Incident, where: {category: fault, seriousImpact: \"yes\"}}")),
        ["whom levels are about"] = Harbour(new AccountVariants.Edit(Levels, "    appliesTo: {kind: Incident, where: {category: fault}}\n    edge", "    appliesTo: {kind: Incident, where: {category: fault, seriousImpact: \"yes\"}}\n    edge")),
        ["one limit more"] = Harbour(new AccountVariants.Edit(Levels, "  targets:\n", "  targets:\n    - {id: swift, title: {zh: 快, en: Swift}, metric: response, appliesTo: {kind: Incident, where: {category: fault}}, limit: PT1M, window: always, clauses: [900 六 L57]}\n")),
        ["an aggregate"] = Harbour(new AccountVariants.Edit(Levels, "      atMost: \"2\"", "      atMost: \"0\"")),
        ["an aggregate by its title"] = Harbour(new AccountVariants.Edit(Levels, "en: Faults of a system in a period", "en: Faults")),
        ["a duty"] = Harbour(new AccountVariants.Edit(Duties, "      recurrence: {every: halfYear}", "      recurrence: {every: quarter}")),
        ["a duty by its proof"] = Harbour(new AccountVariants.Edit(Duties, "      evidence: [report]\n", "")),
        ["a duty less"] = Harbour(new AccountVariants.Edit(Duties, "    - id: drill\n      title: {zh: 应急演练, en: Emergency drill}\n      recurrence: {every: halfYear}\n      fulfilledBy:\n        - {kind: Drill}\n      clauses: [900 七 L61]\n", "")),
        ["a duty more"] = Harbour(new AccountVariants.Edit(Duties, "  items:\n", "  items:\n    - {id: other, title: {zh: 其他, en: Other}, recurrence: {every: month}, fulfilledBy: [{kind: Meeting}], clauses: [900 七 L64]}\n")),
        ["duties in another order"] = Harbour(new AccountVariants.Edit(Duties, "    - id: drill\n", "    - id: drill-b\n")),
        ["duties and levels"] = Harbour(new AccountVariants.Edit(Duties, "      recurrence: {every: halfYear}", "      recurrence: {every: quarter}"), new(Levels, "    edge: exceeds", "    edge: reaches")),
        ["availability"] = Harbour(new AccountVariants.Edit(Levels, "      target: \"0.999\"", "      target: \"0.99\"")),
        ["the amount"] = new("harbour", "harbour-2026", "2026-07-31", Rich, [new("contract.yaml", "    value: \"1000000.00\"", "    value: \"2000000.00\"")]),
        ["the title of the contract"] = new("harbour", "harbour-2026", "2026-07-31", Rich, [new("contract.yaml", "en: One spare server", "en: Two spare servers")]),
        ["a limit of days, carried over the closing"] = Carried(new AccountVariants.Edit(Levels, "      limit: 2wd", "      limit: 3wd")),
        ["a long limit of days, carried over the closing"] = Carried(new AccountVariants.Edit(Levels, "      limit: 2wd", "      limit: 30wd")),
        ["a short limit of days, carried over the closing"] = Carried(new AccountVariants.Edit(Levels, "      limit: 2wd", "      limit: 1wd")),
        ["a response, beside what is carried over the closing"] = Carried(new AccountVariants.Edit(Levels, "      limit: PT30M", "      limit: PT10M")),
        ["a limit, where deadlines belong to their day"] = Variant("deadlines belong to their own day", new AccountVariants.Edit(Levels, "      limit: 2wd", "      limit: 5wd")),
        ["a limit far off, where deadlines belong to their day"] = Variant("deadlines belong to their own day", new AccountVariants.Edit(Levels, "      limit: 2wd", "      limit: 90wd")),
        ["levels, beside a dispute"] = Variant("disputes in every state", new AccountVariants.Edit(Levels, "    edge: exceeds", "    edge: reaches")),
        ["clinic: a response"] = Clinic(new AccountVariants.Edit(Levels, "      appliesTo: {kind: Incident}\n      limit: PT30M", "      appliesTo: {kind: Incident}\n      limit: PT90M")),
        ["clinic: a response to requests"] = Clinic(new AccountVariants.Edit(Levels, "      appliesTo: {kind: ServiceRequest}\n      limit: PT30M", "      appliesTo: {kind: ServiceRequest}\n      limit: PT90M")),
        ["clinic: repairs"] = Clinic(new AccountVariants.Edit(Levels, "      limit: PT8H\n      window: always", "      limit: PT1H\n      window: always")),
        ["clinic: a share"] = Clinic(new AccountVariants.Edit(Levels, "      atLeast: \"0.95\"", "      atLeast: \"0.50\"")),
        ["clinic: office hours"] = Clinic(new AccountVariants.Edit(Levels, "segments: [{from: \"08:30\", to: \"17:30\"}]", "segments: [{from: \"08:30\", to: \"12:00\"}]")),
        ["clinic: quotas"] = Clinic(new AccountVariants.Edit(Levels, "      amount: 10\n", "      amount: 20\n")),
        ["depot: a goal"] = new("depot", "depot-2026", "2026-05-31", [], [new(Levels, "atLeast: \"0.90\"", "atLeast: \"0.99\"")]),
        ["depot: a goal that everybody reaches"] = new("depot", "depot-2026", "2026-05-31", [], [new(Levels, "atLeast: \"0.90\"", "atLeast: \"0.10\"")]),
        ["library: a duty"] = new("library", "library-2026", "2026-07-31", [], [new(Duties, "      evidence: [minutes]\n", "")]),
        ["example: levels"] = new("registry", "example-2025", "2026-09-10", [], [new(Levels, "        interruption: PT1H\n", "        interruption: PT10M\n")]),
        ["example: reports"] = new("registry", "example-2025", "2026-09-10", [], [new(Levels, "      limit: 2wd", "      limit: 9wd")]),
        ["example: weeks"] = new("registry", "example-2025", "2026-09-10", [], [new(Duties, "        weeks: wholeIsoWeeks", "        weeks: touchedIsoWeeks")]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void What_is_taken_over_is_as_accepted_and_the_period_comes_out_as_from_nothing(string name)
    {
        var (calendar, periods, changed) = Changed(Cases[name]);
        var told = new List<string>();
        foreach (var before in periods)
        {
            var other = changed(before.Measurement.Folder);
            var (anew, different) = (Measurer.Measure(other, calendar, before.Measurement.AsOf), Measurer.Measure(other, calendar, before.Measurement.AsOf, before.Measurement));
            var expected = Assessor.Assess(anew, anew.PeriodNamed(before.Period.Id)!, before.Book.Closed);
            var found = Assessor.Assess(different, different.PeriodNamed(before.Period.Id)!, before.Book.Closed, before: before);
            Assert.Equal(Told(expected), Told(found));
            told.AddRange(found.Indicators.Select(line => $"{before.Period.Id} {line.Indicator.Id} {(before.Indicators.Any(one => ReferenceEquals(one, line)) ? "taken over" : "anew")} {line.Score}"));
        }

        Assert.NotEmpty(told);
        Golden.Matches($"expected/in-full/taken/{name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)}.txt", string.Join('\n', told) + "\n");
    }

    [Fact]
    public void From_the_assessment_of_another_measurement_nothing_is_taken_over()
    {
        var (calendar, periods, changed) = Changed(Harbour());
        var (before, other) = (periods[0], changed(periods[0].Measurement.Folder));
        var again = Assessor.Assess(Measurer.Measure(before.Measurement.Folder, calendar, before.Measurement.AsOf), before.Period, before.Book.Closed);
        var different = Measurer.Measure(other, calendar, before.Measurement.AsOf, before.Measurement);
        Assert.All(Assessor.Assess(different, before.Period, before.Book.Closed, before: again).Indicators, line => Assert.DoesNotContain(again.Indicators, one => ReferenceEquals(one, line)));
        Assert.All(Assessor.Assess(different, before.Period, before.Book.Closed, before: before).Indicators, line => Assert.Contains(before.Indicators, one => ReferenceEquals(one, line)));
    }

    private static (WorkCalendar Calendar, IReadOnlyList<Assessment> Periods, Func<ContractFolder, ContractFolder> Changed) Changed(Case given)
    {
        var files = AccountVariants.Files(new(given.Registry, given.Contract, given.Day, given.Given));
        var loaded = InMemory.Load(files);
        Assert.Equal("", string.Join("; ", loaded.Findings.Select(finding => $"{finding.Place.Line}:{finding.Place.Column} {finding.Message.En}")));
        var registry = loaded.Registry;
        var others = InMemory.Load(AccountVariants.Files(new(given.Registry, given.Contract, given.Day, [.. given.Given, .. given.Changes]))).Registry;
        var written = registry.ContractNamed(given.Contract)!;
        var calendar = Calendars.For(registry, written.Terms.Purchaser);
        var periods = ContractRunner.Run(written, calendar, BeijingTime.EndOf(LocalDatePattern.Iso.Parse(given.Day).Value)).Periods.Select(period => period.Assessment).ToList();
        var paths = given.Changes.Select(edit => $"ops-registry/contracts/{given.Contract}/{edit.File}").Distinct().ToList();
        return (calendar, periods, folder => folder.With(paths.ToDictionary(path => folder.Resources.Single(one => one.Path == path), path => others.Resources.Single(one => one.Path == path))));
    }

    /// <summary>What a line costs and why; what it shows beside that of a record, such as a limit that was kept, may be told by the terms before.</summary>
    private static string Told(Assessment assessment) => InFull.Of(assessment.Indicators.Select(line => (
        line.Indicator.Id, line.Score, line.Undetermined, line.Awaited,
        line.Deductions.Select(one => (one.Id, one.Points, one.PointsBeforeFloor, one.Reason, one.Records, (one.CarriedFrom, one.Clauses, one.Interpretations, one.Restored, one.Dispute))).ToList())).ToList())
        + InFull.Of((assessment.Total, assessment.Band, assessment.Veto, PeriodSettlement.Settle(assessment)));

    private static Case Harbour(params AccountVariants.Edit[] changes) => new("harbour", "harbour-2026", "2026-07-31", Rich, changes);

    private static Case Clinic(params AccountVariants.Edit[] changes) => new("clinic", "clinic-2026", "2026-07-31", [], changes);

    private static Case Carried(params AccountVariants.Edit[] changes) => Variant("days late over three periods", changes);

    private static Case Variant(string name, params AccountVariants.Edit[] changes) => AccountVariants.All[name] is var variant ? new(variant.Registry, variant.Contract, variant.Day, [.. variant.Edits, .. Rich], changes) : throw new InvalidOperationException();

    /// <summary>A golden contract on a day, with what else stands in it, and the change of its terms.</summary>
    private sealed record Case(string Registry, string Contract, string Day, IReadOnlyList<AccountVariants.Edit> Given, IReadOnlyList<AccountVariants.Edit> Changes);
}
