using static OpsRegistry.Tests.Settling.AccountVariants;

namespace OpsRegistry.Tests.Settling;

/// <summary>
/// The invented contracts on the days and at the figures at which something turns: the last day of an evaluation, of a term, of a payment and the day beside it, what a seal, a ruling or an
/// amendment of the very day does, and several of what the other variants have once.
/// </summary>
internal static class EdgeVariants
{
    private const string Form = "scorecard.yaml", Levels = "service-levels.yaml", Duties = "obligations.yaml", Terms = "contract.yaml", Seventy = "{id: D1-1.1, points: 6, records: RECORDS}";

    private static readonly Edit JudgedEarly = new("judgements/judgement-2026-0002.yaml", "judgedOn: 2026-07-10", "judgedOn: 2026-04-05");
    private static readonly Edit EndsLater = new(Terms, "    end: 2027-01-01", "    end: 2027-07-01");
    private static readonly Edit NeverReportedEither = New("Incident", "incident-2026-0097", "{summary: 也未报送, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-30T10:00:00+08:00, respondedAt: 2026-03-30T10:05:00+08:00, restoredAt: 2026-03-30T10:10:00+08:00, attributable: false, causeCategory: thirdParty}");
    private static readonly Edit WorkingDays = new(Levels, "  windows:\n", "  windows:\n    - {id: office, title: {zh: 上班, en: Office}, days: workingDays, segments: [{from: \"09:00\", to: \"17:00\"}], clauses: [900 六 L50]}\n");

    private static readonly Edit TwoLimitsOfOne = new(Form, "            - id: O3-1\n", "            - {id: O3-2, title: {zh: 每次误时扣 3 分, en: 3 points for each fault with a missed limit}, matchingRecords: {records: {kind: Incident, where: {missedTargets: [response, restore]}}, points: 3}}\n            - {id: O3-3, title: {zh: 分析报告每逾期一天扣 2 分, en: 2 points for each day}, daysLate: {target: analysis-report, points: 2}}\n            - id: O3-1\n");
    private static readonly Edit Restored = new(Levels, "  availability:\n", "    - {id: restore, title: {zh: 恢复, en: Restoration}, metric: restoration, appliesTo: {kind: Incident, where: {category: fault}}, limit: PT4H, window: always, clauses: [900 六 L52]}\n  availability:\n");
    private static readonly Edit Unanswered = New("Incident", "incident-2026-0096", "{summary: 无人应答, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-31T23:45:00+08:00, attributable: false, causeCategory: thirdParty}");

