namespace OpsRegistry.Tests.Settling;

/// <summary>
/// The invented contracts with something in them that their golden files do not have: other terms, disputes, determinations, seals, files that cannot be read, calendars that end too early. An edit
/// replaces words of a file; with nothing to replace it is a file of its own, from its kind and what stands under <c>spec:</c>; with nothing in its place a file is taken away.
/// </summary>
internal static class AccountVariants
{
    private const string Never = "{summary: 从未报送, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-31T10:00:00+08:00, respondedAt: 2026-03-31T10:05:00+08:00, restoredAt: 2026-03-31T10:10:00+08:00, attributable: false, causeCategory: thirdParty}";

    internal static readonly Edit NeverReported = New("Incident", "incident-2026-0099", Never), ClosedEarly = New("PeriodClosing", "period-closing-p1", "{period: P1, closedBy: harbour-review-01, closedOn: 2026-04-03}");
    internal static readonly Edit WithoutMajorFault = new("records/2026/03/incident-2026-0003.yaml", null, null), EndsWithP1 = new("contract.yaml", "    end: 2027-01-01", "    end: 2026-04-01");
    internal static readonly Edit Settlement = new("scorecard.yaml", "  settlement:\n", "  settlement:\n    shortfall: {below: 70, divisor: 4, orWhen: [{kind: Incident, where: {dataLeak: true}}], clauses: [900 九 L84]}\n");

    internal static readonly Edit Grace = new("obligations.yaml", "      recurrence: {every: month}", "      recurrence: {every: month, grace: 10d}");

    private static readonly Edit DaysAndPricedRequests = new("scorecard.yaml", "            - id: S2-1\n", """
                    - id: S2-2
                      title: {zh: 请求逾期每次扣 2 分, en: 2 points for each request past its day}
                      matchingRecords: {records: {kind: ServiceRequest, where: {dueState: missed}}, points: 2}
                    - id: S2-1

        """);

