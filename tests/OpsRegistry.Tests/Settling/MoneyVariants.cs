using static OpsRegistry.Tests.Settling.AccountVariants;

namespace OpsRegistry.Tests.Settling;

/// <summary>The invented contracts with other payments, bands and prices: around each last day to pay, with one payment or none, with several of what releases one, and with sums that leave a little open.</summary>
internal static class MoneyVariants
{
    private const string Form = "scorecard.yaml", Terms = "contract.yaml", First = "records/2026/01/payment-2026-0001.yaml";

    private const string Payments = """
          payments:
            - id: first
              title: {zh: 首付款, en: First payment}
              share: "0.40"
              triggers: [signed, invoiced, staffOnSite]
              dueWithin: 10wd
              clauses: [900 二 L11]
            - id: final
              title: {zh: 尾款, en: Final payment}
              share: "0.60"
              triggers: [termEnded, accepted, invoiced]
              dueWithin: 15wd
              takesDeductions: true
              clauses: [900 二 L12]

        """;

    private static readonly Edit Unpaid = new(First, null, null), Interest = new(Terms, "  staffing:\n", "  lateInterest: {yearly: \"0.0400\", clauses: [900 二 L13]}\n  staffing:\n");
    private static readonly Edit NoAmount = new(Terms, "  amount:\n    value: \"1000000.00\"\n    clauses: [900 二 L10]\n", "");
    internal static readonly Edit NegotiatedHasAShare = new(Form, "      below: 60\n      grade: poor", "      below: 60\n      share: \"0.05\"\n      grade: poor");
    private static readonly Edit Accepted = New("Acceptance", "acceptance-2026-0001", "{requestedOn: 2026-03-02, decidedOn: 2026-03-06, accepted: true}"), Refused = New("Acceptance", "acceptance-2026-0002", "{requestedOn: 2026-02-02, decidedOn: 2026-02-06, accepted: false}"), AcceptedAgain = New("Acceptance", "acceptance-2026-0003", "{requestedOn: 2026-03-12, accepted: true}");