    /// <summary>Each by its name.</summary>
    public static IReadOnlyDictionary<string, Variant> All { get; } = new Dictionary<string, Variant>(StringComparer.Ordinal)
    {
        // The closing.
        ["closed on the day"] = Harbour("2026-04-03", ClosedEarly, NeverReported),
        ["on the last day of the evaluation"] = Harbour("2026-04-14", NeverReported),
        ["final on the last day of the evaluation"] = Harbour("2026-04-14"),
        ["on the day before the last of the evaluation"] = Harbour("2026-04-13"),
        ["a missing judgement on the last day of the evaluation"] = Harbour("2026-04-14", new Edit("judgements/judgement-2026-0001.yaml", null, null)),
        ["a missing judgement two days before the last of the evaluation"] = Harbour("2026-04-12", new Edit("judgements/judgement-2026-0001.yaml", null, null)),
        ["a ruling on the day"] = Harbour("2026-05-08", ClosedEarly, Dispute(1, "P1", "commitments.1", "2026-05-06"), Ruling(1, "upheld", "2026-05-08")),
        ["a ruling of the day after"] = Harbour("2026-05-07", ClosedEarly, Dispute(1, "P1", "commitments.1", "2026-05-06"), Ruling(1, "upheld", "2026-05-08")),
        ["a ruling and a later one"] = Harbour("2026-05-20", ClosedEarly, Dispute(1, "P1", "commitments.1", "2026-05-06"), Ruling(1, "upheld", "2026-05-08"), Dispute(2, "P1", "circulars.1", "2026-05-06"), Ruling(2, "upheld", "2026-06-08")),
        ["an adjustment beside an open dispute"] = Harbour("2026-05-20", MoneyVariants.NegotiatedHasAShare, JudgedEarly, ClosedEarly, Dispute(1, "P1", "commitments.1", "2026-05-06"), Ruling(1, "upheld", "2026-05-08"), Dispute(2, "P2", "O1-1.1", "2026-05-15"), Dispute(3, "P2", "band", "2026-05-15")),
        ["what was reported after the closing"] = Harbour("2026-05-20", MoneyVariants.NegotiatedHasAShare, ClosedEarly, NeverReported, New("FaultReport", "fault-report-2026-0099", "{incident: incident-2026-0099, reportType: analysis, submittedAt: 2026-04-10T10:00:00+08:00}")),
        ["several deadlines missed after the last period"] = Harbour("2026-04-30", MoneyVariants.NegotiatedHasAShare, NeverReported, NeverReportedEither, ClosedEarly, EndsWithP1, WithoutMajorFault),
        ["several deadlines missed after the last period, into another band"] = Harbour("2026-04-30", MoneyVariants.NegotiatedHasAShare, NeverReported, NeverReportedEither, ClosedEarly, EndsWithP1, WithoutMajorFault, new Edit("judgements/judgement-2026-0001.yaml", "score: 8", "score: 5")),

        // Seals and what was amended.
        ["a seal that differs by its score alone"] = Harbour("2026-07-31", Seal("62", "fair", "55000.00", Points)),
        ["a seal that differs by its amount alone"] = Harbour("2026-07-31", Seal("61", "fair", "54000.00", Points)),
        ["a sealed period without a scorecard"] = Harbour("2026-07-31", new Edit(Form, null, null), Seal(null, null, null, "")),
        ["a sealed period without an amount"] = Harbour("2026-07-31", new Edit(Terms, "  amount:\n    value: \"1000000.00\"\n    clauses: [900 二 L10]\n", ""), Seal("61", "fair", null, Points)),
        ["amended after the seal, before it is agreed"] = Harbour("2026-05-02", Otherwise, Amended(1, 3, "2026-05-03")),
        ["amended after the seal, on the day"] = Harbour("2026-05-03", Otherwise, Amended(1, 3, "2026-05-03")),
        ["amended after the seal, again later"] = Harbour("2026-05-20", Otherwise, Amended(1, 3, "2026-05-03"), Amended(2, 2, "2026-06-03")),
        ["amended beside the seal"] = Harbour("2026-05-10", Otherwise, Amended(1, 5, "2026-05-20")),

        // The calendar's end and the term's.
        ["the last day that a notice covers"] = Harbour("2026-12-31", EndsLater, WorkingDays),
        ["the first day that no notice covers"] = Harbour("2027-01-01", EndsLater, WorkingDays),
        ["a term that ends with the notice"] = Harbour("2027-01-31", WorkingDays),
        ["no levels beyond the notice"] = Harbour("2027-01-31", EndsLater, new Edit(Levels, null, null)),
        ["duties of holidays, beyond the calendar today"] = new("wharf", "wharf-2026", "2027-01-05", [new(Terms, "end: 2026-07-01", "end: 2027-07-01")]),
        ["the last day of the term"] = Harbour("2026-03-31", EndsWithP1, MoneyVariants.NegotiatedHasAShare),
        ["the day before the last of the term"] = Harbour("2026-03-30", EndsWithP1, MoneyVariants.NegotiatedHasAShare),
        ["a duty due on the day after the term"] = Harbour("2026-04-02", EndsWithP1, new Edit(Duties, "      recurrence: {every: month}", "      recurrence: {every: month, grace: 1d}")),
        ["a duty due on the second day after the term"] = Harbour("2026-04-03", EndsWithP1, new Edit(Duties, "      recurrence: {every: month}", "      recurrence: {every: month, grace: 2d}")),
        ["before the next period begins"] = new("wharf", "wharf-2026", "2026-03-30", []),
        ["on the eve of the next period"] = new("wharf", "wharf-2026", "2026-03-31", []),
        ["before the contract begins"] = Harbour("2025-12-31"),

        // What is due.
        ["a limit that ends on the last day looked at"] = Harbour("2026-03-31", NeverReported, TwoLimitsOfOne),
        ["two limits of one fault"] = Harbour("2026-03-31", NeverReported, TwoLimitsOfOne, Restored, Unanswered),
        ["two limits of one fault, the first missed"] = Harbour("2026-04-01", MoneyVariants.NegotiatedHasAShare, NeverReported, TwoLimitsOfOne, Restored, Unanswered),
        ["a duty of the purchaser"] = Harbour("2026-04-07", MoneyVariants.NegotiatedHasAShare, Grace, new Edit(Duties, "      recurrence: {every: halfYear}", "      by: purchaser\n      recurrence: {every: halfYear}"), new Edit(Duties, "      recurrence: {every: month", "      by: purchaser\n      recurrence: {every: month", IsOptional: true)),
        ["a duty that leads into another band"] = Harbour("2026-04-07", MoneyVariants.NegotiatedHasAShare, Grace, WithoutReport, new Edit("judgements/judgement-2026-0001.yaml", "score: 8", "score: 4")),
        ["a missing judgement beside what is due"] = Harbour("2026-04-01", NeverReported, new Edit("judgements/judgement-2026-0001.yaml", null, null)),

        // Versions.
        ["a form of another version from the last day"] = Harbour("2026-04-20", Version("2026-03-31")),
        ["a form of another version from the next period"] = Harbour("2026-04-20", Version("2026-04-01")),
        ["a form of another version from the second day"] = Harbour("2026-07-20", Version("2026-04-02")),
        ["a form of another version to come"] = Harbour("2026-02-10", Version("2026-02-20")),
        ["a form of another version in the third period"] = Harbour("2026-07-20", MoneyVariants.NegotiatedHasAShare, Version("2026-07-15")),

        // Duties whose last day is that of the closing or of the next period.
        ["a duty due on the day of the closing"] = Harbour("2026-04-20", ClosedEarly, Within("3d")),
        ["a duty due on the last day of the next period"] = Harbour("2026-07-20", ClosedEarly, Within("91d")),

        // Lines of every shape, under levels that grade and that do not.
        ["lines of every shape"] = Harbour("2026-04-12", [.. GoldenTakenOverTests.Rich, Several, New("Incident", "incident-2026-0095", "{summary: 两样都误, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-10T10:00:00+08:00, respondedAt: 2026-03-10T12:00:00+08:00, restoredAt: 2026-03-10T12:10:00+08:00, attributable: false, causeCategory: thirdParty}")]),
        ["levels that nobody grades"] = Harbour("2026-04-12", [.. GoldenTakenOverTests.Rich, Ungraded]),
        ["levels graded in one version"] = Harbour("2026-04-12", [.. GoldenTakenOverTests.Rich, UngradedLater]),
        ["a determination after the closing"] = Harbour("2026-05-20", ClosedEarly, Determined(1, "incident-2026-0003", "attributable", "true", "2026-05-06"), Determined(2, "incident-2026-0002", "attributable", "true", "2026-05-06")),
        ["claims that hide behind each other"] = Harbour("2026-04-12", Behind),
        ["claims that hide behind each other, ungraded"] = Harbour("2026-04-12", [.. Behind, Ungraded]),
        ["claims that hide behind each other, graded in one version"] = Harbour("2026-04-12", [.. Behind, UngradedLater]),
        ["a notice that costs, and might by two words"] = Harbour("2026-04-12", new Edit(Form, "            - id: D2-1\n", "            - {id: D2-4, title: {zh: 四, en: four}, matchingRecords: {records: {kind: SecurityNotice, where: {noticeType: hiddenRisk, attributable: false}}, points: 2}}\n            - id: D2-1\n"), New("SecurityNotice", "security-notice-2026-0009", "{noticeType: reminder, receivedOn: 2026-03-03, issuer: 自查, summary: 弱口令, attributable: true, rectifiedOn: 2026-03-05}")),
        ["a fault that goes on at the end of the period"] = Harbour("2026-03-31", MoneyVariants.NegotiatedHasAShare, New("Incident", "incident-2026-0098", "{summary: 仍未恢复, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-31T23:30:00+08:00, respondedAt: 2026-03-31T23:35:00+08:00, interruptions: [{from: 2026-03-31T23:30:00+08:00}], seriousImpact: \"yes\", attributable: true, causeCategory: defect}")),
        ["a fault that goes on after the closing"] = Harbour("2026-04-20", ClosedEarly, MoneyVariants.NegotiatedHasAShare, New("Incident", "incident-2026-0098", "{summary: 仍未恢复, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-31T23:30:00+08:00, respondedAt: 2026-03-31T23:35:00+08:00, interruptions: [{from: 2026-03-31T23:30:00+08:00}], seriousImpact: undecided, attributable: true, causeCategory: defect}")),
        ["services with terms of their own"] = Harbour("2026-04-20", Service("berths", 1), Service("cranes", 2), Exit, Missing("monthly-round")),
    };