    /// <summary>Each by its name: the golden registry, the contract, the day, and what is different.</summary>
    public static IReadOnlyDictionary<string, Variant> All { get; } = new Dictionary<string, Variant>(StringComparer.Ordinal)
    {
        ["deadlines belong to their own day"] = Harbour("2026-07-20", Reading("day"), NeverReported),
        ["deadlines belong to their own day, early"] = Harbour("2026-04-02", Reading("day"), NeverReported),
        ["deadlines belong to their own day, requests too"] = new("clinic", "clinic-2026", "2026-05-10", [new("scorecard.yaml", "  eventsBelongTo: began", "  eventsBelongTo: began\n  deadlinesBelongTo: day"), DaysAndPricedRequests, Request("2026-04-20", null), Request("2026-03-30", "2026-03-30", 8), Request("2026-03-31", null, 7)]),
        ["deadlines belong to their own day, two periods on"] = Harbour("2026-09-20", Reading("day"), NeverReported, new Edit("service-levels.yaml", "      limit: 2wd", "      limit: 65wd")),
        ["duties due after the period, by their own day"] = Harbour("2026-04-20", Reading("day"), Grace),
        ["duties due after the period, by their own day, early"] = Harbour("2026-04-07", Reading("day"), Grace),
        ["a duty due after the closing"] = Harbour("2026-04-20", Grace, ClosedEarly),
        ["a duty due after the closing, early"] = Harbour("2026-04-07", Grace, ClosedEarly),
        ["a duty due after the last period"] = Harbour("2026-04-20", Grace, ClosedEarly, EndsWithP1),
        ["a payment without a limit"] = Harbour("2026-01-25", new Edit("contract.yaml", "      dueWithin: 10wd\n", "")),
        ["a request whose day comes after the period"] = new("clinic", "clinic-2026", "2026-04-02", [DaysAndPricedRequests, Request("2026-04-20", null)]),
        ["a request whose day decides nothing"] = new("clinic", "clinic-2026", "2026-04-02", [Request("2026-04-20", null)]),
        ["a request whose day came after the closing"] = new("clinic", "clinic-2026", "2026-05-10", [DaysAndPricedRequests, Request("2026-04-20", null), new("contract.yaml", "    everyMonths: 3", "    everyMonths: 3\n    evaluateWithin: 5d"), New("PeriodClosing", "period-closing-p1", "{period: P1, closedBy: clinic-review-01, closedOn: 2026-04-03}")]),
        ["days late after the closing"] = Harbour("2026-04-30", NeverReported, ClosedEarly),
        ["days late over three periods"] = Harbour("2026-07-20", NeverReported, ClosedEarly),
        ["closed by a deadline nobody settled"] = Harbour("2026-04-03", NeverReported),
        ["after the last period"] = Harbour("2026-04-30", NeverReported, ClosedEarly, EndsWithP1, WithoutMajorFault),
        ["after the last period, into another band"] = Harbour("2026-04-30", NeverReported, ClosedEarly, EndsWithP1, WithoutMajorFault, new Edit("judgements/judgement-2026-0001.yaml", "score: 8", "score: 7")),
        ["a ruling after the closing"] = Harbour("2026-05-20", ClosedEarly, Dispute(1, "P1", "commitments.1", "2026-05-06"), Ruling(1, "upheld", "2026-05-08")),
        ["a ruling after the closing beside an open dispute"] = Harbour("2026-05-20", ClosedEarly, Dispute(1, "P1", "commitments.1", "2026-05-06"), Ruling(1, "upheld", "2026-05-08"), Dispute(2, "P2", "O1-1.1", "2026-05-15")),
        ["two rulings after the closing"] = Harbour("2026-06-20", ClosedEarly, Dispute(1, "P1", "commitments.1", "2026-05-06"), Ruling(1, "upheld", "2026-05-08"), Dispute(2, "P1", "circulars.1", "2026-05-06"), Ruling(2, "upheld", "2026-06-08")),
        ["disputes in every state"] = Harbour("2026-04-12", Dispute(1, "P1", "commitments.1", "2026-04-10"), Dispute(2, "P1", "circulars.1", "2026-04-10"), Ruling(2, "partly, amountRestored: 2000", "2026-04-11"), Dispute(3, "P1", "O1-1.2", "2026-04-10"), Ruling(3, "rejected", "2026-04-11"), Dispute(4, "P1", "O3-1.1", "2026-04-09"), Ruling(4, "partly, pointsRestored: 1", "2026-04-11"), Dispute(5, "P1", "X9-9.9", "2026-04-10")),
        ["several disputes about one thing"] = Harbour("2026-04-16", Dispute(1, "P1", "O1-1.2", "2026-04-08"), Ruling(1, "rejected", "2026-04-12"), Dispute(2, "P1", "O1-1.2", "2026-04-10"), Ruling(2, "partly, pointsRestored: 3", "2026-04-11"), Dispute(3, "P1", "O1-1.2", "2026-04-13"), Dispute(4, "P1", "band", "2026-04-10"), Ruling(4, "upheld", "2026-04-11"), Dispute(5, "P1", "band", "2026-04-14")),
        ["a dispute about a record"] = Harbour("2026-04-12", New("Dispute", "dispute-2026-0001", "{period: P1, deduction: O1-1.7, record: incident-2026-0003, reason: 有出入, disputedBy: harbour-op-01, disputedOn: 2026-04-10}")),
        ["conditions of payment in dispute"] = Harbour("2026-07-31", Dispute(1, null, "final.accepted", "2026-07-10"), Dispute(2, null, "final.invoiced", "2026-07-10"), Ruling(2, "upheld", "2026-07-12"), Dispute(3, null, "final.termEnded", "2026-07-10"), Ruling(3, "rejected", "2026-07-12")),
        ["determinations"] = Harbour("2026-04-12", Determined(1, "incident-2026-0003", "attributable", "false", "2026-04-01"), Determined(2, "incident-2026-0002", "attributable", "true", "2026-04-01"), Determined(3, "incident-2026-0002", "attributable", "false", "2026-04-02"), Determined(4, "incident-2026-0002", "attributable", "true", "2026-04-03"), Determined(5, "security-notice-2026-0001", "attributable", "true", "2026-04-01")),
        ["a determination in dispute"] = Harbour("2026-04-12", Determined(1, "incident-2026-0003", "attributable", "true", "2026-04-01"), Determined(2, "incident-2026-0002", "attributable", "true", "2026-04-01"), New("Dispute", "dispute-2026-0001", "{period: P1, deduction: O1-1.1, determination: determination-2026-0002, record: incident-2026-0002, reason: 有出入, disputedBy: harbour-op-01, disputedOn: 2026-04-10}")),
        ["a determination set aside"] = Harbour("2026-04-12", Determined(2, "incident-2026-0002", "attributable", "true", "2026-04-01"), New("Dispute", "dispute-2026-0001", "{period: P1, deduction: O1-1.1, determination: determination-2026-0002, record: incident-2026-0002, reason: 有出入, disputedBy: harbour-op-01, disputedOn: 2026-04-08}"), Ruling(1, "upheld", "2026-04-10")),
        ["undecided impact"] = Harbour("2026-04-12", new Edit("records/2026/03/incident-2026-0003.yaml", "seriousImpact: \"yes\"", "seriousImpact: undecided"), new Edit("records/2026/02/incident-2026-0002.yaml", "seriousImpact: \"no\"", "seriousImpact: undecided")),
        ["a sealed period that stands"] = Harbour("2026-07-31", Seal("61", "fair", "55000.00", "{id: D1-1.1, points: 6, records: RECORDS}, {id: D1-1.2, points: 4, records: RECORDS}, {id: D3-1.1, points: 2, records: RECORDS}, {id: O1-1.1, points: 4, records: RECORDS}, {id: O1-1.2, points: 12, records: RECORDS}, {id: O2-1.1, points: 2, records: RECORDS}, {id: O3-1.1, points: 4, records: RECORDS}, {id: O4-1.1, points: 5, records: RECORDS}")),
        ["a sealed period that would come out otherwise"] = Harbour("2026-07-31", Seal("65", "fair", "45000.00", "{id: D1-1.1, points: 6, records: RECORDS}, {id: O1-1.1, points: 4, records: RECORDS}, {id: O1-1.2, points: 4, records: RECORDS}, {id: O1-1.2, points: 1, records: RECORDS}, {id: O9-1.1, points: 9, records: RECORDS}")),
        ["a sealed period that was amended"] = Harbour("2026-07-31", Seal("65", "good", "45000.00", "{id: D1-1.1, points: 6, records: RECORDS}"), New("Amendment", "amendment-2026-0001", "{record: incident-2026-0003, changes: [{field: spec.attributable, before: false, after: true}], reason: 核对, vendorConsent: {by: harbour-op-01, on: 2026-05-02}, purchaserConsent: {by: harbour-review-01, on: 2026-05-03}}")),
        ["a period sealed before it was final"] = Harbour("2026-07-31", SealedOn("2026-04-10", Seal("61", "fair", "55000.00", "{id: D1-1.1, points: 6, records: RECORDS}"))),
        ["a period sealed after a cut-off"] = Harbour("2026-04-19", Seal("65", "fair", "45000.00", "{id: D1-1.1, points: 6, records: RECORDS}")),
        ["a sealed period with one deduction otherwise"] = Harbour("2026-07-31", Seal("61", "fair", "55000.00", "{id: D1-1.1, points: 5, records: RECORDS}, {id: D1-1.2, points: 4, records: RECORDS}, {id: D3-1.1, points: 2, records: RECORDS}, {id: O1-1.1, points: 4, records: RECORDS}, {id: O1-1.2, points: 12, records: RECORDS}, {id: O2-1.1, points: 2, records: RECORDS}, {id: O3-1.1, points: 4, records: RECORDS}, {id: O4-1.1, points: 5, records: RECORDS}")),
        ["no scorecard"] = Harbour("2026-07-31", new Edit("scorecard.yaml", null, null)),
        ["money once, given back by the second ruling"] = Harbour("2026-07-31", Once(""), Promise(3, "2026-05-20", "unfulfilled"), New("Dispute", "dispute-2026-0001", "{period: P1, deduction: commitments.1, record: commitment-status-2026-0001, reason: 已到货, disputedBy: harbour-op-01, disputedOn: 2026-03-22}"), Ruling(1, "rejected", "2026-03-25"), New("Dispute", "dispute-2026-0002", "{period: P1, deduction: commitments.1, record: commitment-status-2026-0001, reason: 已到货, disputedBy: harbour-op-01, disputedOn: 2026-03-26}"), Ruling(2, "upheld", "2026-03-27")),
        ["the day after the term"] = Harbour("2027-01-01"),
        ["a payment due on a day of rest"] = Harbour("2026-01-25", new Edit("contract.yaml", "      dueWithin: 10wd", "      dueWithin: 2d"), new Edit("records/2026/01/payment-2026-0001.yaml", null, null)),
        ["duties of holidays beyond the calendar"] = new("wharf", "wharf-2026", "2026-12-20", [new("contract.yaml", "end: 2026-07-01", "end: 2027-07-01")]),
        ["a reading that moves nothing"] = Harbour("2026-04-20", new Edit("interpretations.yaml", "  items:\n", "  items:\n    - {key: K900-WORDS, question: {zh: 怎样称呼？, en: What is it called?}, default: one, options: [{id: one, title: {zh: 甲, en: One}}, {id: two, title: {zh: 乙, en: Two}}], clauses: [900 六 L51]}\n")),
        ["a sealed period without a score"] = Harbour("2026-07-31", Seal(null, null, null, "")),
        ["a scorecard that cannot be read"] = Harbour("2026-04-12", new Edit("scorecard.yaml", "spec:\n", "spec: [\n")),
        ["a record that cannot be read"] = Harbour("2026-04-30", new Edit("records/2026/02/attendance-2026-0002.yaml", "spec:\n", "spec: [\n")),
        ["a fault that goes on"] = Harbour("2026-04-02", New("Incident", "incident-2026-0098", "{summary: 仍未恢复, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-31T23:30:00+08:00, respondedAt: 2026-03-31T23:35:00+08:00, interruptions: [{from: 2026-03-31T23:30:00+08:00}], seriousImpact: \"yes\", attributable: true, causeCategory: defect}")),
        ["a fault that goes on and came to its level"] = Harbour("2026-04-12", New("Incident", "incident-2026-0098", "{summary: 仍未恢复, category: fault, systems: [scheduling], channel: phone, reportedAt: 2026-03-31T23:30:00+08:00, interruptions: [{from: 2026-03-31T20:30:00+08:00}], seriousImpact: \"yes\", attributable: true, causeCategory: defect}")),
        ["a duty of the period that may still be done"] = new("wharf", "wharf-2026", "2026-04-03", []),
        ["hours of working days beyond the calendar"] = Harbour("2027-03-31", new Edit("contract.yaml", "    end: 2027-01-01", "    end: 2027-07-01"), new Edit("service-levels.yaml", "      days: everyDay", "      days: workingDays")),
        ["days of evaluation beyond the calendar"] = Harbour("2027-01-31", new Edit("contract.yaml", "    evaluateWithin: 10wd", "    evaluateWithin: 300wd")),
        ["evaluation without a limit"] = Harbour("2026-07-31", new Edit("contract.yaml", "    evaluateWithin: 10wd\n", "")),
        ["evaluation within hours"] = Harbour("2026-04-05", new Edit("contract.yaml", "    evaluateWithin: 10wd", "    evaluateWithin: PT48H")),
        ["two closings of one period"] = Harbour("2026-04-30", ClosedEarly, New("PeriodClosing", "period-closing-p1-b", "{period: P1, closedBy: harbour-review-01, closedOn: 2026-04-02}")),
        ["a closing before the end"] = Harbour("2026-04-30", New("PeriodClosing", "period-closing-p1", "{period: P1, closedBy: harbour-review-01, closedOn: 2026-03-02}")),
        ["a shortfall"] = Harbour("2026-07-31", Settlement),
        ["a shortfall for each trigger"] = Harbour("2026-07-31", new Edit(Settlement.File, Settlement.Old, Settlement.New!.Replace("divisor: 4", "divisor: 40, perTrigger: true", StringComparison.Ordinal).Replace("where: {dataLeak: true}}]", "where: {dataLeak: true}}, {kind: SecurityNotice, where: {noticeType: circular}}]", StringComparison.Ordinal).Replace("below: 70", "below: 61", StringComparison.Ordinal)), new Edit("records/2026/02/incident-2026-0002.yaml", "dataLeak: false", "dataLeak: true", IsOptional: true)),
        ["a shortfall of a whole part"] = Harbour("2026-04-20", new Edit(Settlement.File, Settlement.Old, Settlement.New!.Replace("divisor: 4", "divisor: 4, wholePart: true", StringComparison.Ordinal))),
        ["no shortfall"] = Harbour("2026-04-20", new Edit(Settlement.File, Settlement.Old, Settlement.New!.Replace("below: 70", "below: 61", StringComparison.Ordinal))),
        ["money once for each promise"] = Harbour("2026-07-31", Once(""), Promise(2, "2026-02-20", "unfulfilled"), Promise(3, "2026-05-20", "unfulfilled")),
        ["money lifted by a later record"] = Harbour("2026-07-31", Once(", liftedBy: {kind: CommitmentStatus, where: {state: fulfilled}}"), Promise(2, "2026-06-20", "fulfilled")),
        ["money once, given back the first time"] = Harbour("2026-07-31", Once(""), Promise(3, "2026-05-20", "unfulfilled"), New("Dispute", "dispute-2026-0001", "{period: P1, deduction: commitments.1, record: commitment-status-2026-0001, reason: 已到货, disputedBy: harbour-op-01, disputedOn: 2026-03-22}"), Ruling(1, "upheld", "2026-03-25")),
        ["a veto that takes two"] = Harbour("2026-07-31", new Edit("scorecard.yaml", "      atLeast: 1", "      atLeast: 2")),
        ["no floor of the total"] = Harbour("2026-07-31", new Edit("scorecard.yaml", "  totalFloor: 0\n", "")),
        ["a floor of the total"] = Harbour("2026-07-31", new Edit("scorecard.yaml", "  totalFloor: 0", "  totalFloor: 70")),
        ["bands that end below the best"] = Harbour("2026-04-20", new Edit("scorecard.yaml", "      from: 90\n", "      from: \"60.5\"\n"), new Edit("scorecard.yaml", "      below: 90\n", "      below: \"60.5\"\n")),
        ["no bands"] = Harbour("2026-07-31", new Edit("scorecard.yaml", "  bands:\n    - id: good\n      title: {zh: 90 分及以上, en: 90 and above}\n      from: 90\n      share: 0\n      grade: good\n    - id: fair\n      title: {zh: 60 分至不足 90 分, en: 60 to below 90}\n      from: 60\n      below: 90\n      share: \"0.04\"\n      grade: fair\n    - id: poor\n      title: {zh: 不足 60 分，另行商议, en: \"below 60, to be negotiated\"}\n      below: 60\n      grade: poor\n", "")),
        ["no amount"] = Harbour("2026-07-31", new Edit("contract.yaml", "  amount:\n    value: \"1000000.00\"\n    clauses: [900 二 L10]\n", "")),
        ["paid late with interest"] = Harbour("2026-07-31", new Edit("contract.yaml", "  staffing:\n", "  lateInterest: {yearly: \"0.0400\", clauses: [900 二 L13]}\n  staffing:\n"), New("Payment", "payment-2026-0002", "{tranche: first, paidOn: 2026-03-20, amount: \"100000.00\"}"), new Edit("records/2026/01/payment-2026-0001.yaml", "400000.00", "250000.00", IsOptional: true)),
        ["a duty that was waived"] = new("library", "library-2026", "2026-07-31", [New("DutyClosing", "duty-closing-2026-0001", "{obligation: monthly-meeting, outcome: waived, reason: 双方同意, closedBy: library-review-01, closedOn: 2026-07-10}")]),
        ["events where they were reported"] = new("clinic", "clinic-2026", "2026-07-31", [new("scorecard.yaml", "  eventsBelongTo: began", "  eventsBelongTo: reported")]),
        ["a reading decided"] = Harbour("2026-07-31", new Edit("judgements/decision-2026-0001.yaml", "K900-EDGE", "K900-FLOOR"), new Edit("judgements/decision-2026-0001.yaml", "reaches", "zero")),
    };

