using FileMode = OpsRegistry.Sources.FileMode;
using static OpsRegistry.Tests.Reviewing.ChangeEdits;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>Changes of the small registry, by what they are, at both sides of each limit that a rule of change knows.</summary>
internal static class ChangeSteps
{
    private static readonly Edit Agreed = Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-01-20", "2026-01-21"), HalfAgreed = Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-01-20", null);
    private static readonly Edit Turned = new(Incident, "attributable: true", "attributable: false"), TurnedBack = new(Incident, "attributable: false", "attributable: true");
    private static readonly Edit Disputed = Written("disputes", "Dispute", "dispute-2026-0001", "{period: P1, deduction: A1-1.1, record: incident-2026-0001, reason: 有出入, disputedBy: example-eng-01, disputedOn: 2026-01-20}"), Sealed = Seal("P1", "2026-01-01", "2026-04-01");
    private static readonly Edit Ruled = Written("judgements", "Ruling", "ruling-2026-0001", "{dispute: dispute-2026-0001, outcome: rejected, reason: 经核对, decidedBy: example-review-01, decidedOn: 2026-01-22}");

    public static readonly Dictionary<string, ChangeStep> All = new(StringComparer.Ordinal)
    {
        ["nothing"] = new(Vendor, "2026-01-14T10:00", [], []),
        ["nothing, by nobody known"] = new(null, "2026-01-14T10:00", [], []),

        // Who makes it.
        ["a record by nobody known"] = new(null, "2026-01-24T10:00", [], [Fault(2, "20")]),
        ["a record without rights in the base"] = new(Vendor, "2026-01-24T10:00", [Gone(Rights)], [Fault(2, "20")]),
        ["a record by nobody known, without rights in the base"] = new(null, "2026-01-24T10:00", [Gone(Rights)], [Fault(2, "20")]),
        ["a record by a stranger"] = new("stranger", "2026-01-24T10:00", [], [Fault(2, "20"), new("README.md", null, "x")]),
        ["two areas that a vendor may not change"] = new(Vendor, "2026-01-24T10:00", [], [new(Contract + "scorecard.yaml", "marks:", "marks: "), new(Contract + "judgements/judgement-p1-b2-1.yaml", "score:", "score: "), new("docs/a.md", null, "a"), new("docs/b.md", null, "b"), Fault(2, "20")]),
        ["a maintainer's record"] = new(Maintainer, "2026-01-24T10:00", [], [Fault(2, "20")]),
        ["a maintainer's code"] = new(Maintainer, "2026-01-24T10:00", [], [new("docs/a.md", null, "a"), new("schemas/a.json", null, "{}")]),
        ["what one of two teams may change"] = new(Vendor, "2026-01-24T10:00", [new(Rights, "accounts: [example-maintainer]", "accounts: [example-maintainer, example-vendor-desk]")], [Fault(2, "20")]),
        ["what neither of two teams may change"] = new(Vendor, "2026-01-24T10:00", [new(Rights, "accounts: [example-maintainer]", "accounts: [example-maintainer, example-vendor-desk]")], [new(Contract + "obligations.yaml", "en: ", "en: The ")]),
        ["files of no contract that is known"] = new(Vendor, "2026-01-24T10:00", [], [new("ops-registry/contracts/other-2026/records/a.txt", null, "a"), new("ops-registry/contracts/other.txt", null, "a"), new("ops-registry/notes/contracts/a/b.txt", null, "a"), new(Contract + "notes.txt", null, "a")]),
        ["files of a contract that cannot be read"] = new(Vendor, "2026-01-24T10:00", [new(Contract + "contract.yaml", "spec:\n", "spec: [\n")], [Fault(2, "20")]),
        ["each folder of a contract"] = new("stranger", "2026-01-24T10:00", [], [.. new[] { "records", "evidence", "systems", "assets", "staff", "amendments", "disputes", "judgements", "determinations", "seals", "other" }.Select(folder => new Edit($"{Contract}{folder}/a.txt", null, folder))]),
        ["each folder of a contract, by the vendor"] = new(Vendor, "2026-01-24T10:00", [], [.. new[] { "records", "evidence", "systems", "assets", "staff", "amendments", "disputes", "judgements", "determinations", "seals", "other" }.Select(folder => new Edit($"{Contract}{folder}/a.txt", null, folder))]),

        // What goes together.
        ["a record beside files of code"] = new(Bureau, "2026-01-24T10:00", [], [Fault(2, "20"), new("docs/a.md", null, "a"), new("docs/b.md", null, "b")]),
        ["a claim beside one file of code"] = new(Bureau, "2026-01-24T10:00", [], [Disputed, new("a.md", null, "a")]),
        ["a decision beside files of code"] = new(Bureau, "2026-01-24T10:00", [Disputed], [Ruled, new("a.md", null, "a")]),
        ["a record beside terms and a guide"] = new(Bureau, "2026-01-24T10:00", [], [Fault(2, "20"), new(Contract + "scorecard.yaml", "marks:", "marks: "), new(Contract + "README.md", null, "a"), new(Registry, "language: zh", "language: en")]),
        ["master data beside terms"] = new(Bureau, "2026-01-24T10:00", [], [new(Contract + "systems/portal.yaml", "spec:", "spec: "), new(Contract + "obligations.yaml", "spec:", "spec: ")]),
        ["terms after the contract began"] = new(Bureau, "2026-01-01T00:00", [], [new(Contract + "scorecard.yaml", "title:", "note: x\n  title:"), new(Contract + "obligations.yaml", "en: ", "en: The ")]),
        ["terms before the contract began"] = new(Bureau, "2025-12-31T23:59", [], [new(Contract + "obligations.yaml", "en: ", "en: The ")]),
        ["a note on terms"] = new(Bureau, "2026-02-01T10:00", [], [new(Contract + "obligations.yaml", "  provenance:", "  note: x\n  provenance:")]),
        ["levels of a running contract"] = new(Bureau, "2026-02-01T10:00", [], [new(Contract + "service-levels.yaml", "clauses: [900", "clauses: [901")]),
        ["readings of a running contract"] = new(Bureau, "2026-02-01T10:00", [], [new(Contract + "interpretations.yaml", "clauses: [900", "clauses: [901")]),

        // How files are written.
        ["modes in the registry"] = new(Vendor, "2026-01-24T10:00", [], [Fault(2, "20"), new(Contract + "records/2026/01/link.yaml", null, "x") { Mode = FileMode.SymbolicLink }, new(Contract + "records/2026/01/run.yaml", null, "x") { Mode = FileMode.Executable }, new(Contract + "records/2026/01/other", null, "x") { Mode = FileMode.Submodule }]),
        ["modes beside the registry"] = new(Maintainer, "2026-01-24T10:00", [], [new("link", null, "x") { Mode = FileMode.SymbolicLink }, new("run", null, "x") { Mode = FileMode.Executable }, new("other", null, "x") { Mode = FileMode.Submodule }]),
        ["paths with other letters"] = new(Vendor, "2026-01-24T10:00", [], [.. new[] { "OPS-registry/a.txt", "ops-registry2/a.txt", "other/é.txt", Contract + "records/é.txt", Contract + "records/a b.txt", Contract + "records/~.txt", Contract + "records/\u007f.txt", Contract + "records/.a.txt", Contract + "records/-a.txt", Contract + "evidence/材料.txt", Contract + "evidence/2026/一/a-材料.txt" }.Select(path => new Edit(path, null, path))]),
        ["paths that differ in case"] = new(Vendor, "2026-01-24T10:00", [new(Contract + "records/2026/01/Broken.yaml", null, "spec: ["), new(Contract + "evidence/Old.txt", null, "old")], [new(Contract + "records/2026/01/Incident-2026-0001.yaml", null, "x"), new(Contract + "evidence/Inspection-2026-0001-report.md", null, "x"), new(Contract + "records/2026/01/broken.yaml", null, "x"), new(Contract + "Evidence/a.txt", null, "x"), new(Contract + "evidence/a.txt", null, "x"), Gone(Contract + "evidence/Old.txt"), new(Contract + "evidence/old.txt", null, "y"), new("docs/A.md", null, "a"), new("docs/a.md", null, "a")]),
        ["a removed record cannot be read"] = new(Bureau, "2026-01-24T10:00", [], [new(Incident, "category: fault", "category: [fault")]),

        // What came in meanwhile.
        ["both sides changed a record"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "summary: 门户无法访问", "summary: 门户打不开")]) { Meanwhile = [new(Incident, "summary: 门户无法访问", "summary: 门户没有反应")] },
        ["both sides changed a record alike"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "summary: 门户无法访问", "summary: 门户打不开")]) { Meanwhile = [new(Incident, "summary: 门户无法访问", "summary: 门户打不开")] },
        ["both sides filed a record"] = new(Vendor, "2026-01-24T10:00", [], [Fault(2, "20")]) { Meanwhile = [Fault(2, "21")] },
        ["the base removed a record"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "summary: 门户无法访问", "summary: 门户打不开")]) { Meanwhile = [Gone(Incident)] },
        ["the base removed what is removed"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Incident)]) { Meanwhile = [Gone(Incident)] },
        ["the base made a record unreadable"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "summary: 门户无法访问", "summary: 门户打不开")]) { Meanwhile = [new(Incident, "category: fault", "category: [fault")] },
        ["the base changed evidence"] = new(Vendor, "2026-01-24T10:00", [], [new(Contract + "evidence/a.txt", null, "a")]) { Meanwhile = [new(Contract + "evidence/a.txt", null, "b")] },

        // Records that were merged.
        ["a record deleted"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Incident)]),
        ["a record moved"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Incident), new(Contract + "records/2026/02/incident-2026-0001.yaml", null, Base[Incident])]),
        ["a record renamed"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Incident), new(Contract + "records/2026/01/incident-2026-0007.yaml", null, Base[Incident].Replace("incident-2026-0001", "incident-2026-0007", StringComparison.Ordinal))]),
        ["a record in the place of another"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Incident), Fault(2, "20")]),
        ["a record of another kind in its place"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Incident), Record("security-notice", "2026-0002", "01", "{noticeType: reminder, receivedOn: 2026-01-20, issuer: 上级, summary: 弱口令, attributable: true}")]),
        ["a system deleted"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Contract + "systems/portal.yaml")]),
        ["assets deleted"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Contract + "assets/servers.yaml")]),
        ["a person deleted"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Contract + "staff/example-eng-02.yaml")]),
        ["a dispute deleted"] = new(Vendor, "2026-01-24T10:00", [Disputed], [Gone(Disputed.Path)]),
        ["a judgement deleted"] = new(Bureau, "2026-01-24T10:00", [], [Gone(Contract + "judgements/judgement-p1-b2-1.yaml")]),
        ["terms deleted"] = new(Bureau, "2026-01-24T10:00", [], [Gone(Contract + "obligations.yaml")]),
        ["a record unreadable before"] = new(Vendor, "2026-01-24T10:00", [new(Incident, "category: fault", "category: [fault")], [new(Incident, "category: [fault", "category: fault")]),

        // Fields of merged records.
        ["a protected field"] = new(Vendor, "2026-01-24T10:00", [], [Turned]),
        ["a note and a remark"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "  provenance: sample", "  provenance: sample\n  note: x")]),
        ["the provenance of a record"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "  provenance: sample", "  provenance: entered")]),
        ["a field filled in"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "  severity: level-2", "  severity: level-2\n  arrivedAt: 2026-01-08T10:30:00+08:00\n  cause: 连接耗尽")]),
        ["a field that speaks when it is absent"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "  severity: level-2", "  severity: level-2\n  dataLeak: true\n  pauses: [{from: 2026-01-08T10:20:00+08:00, to: 2026-01-08T10:40:00+08:00}]")]),
        ["an item added to a list"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "  responders: [example-eng-01]", "  responders: [example-eng-01, example-eng-02]"), new(Inspection, "    - {item: 网络, result: normal}", "    - {item: 网络, result: normal}\n    - {item: 日志, result: normal}")]),
        ["a list in another order"] = new(Vendor, "2026-01-24T10:00", [new(Incident, "  responders: [example-eng-01]", "  responders: [example-eng-01, example-eng-02]")], [new(Incident, "[example-eng-01, example-eng-02]", "[example-eng-02, example-eng-01]")]),
        ["an item that goes on"] = new(Vendor, "2026-01-24T10:00", [], [new(Inspection, "      completedOn: 2026-01-14\n", ""), new(Incident, "      to: 2026-01-08T11:30:00+08:00", "      to: 2026-01-08T11:00:00+08:00")]),
        ["a field that is free"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "summary: 门户无法访问", "summary: 门户打不开")]),
        ["master data"] = new(Vendor, "2026-01-24T10:00", [], [new(Contract + "staff/assignment-example-eng-01.yaml", "from: 2026-01-01", "from: 2026-01-02")]),

        // Amendments.
        ["as agreed"] = new(Vendor, "2026-01-24T10:00", [Agreed], [Turned]),
        ["as agreed by one"] = new(Vendor, "2026-01-24T10:00", [HalfAgreed], [Turned]),
        ["as agreed by the other"] = new(Vendor, "2026-01-24T10:00", [Amendment(1, "{field: spec.attributable, before: true, after: false}", null, "2026-01-21")], [Turned]),
        ["agreed with the change"] = new(Vendor, "2026-01-24T10:00", [], [Agreed, Turned]) { ApprovedBy = [Bureau] },
        ["otherwise than agreed"] = new(Vendor, "2026-01-24T10:00", [Amendment(1, "{field: spec.severity, before: level-2, after: level-1}", "2026-01-20", "2026-01-21")], [new(Incident, "severity: level-2", "severity: level-3")]),
        ["agreed of another record"] = new(Vendor, "2026-01-24T10:00", [new(Agreed.Path, null, Agreed.New!.Replace("record: incident-2026-0001", "record: incident-2026-0009", StringComparison.Ordinal))], [Turned]),
        ["agreed of another field"] = new(Vendor, "2026-01-24T10:00", [Amendment(1, "{field: spec.severity, before: level-2, after: level-1}", "2026-01-20", "2026-01-21")], [Turned]),
        ["once more by the same amendment"] = new(Vendor, "2026-01-24T10:00", [Agreed, Amendment(2, "{field: spec.attributable, before: false, after: true}", "2026-01-22", "2026-01-22")], [Turned]),
        ["and back by a second amendment"] = new(Vendor, "2026-01-24T10:00", [Agreed, Turned, Amendment(2, "{field: spec.attributable, before: false, after: true}", "2026-01-22", "2026-01-22")], [TurnedBack]),
        ["and forth again by a third amendment"] = new(Vendor, "2026-01-24T10:00", [Agreed, Amendment(2, "{field: spec.attributable, before: false, after: true}", "2026-01-22", "2026-01-22"), Amendment(3, "{field: spec.attributable, before: true, after: false}", "2026-01-23", "2026-01-23")], [Turned]),
        ["back without an amendment"] = new(Vendor, "2026-01-24T10:00", [Agreed, Turned], [TurnedBack]),
        ["an amendment edited"] = new(Vendor, "2026-01-24T10:00", [HalfAgreed], [new(HalfAgreed.Path, "reason: 核对", "reason: 再核对")]),
        ["an amendment with a note"] = new(Vendor, "2026-01-24T10:00", [HalfAgreed], [new(HalfAgreed.Path, "provenance: sample", "provenance: sample, note: x")]),
        ["an amendment completed"] = new(Bureau, "2026-01-24T10:00", [HalfAgreed], [new(HalfAgreed.Path, "on: 2026-01-20}", "on: 2026-01-20}, purchaserConsent: {by: example-review-01, on: 2026-01-21}")]),
        ["an amendment completed by the vendor"] = new(Vendor, "2026-01-24T10:00", [HalfAgreed], [new(HalfAgreed.Path, "on: 2026-01-20}", "on: 2026-01-20}, purchaserConsent: {by: example-review-01, on: 2026-01-21}")]),
        ["an amendment completed by the vendor and approved"] = new(Vendor, "2026-01-24T10:00", [HalfAgreed], [new(HalfAgreed.Path, "on: 2026-01-20}", "on: 2026-01-20}, purchaserConsent: {by: example-review-01, on: 2026-01-21}")]) { ApprovedBy = ["stranger", Bureau] },
        ["an amendment completed by nobody known"] = new(null, "2026-01-24T10:00", [HalfAgreed], [new(HalfAgreed.Path, "on: 2026-01-20}", "on: 2026-01-20}, purchaserConsent: {by: example-review-01, on: 2026-01-21}")]),
        ["a consent changed"] = new(Vendor, "2026-01-24T10:00", [HalfAgreed], [new(HalfAgreed.Path, "on: 2026-01-20}", "on: 2026-01-19}")]),
        ["a consent beside another edit"] = new(Vendor, "2026-01-24T10:00", [Agreed], [new(Agreed.Path, "reason: 核对", "reason: 再核对")]),
        ["consents before the record came in"] = new(Vendor, "2026-01-24T10:00", [], [Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-01-12", "2026-01-13")]) { ApprovedBy = [Bureau], CameIn = "2026-01-13T23:30" },
        ["consents before anybody could know of it"] = new(Vendor, "2026-01-24T10:00", [], [Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-01-07", "2026-01-08")]) { ApprovedBy = [Bureau] },
        ["consents after the request"] = new(Vendor, "2026-01-24T10:00", [], [Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-01-24", "2026-01-25")]) { ApprovedBy = [Bureau] },
        ["a consent about a record that nobody has"] = new(Vendor, "2026-01-24T10:00", [], [new(Agreed.Path, null, Agreed.New!.Replace("record: incident-2026-0001", "record: incident-2026-0009", StringComparison.Ordinal).Replace("2026-01-20", "1992-01-01", StringComparison.Ordinal))]) { ApprovedBy = [Bureau] },

        // Decisions and seals.
        ["a judgement edited"] = new(Bureau, "2026-04-24T10:00", [], [new(Contract + "judgements/judgement-p1-b2-1.yaml", "reason: ", "reason: 另 ")]),
        ["a judgement with a note"] = new(Bureau, "2026-04-24T10:00", [], [new(Contract + "judgements/judgement-p1-b2-1.yaml", "  provenance: sample", "  provenance: sample\n  note: x")]),
        ["a ruling edited"] = new(Bureau, "2026-01-24T10:00", [Disputed, Ruled], [new(Ruled.Path, "outcome: rejected", "outcome: upheld")]),
        ["a ruling deleted"] = new(Bureau, "2026-01-24T10:00", [Disputed, Ruled], [Gone(Ruled.Path)]),
        ["a seal edited"] = new(Bureau, "2026-05-01T10:00", [Sealed], [new(Sealed.Path, "score: \"12.5\"", "score: \"13.5\"")]),
        ["a seal with a remark"] = new(Bureau, "2026-05-01T10:00", [Sealed], [new(Sealed.Path, "apiVersion", "# x\napiVersion")]),
        ["a seal deleted"] = new(Bureau, "2026-05-01T10:00", [Sealed], [Gone(Sealed.Path)]),
        ["a seal made unreadable"] = new(Bureau, "2026-05-01T10:00", [Sealed], [new(Sealed.Path, "spec: {", "spec: [")]),
        ["a seal more"] = new(Bureau, "2026-08-01T10:00", [Sealed], [Seal("P2", "2026-04-01", "2026-07-01")]),
        ["into a sealed period"] = new(Vendor, "2026-04-10T10:00", [Sealed], [Fault(2, "20"), Record("security-notice", "2026-0002", "04", "{noticeType: reminder, receivedOn: 2026-04-01, issuer: 上级, summary: 弱口令, attributable: true}")]),
        ["out of a sealed period"] = new(Vendor, "2026-04-10T10:00", [Sealed], [Gone(Incident)]),
        ["a remark in a sealed period"] = new(Vendor, "2026-04-10T10:00", [Sealed], [new(Incident, "apiVersion", "# x\napiVersion")]),
        ["a record moved into a sealed period"] = new(Vendor, "2026-04-10T10:00", [Sealed, Record("security-notice", "2026-0002", "04", "{noticeType: reminder, receivedOn: 2026-04-02, issuer: 上级, summary: 弱口令, attributable: true}")], [new(Contract + "records/2026/04/security-notice-2026-0002.yaml", "receivedOn: 2026-04-02", "receivedOn: 2026-03-31")]),
        ["in a sealed period, agreed on its end"] = new(Vendor, "2026-04-10T10:00", [Sealed, Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-04-01", "2026-04-02")], [Turned]),
        ["in a sealed period, agreed by one before its end"] = new(Vendor, "2026-04-10T10:00", [Sealed, Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-03-31", "2026-04-02")], [Turned]),
        ["in a sealed period, agreed of one field of two"] = new(Vendor, "2026-04-10T10:00", [Sealed, Amendment(1, "{field: spec.attributable, before: true, after: false}", "2026-04-01", "2026-04-02")], [Turned, new(Incident, "severity: level-2", "severity: level-3")]),
        ["a dispute about a sealed period"] = new(Vendor, "2026-04-10T10:00", [Sealed], [Disputed]),
        ["a dispute about a period that is not sealed"] = new(Vendor, "2026-04-10T10:00", [Sealed], [new(Disputed.Path, null, Disputed.New!.Replace("period: P1", "period: P2", StringComparison.Ordinal))]),
        ["a ruling on a sealed period"] = new(Bureau, "2026-04-10T10:00", [Sealed, Disputed], [Ruled]),
        ["a ruling on nothing"] = new(Bureau, "2026-04-10T10:00", [Sealed], [Ruled]),
        ["a determination in a sealed period"] = new(Bureau, "2026-04-10T10:00", [Sealed], [Determined("incident-2026-0001")]),
        ["a determination of a record that nobody has"] = new(Bureau, "2026-04-10T10:00", [Sealed], [Determined("incident-2026-0009")]),
        ["a judgement of a sealed period"] = new(Bureau, "2026-04-10T10:00", [Sealed], [new(Contract + "judgements/judgement-p1-b2-1.yaml", "reason: ", "reason: 另 ")]),

        // When it is filed.
        ["filed on the last day"] = new(Vendor, "2026-02-04T23:59", [], [Fault(2, "20")]),
        ["filed a day late"] = new(Vendor, "2026-02-05T00:00", [], [Fault(2, "20")]),
        ["filed within the registry's own days"] = new(Vendor, "2026-01-23T10:00", [new(Registry, "  language: zh", "  language: zh\n  filedWithinDays: 3")], [Fault(2, "20")]),
        ["filed after the registry's own days"] = new(Vendor, "2026-01-24T10:00", [new(Registry, "  language: zh", "  language: zh\n  filedWithinDays: 3")], [Fault(2, "20")]),
        ["filed after the contract's own days"] = new(Vendor, "2026-01-22T10:00", [new(Registry, "  language: zh", "  language: zh\n  filedWithinDays: 3"), new(Contract + "contract.yaml", "  commitments:", "  filedWithinDays: 1\n  commitments:")], [Fault(2, "20")]),
        ["a moment filled in on the last day"] = new(Vendor, "2026-01-23T10:00", [], [new(Incident, "  severity: level-2", "  severity: level-2\n  arrivedAt: 2026-01-08T23:30:00+08:00")]),
        ["a moment filled in a day late"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "  severity: level-2", "  severity: level-2\n  confirmedAt: 2026-01-08T23:30:00+08:00")]),
        ["a day filled in late"] = new(Vendor, "2026-04-24T10:00", [], [new(Inspection, "    - {item: 网络, result: normal}", "    - {item: 网络, result: normal, completedOn: 2026-01-15}"), new(Contract + "records/2026/03/security-notice-2026-0001.yaml", "  attributable:", "  rectifiedOn: 2026-03-21\n  attributable:")]),
        ["of today and of tomorrow"] = new(Vendor, "2026-01-20T01:00", [], [Fault(2, "20"), Fault(3, "21")]),
        ["moved into the future"] = new(Vendor, "2026-01-10T10:00", [], [new(Incident, "reportedAt: 2026-01-08", "reportedAt: 2026-01-11"), new(Inspection, "inspectionType: routine", "inspectionType: special")]),
        ["planned for the future"] = new(Vendor, "2026-02-20T10:00", [], [Work(2, "startedAt: 2026-02-27T20:10:07+08:00")]),
        ["work that begins with the merge"] = new(Vendor, "2026-02-27T20:10", [], [Work(2, "startedAt: 2026-02-27T20:10:00+08:00")]),
        ["work that began before the merge"] = new(Vendor, "2026-02-27T20:10", [], [Work(2, "startedAt: 2026-02-27T20:09:59+08:00")]),
        ["work without a beginning"] = new(Vendor, "2026-02-27T20:10", [], [Work(2, "finishedAt: 2026-02-27T21:10:07+08:00")]),

        // Numbers, times, words and proofs that look alike.
        ["the next number"] = new(Vendor, "2026-01-24T10:00", [], [Fault(2, "20")]),
        ["a number left out"] = new(Vendor, "2026-01-24T10:00", [], [Fault(3, "20")]),
        ["the first number of a series"] = new(Vendor, "2026-01-24T10:00", [], [Record("vulnerability", "2026-0001", "01", "{summary: 组件漏洞, reportedAt: 2026-01-20T09:11:07+08:00}")]),
        ["the second number of a series"] = new(Vendor, "2026-01-24T10:00", [], [Record("drill", "2026-0002", "01", "{scenario: 主机故障, performedOn: 2026-01-20, result: 恢复, participants: [example-eng-01]}")]),
        ["exactly a year"] = new(Vendor, "2027-01-24T10:00", [], [Times("2026-01-20T09:11:07", "2027-01-21T09:11:07")]),
        ["longer than a year"] = new(Vendor, "2027-01-24T10:00", [], [Times("2026-01-20T09:11:07", "2027-01-21T09:11:08")]),
        ["one time"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:11:07")]),
        ["two times of two alike"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:11:07", "2026-01-20T09:11:07")]),
        ["two times of three alike"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:11:07", "2026-01-20T09:11:07", "2026-01-20T09:12:07")]),
        ["three times of four alike"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:11:07", "2026-01-20T09:11:07", "2026-01-20T09:11:07", "2026-01-20T09:12:07")]),
        ["the last two times alike"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:11:07", "2026-01-20T09:12:07", "2026-01-20T09:12:07")]),
        ["three round times"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:00:00", "2026-01-20T09:15:00", "2026-01-20T09:30:00")]),
        ["four round times"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:00:00", "2026-01-20T09:15:00", "2026-01-20T09:30:00", "2026-01-20T09:45:00")]),
        ["four times, one with a second"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:00:00", "2026-01-20T09:15:01", "2026-01-20T09:30:00", "2026-01-20T09:45:00")]),
        ["four times, one off its quarter"] = new(Vendor, "2026-01-24T10:00", [], [Times("2026-01-20T09:00:00", "2026-01-20T09:14:00", "2026-01-20T09:30:00", "2026-01-20T09:45:00")]),
        ["round times of work to come"] = new(Vendor, "2026-02-20T10:00", [], [Work(2, "startedAt: 2026-02-27T20:00:00+08:00\n  finishedAt: 2026-02-27T21:00:00+08:00")]),
        ["the minutes of another record"] = new(Vendor, "2026-01-14T10:00", [], [Times("2026-01-08T10:05:59", "2026-01-08T10:10:30", "2026-01-08T12:13:14")]),
        ["the first minute of another record"] = new(Vendor, "2026-01-14T10:00", [], [Times("2026-01-08T10:05:59", "2026-01-08T10:11:00")]),
        ["one time in the minute of another record"] = new(Vendor, "2026-01-14T10:00", [], [Times("2026-01-08T10:05:59")]),
        ["eight letters told twice"] = new(Vendor, "2026-01-24T10:00", [new(Incident, "  severity: level-2", "  severity: level-2\n  cause: 连接池耗尽\n  handling: 重启了")], [new(Contract + "records/2026/01/incident-2026-0002.yaml", null, FaultText(2, "20") + "  cause: 连接池耗尽\n  handling: 重启了\n")]),
        ["seven letters told twice"] = new(Vendor, "2026-01-24T10:00", [new(Incident, "  severity: level-2", "  severity: level-2\n  cause: 连接池耗尽\n  handling: 重启")], [new(Contract + "records/2026/01/incident-2026-0002.yaml", null, FaultText(2, "20") + "  cause: 连接池耗尽\n  handling: 重启\n")]),
        ["a cause told twice"] = new(Vendor, "2026-01-24T10:00", [new(Incident, "  severity: level-2", "  severity: level-2\n  cause: 连接池耗尽没有释放")], [new(Contract + "records/2026/01/incident-2026-0002.yaml", null, FaultText(2, "20") + "  cause: 连接池耗尽没有释放\n")]),
        ["words that two others told"] = new(Vendor, "2026-01-24T10:00", [new(Incident, "  severity: level-2", "  severity: level-2\n  cause: 连接池耗尽没有释放"), new(Contract + "records/2026/01/incident-2026-0002.yaml", null, FaultText(2, "20") + "  cause: 连接池耗尽没有释放\n")], [new(Contract + "records/2026/01/incident-2026-0003.yaml", null, FaultText(3, "21") + "  cause: 连接池耗尽没有释放\n")]),
        ["routine told twice"] = new(Vendor, "2026-02-20T10:00", [], [Work(2, "startedAt: 2026-02-27T20:10:07+08:00", "升级中间件")]),
        ["routine told almost twice"] = new(Vendor, "2026-02-20T10:00", [], [Work(2, "startedAt: 2026-02-27T20:10:07+08:00", "升级数据库")]),
        ["words of ASCII letters"] = new(Vendor, "2026-02-20T10:00", [new(Contract + "records/2026/02/change-2026-0001.yaml", "summary: 升级中间件", "summary: upgrade-of-the-middleware")], [Work(2, "startedAt: 2026-02-27T20:10:07+08:00", "upgrade-of-the-middleware")]),
        ["words of ASCII letters and spaces"] = new(Vendor, "2026-02-20T10:00", [new(Contract + "records/2026/02/change-2026-0001.yaml", "summary: 升级中间件", "summary: upgrade of the middleware")], [Work(2, "startedAt: 2026-02-27T20:10:07+08:00", "upgrade of the middleware")]),
        ["a proof used again"] = new(Vendor, "2026-01-24T10:00", [], [Fault(2, "20", "evidence: [{role: report, file: b.md, sha256: 301f6dcfe2ccb7cf3941ef9fe871b0b77aca59d1f6538055d9dd5da7914161b7}]"), new(Contract + "evidence/b.md", null, Base[Contract + "evidence/inspection-2026-0001-report.md"])]),
        ["a proof that the record had"] = new(Vendor, "2026-01-24T10:00", [Fault(2, "20", "evidence: [{role: report, file: b.md, sha256: 301f6dcfe2ccb7cf3941ef9fe871b0b77aca59d1f6538055d9dd5da7914161b7}]"), new(Contract + "evidence/b.md", null, Base[Contract + "evidence/inspection-2026-0001-report.md"])], [new(Contract + "records/2026/01/incident-2026-0002.yaml", "summary: 又一次", "summary: 再一次")]),
        ["a proof added that another has"] = new(Vendor, "2026-01-24T10:00", [Fault(2, "20", $"evidence: [{{role: report, file: c.md, sha256: \"{new string('1', 64)}\"}}]")], [new(Contract + "records/2026/01/incident-2026-0002.yaml", "evidence: [", "evidence: [{role: report, file: b.md, sha256: 301f6dcfe2ccb7cf3941ef9fe871b0b77aca59d1f6538055d9dd5da7914161b7}, ")]),
        ["two proofs that the record had, one of them another's"] = new(Vendor, "2026-01-24T10:00", [Fault(2, "20", $"evidence: [{{role: report, file: c.md, sha256: \"{new string('1', 64)}\"}}, {{role: report, file: b.md, sha256: 301f6dcfe2ccb7cf3941ef9fe871b0b77aca59d1f6538055d9dd5da7914161b7}}]")], [new(Contract + "records/2026/01/incident-2026-0002.yaml", "summary: 又一次", "summary: 再一次")]),
        ["a proof that two others have"] = new(Vendor, "2026-01-24T10:00", [Fault(2, "20", "evidence: [{role: report, file: b.md, sha256: 301f6dcfe2ccb7cf3941ef9fe871b0b77aca59d1f6538055d9dd5da7914161b7}]")], [Fault(3, "21", "evidence: [{role: report, file: c.md, sha256: 301f6dcfe2ccb7cf3941ef9fe871b0b77aca59d1f6538055d9dd5da7914161b7}]")]),
        ["a proof twice in one record"] = new(Vendor, "2026-01-24T10:00", [], [Fault(2, "20", $"evidence: [{{role: report, file: c.md, sha256: \"{new string('1', 64)}\"}}, {{role: report, file: d.md, sha256: \"{new string('1', 64)}\"}}]")]),

        // Evidence.
        ["evidence replaced"] = new(Vendor, "2026-01-24T10:00", [], [new(Contract + "evidence/inspection-2026-0001-report.md", null, "other")]),
        ["evidence deleted"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Contract + "evidence/inspection-2026-0001-report.md")]),
        ["evidence made executable"] = new(Vendor, "2026-01-24T10:00", [], [new(Contract + "evidence/inspection-2026-0001-report.md", null, Base[Contract + "evidence/inspection-2026-0001-report.md"]) { Mode = FileMode.Executable }]),
        ["a file like evidence elsewhere"] = new(Bureau, "2026-01-24T10:00", [new("ops-registry/evidence/a.txt", null, "a"), new("docs/evidence/a.txt", null, "a")], [new("ops-registry/evidence/a.txt", null, "b"), new("docs/evidence/a.txt", null, "b")]),
        ["types of evidence"] = new(Vendor, "2026-01-24T10:00", [], [.. new[] { "a.PDF", "a.exe", "a", "a.tar.gz", "b/c/a.exe" }.Select(name => new Edit(Contract + "evidence/" + name, null, name)), new(Contract + "records/a.exe", null, "x"), new(Contract + "evidence", null, "x")]),
        ["types of evidence of one's own"] = new(Vendor, "2026-01-24T10:00", [new(Registry, "  language: zh", "  language: zh\n  evidenceLimits: {types: [exe], largestMegabytes: 1}")], [new(Contract + "evidence/a.exe", null, "x"), new(Contract + "evidence/a.pdf", null, "x")]),
        ["a megabyte of evidence"] = new(Vendor, "2026-01-24T10:00", [new(Registry, "  language: zh", "  language: zh\n  evidenceLimits: {largestMegabytes: 1, mostFiles: 2, mostMegabytes: 2}")], [new(Contract + "evidence/a.txt", null, new('a', 1024 * 1024)), new(Contract + "evidence/b.txt", null, new('b', 1024 * 1024))]),
        ["more than a megabyte of evidence"] = new(Vendor, "2026-01-24T10:00", [new(Registry, "  language: zh", "  language: zh\n  evidenceLimits: {largestMegabytes: 1, mostFiles: 2, mostMegabytes: 2}")], [new(Contract + "evidence/a.txt", null, new('a', (1024 * 1024) + 1)), new(Contract + "evidence/b.txt", null, new('b', 1024 * 1024)), new(Contract + "evidence/c.txt", null, "c"), Gone(Contract + "evidence/inspection-2026-0001-report.md")]),

        // People and what the purchaser decides.
        ["a person of the purchaser"] = new(Vendor, "2026-01-24T10:00", [], [new(Contract + "staff/example-review-01.yaml", "spec:", "spec: ")]),
        ["a person of the purchaser, approved"] = new(Vendor, "2026-01-24T10:00", [], [Gone(Contract + "staff/example-review-01.yaml")]) { ApprovedBy = [Bureau] },
        ["a person of the purchaser, by nobody known"] = new(null, "2026-01-24T10:00", [], [Gone(Contract + "staff/example-review-01.yaml")]),
        ["a person who changes sides"] = new(Vendor, "2026-01-24T10:00", [], [new(Contract + "staff/example-review-01.yaml", "employer: example-bureau", "employer: example-vendor")]),
        ["what the purchaser decides, by the vendor"] = new(Vendor, "2026-01-24T10:00", [new(Incident, "seriousImpact: no", "seriousImpact: undecided")], [new(Incident, "seriousImpact: undecided", "seriousImpact: \"yes\"")]),
        ["what the purchaser decides, by the purchaser"] = new(Bureau, "2026-01-24T10:00", [new(Incident, "seriousImpact: no", "seriousImpact: undecided")], [new(Incident, "seriousImpact: undecided", "seriousImpact: \"yes\"")]),
        ["what the purchaser decides, untouched"] = new(Vendor, "2026-01-24T10:00", [], [new(Incident, "summary: 门户无法访问", "summary: 门户打不开")]),
        ["what the purchaser decides, by who speaks for both"] = new(Vendor, "2026-01-24T10:00", [new(Rights, "accounts: [example-bureau-desk]", "accounts: [example-bureau-desk, example-vendor-desk]")], [new(Incident, "seriousImpact: no", "seriousImpact: \"yes\"")]),
        ["what the purchaser decides, by who speaks for a purchaser elsewhere"] = new(Vendor, "2026-01-24T10:00", [new(Rights, "    - team: \"@example/bureau\"", "    - {team: \"@example/second\", accounts: [example-vendor-desk], role: purchaser, party: example-bureau, contracts: [other-2026], changes: [records], approves: [claims]}\n    - team: \"@example/bureau\"")], [Fault(2, "20", "seriousImpact: \"yes\"")]),
        ["what the purchaser decides, by who speaks twice for the vendor"] = new(Vendor, "2026-01-24T10:00", [new(Rights, "    - team: \"@example/bureau\"", "    - {team: \"@example/second\", accounts: [example-vendor-desk], role: vendor, party: example-vendor, contracts: [example-2026], changes: [records], approves: [claims]}\n    - team: \"@example/bureau\"")], [Fault(2, "20", "seriousImpact: \"yes\"")]),
    };
}

/// <summary>A change: who makes it and when it is merged, what the base has beside its own files, and what the change does.</summary>
internal sealed record ChangeStep(string? Actor, string MergedAt, IReadOnlyList<Edit> Given, IReadOnlyList<Edit> Edits)
{
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];

    public string? CameIn { get; init; }

    /// <summary>What became of the base while the branch was away.</summary>
    public IReadOnlyList<Edit> Meanwhile { get; init; } = [];
}