    private const string Points = "{id: D1-1.1, points: 6, records: RECORDS}, {id: D1-1.2, points: 4, records: RECORDS}, {id: D3-1.1, points: 2, records: RECORDS}, {id: O1-1.1, points: 4, records: RECORDS}, {id: O1-1.2, points: 12, records: RECORDS}, {id: O2-1.1, points: 2, records: RECORDS}, {id: O3-1.1, points: 4, records: RECORDS}, {id: O4-1.1, points: 5, records: RECORDS}";

    private const string Severities = "  severities:\n    appliesTo: {kind: Incident, where: {category: fault}}\n    edge: exceeds\n    levels:\n      - id: major\n        title: {zh: 重大故障, en: Major fault}\n        needsSeriousImpact: true\n        interruption: PT2H\n        clauses: [900 六① L51]\n      - id: minor\n        title: {zh: 一般故障, en: Minor fault}\n        clauses: [900 六② L51]\n    clauses: [900 六 L51]\n";

    private static Edit Ungraded => new(Levels, Severities, "");

    private static Edit UngradedLater => new("service-levels-2.yaml", null, StraightLine.InMemory.Files("tests/golden/harbour")["ops-registry/contracts/harbour-2026/service-levels.yaml"]
        .Replace("name: service-levels", "name: service-levels-2", StringComparison.Ordinal).Replace("spec:\n", "spec:\n  validFrom: 2026-06-01\n", StringComparison.Ordinal).Replace(Severities, "", StringComparison.Ordinal));