    /// <summary>What is read in place of the golden files.</summary>
    public static SortedDictionary<string, string> Files(Variant variant)
    {
        var files = StraightLine.InMemory.Files($"tests/golden/{variant.Registry}");
        foreach (var (file, old, replacement, isOptional) in variant.Edits)
        {
            var path = $"ops-registry/contracts/{variant.Contract}/{file}";
            if (replacement is null)
            {
                files.Remove(path);
            }
            else if (old is null)
            {
                files[path] = replacement.Replace("CONTRACT", variant.Contract, StringComparison.Ordinal);
            }
            else if (files[path].Contains(old, StringComparison.Ordinal))
            {
                files[path] = files[path].Replace(old, replacement, StringComparison.Ordinal);
            }
            else if (!isOptional)
            {
                throw new InvalidOperationException($"'{old}' does not stand in {path}");
            }
        }

        return files;
    }

    internal static Variant Harbour(string day, params Edit[] edits) => new("harbour", "harbour-2026", day, edits);

    private static Edit Reading(string word) => new("scorecard.yaml", "  eventsBelongTo: began", $"  eventsBelongTo: began\n  deadlinesBelongTo: {word}");

    private static Edit Request(string due, string? done, int number = 9) => New("ServiceRequest", $"service-request-2026-000{number}", $"{{summary: 导出名单, requestType: change, requestedAt: 2026-03-25T10:00:00+08:00, respondedAt: 2026-03-25T10:05:00+08:00, dueOn: {due}, {(done is null ? "" : $"completedAt: {done}T16:00:00+08:00, ")}effortDays: 1}}");