    /// <summary>Each by its name.</summary>
    public static IReadOnlyDictionary<string, Variant> All { get; } = new Dictionary<string, Variant>(StringComparer.Ordinal)
    {
        ["a payment due on the day"] = Harbour("2026-01-22", Unpaid, Interest),
        ["a payment due in two days"] = Harbour("2026-01-20", Unpaid, Interest),
        ["a payment due in three days"] = Harbour("2026-01-19", Unpaid, Interest),
        ["a payment due the day before"] = Harbour("2026-01-23", Unpaid, Interest),
        ["paid in full a day late"] = Harbour("2026-02-10", Interest, Paid("2026-01-23", "400000.00")),
        ["paid in full on the last day"] = Harbour("2026-02-10", Interest, Paid("2026-01-22", "400000.00")),
        ["paid but for half a yuan"] = Harbour("2026-02-10", Interest, Paid("2026-01-20", "399999.50")),
        ["paid late, of a sum that is not known"] = Harbour("2026-02-10", Interest, NoAmount, Paid("2026-02-03", "400000.00")),
        ["a sum that is not known, and nothing paid"] = Harbour("2026-02-10", Interest, NoAmount, Unpaid),
        ["more paid than is payable"] = Harbour("2026-02-10", Paid("2026-01-20", "400001.00")),
        ["two payments on one tranche"] = Harbour("2026-03-31", Interest, Paid("2026-01-20", "100000.00"), New("Payment", "payment-2026-0002", "{tranche: first, paidOn: 2026-02-20, amount: \"300000.00\"}")),
        ["one payment only"] = Harbour("2026-03-31", new Edit(Terms, Payments, "  payments:\n    - {id: first, title: {zh: 全款, en: The whole}, share: \"1\", triggers: [signed], dueWithin: 10wd, takesDeductions: true, clauses: [900 二 L11]}\n")),
        ["no payments"] = Harbour("2026-03-31", new Edit(Terms, Payments, "")),
        ["more taken than the payment has"] = Harbour("2026-04-20", new Edit(Terms, "share: \"0.60\"", "share: \"0.03\"")),
        ["as much taken as the payment has"] = Harbour("2026-04-20", new Edit(Terms, "share: \"0.60\"", "share: \"0.05\"")),
        ["no cap"] = Harbour("2026-07-20", NegotiatedHasAShare, new Edit(Form, "    cap: \"0.05\"\n", "")),
        ["every period with its sum"] = Harbour("2026-07-20", NegotiatedHasAShare),
        ["unpaid on the last day of the term"] = Harbour("2026-03-31", Unpaid, EndsWithP1),
        ["unpaid on the day after the term"] = Harbour("2026-04-01", Unpaid, EndsWithP1),
        ["counted from the signing"] = Harbour("2026-01-31", Unpaid, new Edit(Terms, "      dueWithin: 10wd\n", "      dueWithin: 10wd\n      dueFrom: signed\n")),
        ["counted from the signing, over before the last is there"] = Harbour("2026-01-31", Unpaid, new Edit(Terms, "      dueWithin: 10wd\n", "      dueWithin: 1d\n      dueFrom: signed\n")),
        ["counted from the acceptance"] = Harbour("2026-04-20", Released("accepted, invoiced"), Accepted, AcceptedAgain, Refused, Invoice(2, "final", "2026-03-20"), Invoice(3, "final", "2026-03-10"), new Edit(Terms, "      dueWithin: 15wd\n", "      dueWithin: 15wd\n      dueFrom: accepted\n")),
        ["two invoices for a payment"] = Harbour("2026-01-31", Unpaid, Invoice(2, "first", "2026-01-05"), Invoice(3, "first", "2026-01-06")),
        ["an invoice for the other payment"] = Harbour("2026-01-31", Unpaid, new Edit("records/2026/01/invoice-2026-0001.yaml", "tranche: first", "tranche: final")),
        ["nobody on site"] = Harbour("2026-01-31", Unpaid, new Edit("staff/assignment-harbour-op-01.yaml", "  onSite: true", "  onSite: false")),
        ["nothing but the invoice is missing"] = Harbour("2026-04-20", Released("accepted, invoiced"), Accepted),
        ["due beyond the calendar"] = Harbour("2027-01-10", Released("termEnded"), new Edit(Terms, "      dueWithin: 15wd\n", "      dueWithin: 15wd\n")),
        ["a condition released by the last ruling"] = Harbour("2026-07-31", Dispute(1, null, "final.accepted", "2026-07-09"), Dispute(2, null, "final.termEnded", "2026-07-10"), Ruling(2, "rejected", "2026-07-12"), Dispute(3, null, "final.invoiced", "2026-07-11"), Ruling(3, "upheld", "2026-07-12")),
        ["a condition ruled on twice"] = Harbour("2026-07-31", Dispute(1, null, "final.accepted", "2026-07-09"), Ruling(1, "upheld", "2026-07-12"), Dispute(2, null, "final.accepted", "2026-07-20"), Ruling(2, "rejected", "2026-07-22")),
        ["a condition ruled on, and disputed again"] = Harbour("2026-07-31", Dispute(1, null, "final.accepted", "2026-07-09"), Ruling(1, "upheld", "2026-07-12"), Dispute(2, null, "final.accepted", "2026-07-20")),
        ["one band"] = Harbour("2026-04-20", new Edit(Form, Bands, "  bands:\n    - {id: all, title: {zh: 一律, en: Any score}, from: 0, share: \"0.02\", grade: good}\n"), new Edit(Form, "      band: poor\n", "      band: all\n")),
        ["a veto into no band"] = Harbour("2026-07-31", new Edit(Form, "      band: poor\n", "      band: none\n")),
        ["a veto of the clause of the money"] = Harbour("2026-07-31", new Edit(Form, "      clauses: [900 九 L80]", "      clauses: [900 九 L80, 900 九 L83]")),
        ["a shortfall for the score and for an event"] = Harbour("2026-07-31", new Edit(Settlement.File, Settlement.Old, Settlement.New!.Replace("divisor: 4", "divisor: 7, perTrigger: true", StringComparison.Ordinal).Replace("where: {dataLeak: true}}]", "where: {dataLeak: true}}, {kind: SecurityNotice, where: {noticeType: circular}}]", StringComparison.Ordinal))),
        ["money once, beside rulings on other things"] = Harbour("2026-07-31", Once(""), Promise(3, "2026-05-20", "unfulfilled"), Promise(4, "2026-02-01", "pending"), About(1, "circulars.1", "security-notice-2026-0001"), Ruling(1, "upheld", "2026-03-25"), About(2, "commitments.1", "commitment-status-2026-0004"), Ruling(2, "upheld", "2026-03-25"), About(3, "circulars.1", "commitment-status-2026-0001"), Ruling(3, "upheld", "2026-03-25")),
        ["money once for two promises"] = Harbour("2026-07-31", Once(", liftedBy: {kind: CommitmentStatus, where: {state: fulfilled}}"), new Edit(Terms, "  commitments:\n", "  commitments:\n    - {id: cables, title: {zh: 备用线缆, en: Spare cables}, clauses: [900 五 L41]}\n"), Other(5, "2026-03-22", "unfulfilled"), Other(6, "2026-05-22", "unfulfilled"), Other(7, "2026-06-22", "fulfilled"), Promise(2, "2026-03-01", "fulfilled")),
        ["prices by the type of a notice"] = Harbour("2026-04-12", new Edit(Form, "      - id: commitments\n", "      - {id: reminders, title: {zh: 提醒, en: Reminders}, records: {kind: SecurityNotice, where: {noticeType: reminder}}, amount: \"3000.00\", clauses: [900 九 L81]}\n      - {id: criticisms, title: {zh: 批评, en: Criticisms}, records: {kind: SecurityNotice, where: {noticeType: criticism}}, amount: \"8000.00\", clauses: [900 九 L81]}\n      - id: commitments\n"), new Edit(Form, "            - id: D2-1\n", "            - {id: D2-3, title: {zh: 未到场扣 1 分, en: 1 point for each}, matchingRecords: {records: {kind: Attendance, where: {event: lateOffHours}}, points: 1}}\n            - id: D2-1\n"), New("SecurityNotice", "security-notice-2026-0009", "{noticeType: hiddenRisk, receivedOn: 2026-03-03, issuer: 自查, summary: 弱口令, attributable: true, rectifiedOn: 2026-03-05}"), New("Attendance", "attendance-2026-0009", "{event: absence, person: harbour-op-01, notedAt: 2026-03-02T10:00:00+08:00}")),
        ["a share of an amount in fractions"] = Harbour("2026-04-20", new Edit(Terms, "    value: \"1000000.00\"", "    value: \"1000001.37\""), Interest, Paid("2026-03-20", "400000.55")),
    };