    private static Edit Several => new(Form, "            - id: O3-1\n", "            - {id: O3-4, title: {zh: 按未达标项扣分, en: Points by missed limit}, matchingRecords: {records: {kind: Incident, where: {category: fault}}, pointsBy: {field: missedTargets, values: {response: 1, analysis-report: 3}}}}\n            - id: O3-1\n");

    /// <summary>Lines that a record comes under by several of its fields together, by one pair twice, and by one of two words.</summary>
    private const string Hidden = """
                    - {id: D2-5, title: {zh: 五, en: five}, matchingRecords: {records: {kind: Incident, where: {channel: inspection, causeCategory: hardware}}, points: 2}}
                    - {id: D2-6, title: {zh: 六, en: six}, matchingRecords: {records: {kind: Incident, where: {channel: inspection, causeCategory: hardware, dataLeak: true}}, points: 3}}
                    - {id: D2-7, title: {zh: 七, en: seven}, matchingRecords: {records: {kind: Incident, where: {causeCategory: hardware, channel: inspection}}, points: 1}}
                    - {id: D2-8, title: {zh: 八, en: eight}, matchingRecords: {records: {kind: Incident, where: {channel: [online, monitoring], causeCategory: hardware}}, points: 1}}
                    - {id: D2-9, title: {zh: 九, en: nine}, matchingRecords: {records: {kind: Incident, where: {missedTargets: [arrival], causeCategory: operation, seriousImpact: "no"}}, points: 1}}
                    - {id: D2-10, title: {zh: 十, en: ten}, matchingRecords: {records: {kind: Incident, where: {severity: major, channel: onSite}}, points: 2}}
                    - id: D2-1

        """;