    internal static Edit Dispute(int number, string? period, string deduction, string day) => New("Dispute", $"dispute-2026-000{number}", $"{{{(period is null ? "" : $"period: {period}, ")}deduction: {deduction}, reason: 有出入, disputedBy: harbour-op-01, disputedOn: {day}}}");

    internal static Edit Ruling(int number, string outcome, string day) => New("Ruling", $"ruling-2026-000{number}", $"{{dispute: dispute-2026-000{number}, outcome: {outcome}, reason: 经核对, decidedBy: harbour-review-01, decidedOn: {day}}}");

    internal static Edit Determined(int number, string record, string field, string value, string day) => New("Determination", $"determination-2026-000{number}", $"{{record: {record}, field: {field}, value: {value}, reason: 经核对, determinedBy: harbour-review-01, determinedOn: {day}}}");

    internal static Edit Promise(int number, string day, string state) => New("CommitmentStatus", $"commitment-status-2026-000{number}", $"{{commitment: spare-server, state: {state}, assessedOn: {day}}}");

    internal static Edit Once(string more) => new("scorecard.yaml", "        share: \"0.01\"", $"        share: \"0.01\"\n        oncePer: commitment{more.Replace(", liftedBy", "\n        liftedBy", StringComparison.Ordinal)}");

    internal static Edit Seal(string? score, string? grade, string? amount, string deductions) => New(
        "Seal", "p1", $$"""
        {period: P1, from: 2026-01-01, to: 2026-04-01, asOf: 2026-04-20T00:00:00+08:00, commit: "0123456789abcdef0123456789abcdef01234567", tool: "0.1.0", files: 12, root: {{new string('a', 64)}}, digest: {{new string('d', 64)}}{{(score is null ? "" : $", score: \"{score}\"")}}{{(grade is null ? "" : $", grade: {grade}")}}{{(amount is null ? "" : $", amount: \"{amount}\", amounts: [{{id: band, amount: \"40000.00\"}}, {{id: circulars.1, amount: \"5000.00\"}}]")}}{{(deductions.Length == 0 ? "" : $", deductions: [{deductions.Replace("RECORDS", new string('b', 64), StringComparison.Ordinal)}]")}}}
        """);

    internal static Edit SealedOn(string day, Edit seal) => seal with { New = seal.New!.Replace("asOf: 2026-04-20", $"asOf: {day}", StringComparison.Ordinal) };

    internal static Edit New(string kind, string name, string spec) => new(
        (kind switch
        {
            "Dispute" => "disputes/",
            "Determination" => "determinations/",
            "Amendment" => "amendments/",
            "Seal" => "seals/",
            "Ruling" or "PeriodClosing" or "DutyClosing" => "judgements/",
            _ => "records/2026/03/",
        }) + name + ".yaml",
        null,
        $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata: {{name: {name}, contract: CONTRACT, provenance: sample}}\nspec: {spec}\n");

    /// <summary>A golden contract on a day, with edits.</summary>
    internal sealed record Variant(string Registry, string Contract, string Day, IReadOnlyList<Edit> Edits);

    /// <summary>One edit of a file of the contract.</summary>
    /// <param name="Old">What is replaced; null for a file of its own.</param>
    /// <param name="New">By what; null to take the file away.</param>
    /// <param name="IsOptional">Where what is replaced need not stand there.</param>
    internal sealed record Edit(string File, string? Old, string? New, bool IsOptional = false);
}