    private const string Bands = "  bands:\n    - id: good\n      title: {zh: 90 分及以上, en: 90 and above}\n      from: 90\n      share: 0\n      grade: good\n    - id: fair\n      title: {zh: 60 分至不足 90 分, en: 60 to below 90}\n      from: 60\n      below: 90\n      share: \"0.04\"\n      grade: fair\n    - id: poor\n      title: {zh: 不足 60 分，另行商议, en: \"below 60, to be negotiated\"}\n      below: 60\n      grade: poor\n";

    private static Edit Paid(string day, string amount) => new(First, null, $"apiVersion: ops-registry/v1\nkind: Payment\nmetadata: {{name: payment-2026-0001, contract: harbour-2026, provenance: sample}}\nspec: {{tranche: first, paidOn: {day}, amount: \"{amount}\"}}\n");

    private static Edit Invoice(int number, string tranche, string day) => New("Invoice", $"invoice-2026-000{number}", $"{{tranche: {tranche}, receivedOn: {day}, amount: \"1000.00\"}}");

    private static Edit Released(string triggers) => new(Terms, "triggers: [termEnded, accepted, invoiced]", $"triggers: [{triggers}]");

    private static Edit About(int number, string deduction, string record) => New("Dispute", $"dispute-2026-000{number}", $"{{period: P1, deduction: {deduction}, record: {record}, reason: 有出入, disputedBy: harbour-op-01, disputedOn: 2026-03-22}}");

    private static Edit Other(int number, string day, string state) => New("CommitmentStatus", $"commitment-status-2026-000{number}", $"{{commitment: cables, state: {state}, assessedOn: {day}}}");
}