    private static Edit[] Behind =>
    [
        New("Incident", "incident-2026-0094", "{summary: 已处置, category: security, systems: [scheduling], channel: phone, reportedAt: 2026-03-12T10:00:00+08:00, respondedAt: 2026-03-12T10:05:00+08:00, restoredAt: 2026-03-12T10:10:00+08:00, attributable: false, causeCategory: thirdParty}"),
        new Edit(Form, "            - id: D2-1\n", Hidden),
        new Edit(Levels, "  availability:\n", "    - {id: arrival, title: {zh: 到场, en: Arrival}, metric: onSiteArrival, appliesTo: {kind: Incident, where: {onSiteNeeded: true}}, limit: PT2H, window: always, clauses: [900 六 L52]}\n  availability:\n"),
    ];

    private static Edit Exit => new(Terms, "  staffing:\n", "  exitTriggers:\n    - {id: leaks, title: {zh: 泄露, en: Data leaked}, records: {kind: Incident, where: {dataLeak: true}}, clauses: [900 九 L80]}\n    - {id: incapable, title: {zh: 能力不足, en: Incapable}, clauses: [900 九 L80]}\n  staffing:\n");

    /// <summary>A service with limits, figures, work that is paid for and duties of its own; two have the same duty.</summary>
    private static Edit Service(string name, int number) => new($"services/{name}.yaml", null, """
        apiVersion: ops-registry/v1
        kind: Service
        metadata: {name: NAME, contract: harbour-2026, provenance: sample}
        spec:
          section: software
          number: NUMBER
          title: NAME
          targets:
            - {id: NAME-swift, title: {zh: 快, en: Swift}, metric: response, appliesTo: {kind: ServiceRequest}, limit: PT1H, window: always, clauses: [900 六 L57]}
          aggregates:
            - {id: NAME-requests, title: {zh: 请求, en: Requests}, measure: count, records: {kind: ServiceRequest}, matching: {kind: ServiceRequest, where: {handled: true}}, span: assessmentPeriod, atMost: "3", clauses: [900 六 L58]}
          quotas:
            - {id: NAME-work, title: {zh: 调整, en: Adjustments}, records: {kind: ServiceRequest, where: {requestType: change}}, field: effortDays, amount: 5, unit: {zh: 人天, en: person-days}, clauses: [900 六 L59]}
          obligations:
            - {id: monthly-round, title: {zh: 巡回, en: Round}, recurrence: {every: month, grace: 10d}, fulfilledBy: [{kind: Inspection, where: {inspectionType: round}}], clauses: [900 七 L66]}
          clauses: [900 七 L66]

        """.Replace("NAME", name, StringComparison.Ordinal).Replace("NUMBER", $"{number}", StringComparison.Ordinal));

    private static Edit Missing(string duty) => new(Form, "            - id: D2-1\n", $"            - {{id: D2-2, title: {{zh: 缺一次扣 1 分, en: 1 point for each}}, missingOccurrences: {{obligation: {duty}, points: 1}}}}\n            - id: D2-1\n");

    private static Edit Within(string days) => new(Duties, "      recurrence: {every: month}", $"      recurrence: {{every: month, grace: {days}}}");

    private static Edit Otherwise => Seal("65", "good", "45000.00", Seventy);

    private static Edit WithoutReport => new("records/2026/03/inspection-2026-0002.yaml", null, null);

    private static Edit Amended(int number, int incident, string day) => New("Amendment", $"amendment-2026-000{number}", $"{{record: incident-2026-000{incident}, changes: [{{field: spec.attributable, before: false, after: true}}], reason: 核对, vendorConsent: {{by: harbour-op-01, on: 2026-05-02}}, purchaserConsent: {{by: harbour-review-01, on: {day}}}}}");

    /// <summary>The same form a second time, with the faults at other points, from a day.</summary>
    private static Edit Version(string day) => new("scorecard-2.yaml", null, StraightLine.InMemory.Files("tests/golden/harbour")["ops-registry/contracts/harbour-2026/scorecard.yaml"]
        .Replace("name: scorecard", "name: scorecard-2", StringComparison.Ordinal).Replace("  marks: 100\n", $"  validFrom: {day}\n  marks: 100\n", StringComparison.Ordinal).Replace("minor: 4}", "minor: 5}", StringComparison.Ordinal).Replace("cap: \"0.05\"", "cap: \"0.06\"", StringComparison.Ordinal));
}
