using System.Text.Json.Serialization;
using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>Contracts' accounts for machines.</summary>
internal static class AccountJson
{
    /// <summary>Writes the accounts as one array.</summary>
    public static void Write(TextWriter output, IEnumerable<ContractResult> results, ReportOrigin origin, Language language) =>
        JsonOutput.Write<IReadOnlyList<AccountEntry>>(output, results.Select(result => EntryOf(result, origin, language)).ToList());

    private static AccountEntry EntryOf(ContractResult result, ReportOrigin origin, Language language)
    {
        var account = result.Settlement;
        return new(
            result.Folder.Name,
            result.AsOf,
            origin.IsCommitted ? origin.Commit : null,
            account.Total,
            account.Cap,
            account.Accumulated,
            AmountOf(account.Deducted),
            AmountOf(account.Unpaid),
            account.Excess,
            result.Periods.Zip(account.Deductions, (period, deduction) => new PeriodAccountEntry(AssessmentJson.PeriodOf(period), period.State, AmountOf(deduction.Range), AssessmentJson.SealOf(period, language))).ToList(),
            [
                .. from period in result.Periods from line in period.Settlement.Lines select ItemOf(period.Period.Id, line, language),
                .. account.After.Select(line => ItemOf(null, line, language)),
            ],
            account.Tranches.Select(tranche => TrancheOf(tranche, account, language)).ToList(),
            result.Folder.Unread.Count == 0 ? null : result.Folder.Unread.Count);
    }

    private static AmountEntry AmountOf(Contested amount) => new(amount.Found, amount.Upheld, amount.Confirmed, amount.InDispute);

    private static AccountItemEntry ItemOf(string? period, SettlementLine line, Language language) =>
        new(period, line.Id, line.ClosedPeriod, line.Reason.In(language), line.Amount, line.Clauses, AssessmentJson.RecordsOf(line.Records), AssessmentJson.DisputeOf(line.Dispute, null, line.Restored));

    private static TrancheEntry TrancheOf(TrancheState tranche, ContractSettlement account, Language language) => new(
        tranche.Terms.Id,
        tranche.Terms.Title.In(language),
        tranche.Terms.Share,
        tranche.Amount,
        tranche.Deducted,
        tranche.Payable,
        tranche.Paid,
        tranche.Open,
        account.Upheld?.Tranches.First(other => other.Terms.Id == tranche.Terms.Id).Open ?? tranche.Open,
        tranche.Due,
        WordsOf(tranche.Terms.Triggers),
        WordsOf(tranche.Waiting),
        WordsOf(tranche.Released),
        tranche.Invoices.Select(invoice => RecordOf(invoice.Untyped)).ToList(),
        tranche.Payments.Select(payment => RecordOf(payment.Untyped)).ToList());

    private static List<string> WordsOf(IEnumerable<PaymentTrigger> triggers) => triggers.Select(trigger => YamlWord.Write(trigger)).ToList();

    private static RecordEntry RecordOf(Resource record) => new(record.Path, record.Place.Line, record.Blob);
}

/// <summary>A contract's account. What is undetermined, or what the source does not name, is null.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="AsOf">The cut-off: what happened later is not known.</param>
/// <param name="Commit">The commit that it was computed from; null where the work tree had changes.</param>
/// <param name="Total">The contract total in yuan.</param>
/// <param name="Cap">The most that deductions together may be in yuan; null for no cap.</param>
/// <param name="Accumulated">The deductions added up, before the cap.</param>
/// <param name="Deducted">The deductions under the cap.</param>
/// <param name="Unpaid">What is payable and not yet paid.</param>
/// <param name="Excess">What deductions exceed the tranche they are taken from: the vendor owes it.</param>
/// <param name="Periods">What each period takes.</param>
/// <param name="Items">Each thing that takes money, with what was carried and adjusted.</param>
/// <param name="Tranches">What is owed, deducted, paid and still open.</param>
/// <param name="LeftOut">How many files of the contract could not be read and are not in the figures; absent where none.</param>
internal sealed record AccountEntry(
    string Contract,
    Instant AsOf,
    string? Commit,
    TwoPlaces? Total,
    TwoPlaces? Cap,
    TwoPlaces? Accumulated,
    AmountEntry Deducted,
    AmountEntry Unpaid,
    TwoPlaces? Excess,
    IReadOnlyList<PeriodAccountEntry> Periods,
    IReadOnlyList<AccountItemEntry> Items,
    IReadOnlyList<TrancheEntry> Tranches,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? LeftOut);

/// <summary>Yuan that open disputes may still move.</summary>
/// <param name="Amount">As found, with every open dispute rejected.</param>
/// <param name="IfDisputesUpheld">With every open dispute upheld.</param>
/// <param name="Confirmed">What no dispute moves.</param>
/// <param name="InDispute">The rest.</param>
internal sealed record AmountEntry(TwoPlaces? Amount, TwoPlaces? IfDisputesUpheld, TwoPlaces? Confirmed, TwoPlaces? InDispute);

/// <summary>What one period takes.</summary>
/// <param name="Period">The period.</param>
/// <param name="State">How far its result has come.</param>
/// <param name="Deducted">The yuan.</param>
/// <param name="Seal">Its seal, whose figures these are; null where it is not sealed.</param>
internal sealed record PeriodAccountEntry(PeriodEntry Period, PeriodState State, AmountEntry Deducted, SealEntry? Seal);

/// <summary>One thing that takes money.</summary>
/// <param name="Period">The period that takes it; null for what came after the last was closed.</param>
/// <param name="Id">The id under which it is explained and disputed.</param>
/// <param name="ClosedPeriod">The closed period whose result it adjusts, or which left it open; null for the period's own.</param>
/// <param name="Reason">Why.</param>
/// <param name="Amount">How much, less what a ruling gave back.</param>
/// <param name="Clauses">The clauses.</param>
/// <param name="Records">The records it rests on.</param>
/// <param name="Dispute">The dispute about it; null where there is none.</param>
internal sealed record AccountItemEntry(
    string? Period, string Id, string? ClosedPeriod, string Reason, TwoPlaces? Amount, IReadOnlyList<string> Clauses, IReadOnlyList<RecordEntry> Records, DisputeEntry? Dispute);

/// <summary>A payment of the contract, as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Share">Its share of the total.</param>
/// <param name="Amount">The share in yuan.</param>
/// <param name="Deducted">What is taken from it.</param>
/// <param name="Payable">What is left to be paid of it in all.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Open">What is payable and not paid.</param>
/// <param name="OpenIfDisputesUpheld">The same with every open dispute upheld.</param>
/// <param name="Due">The last day to pay; null while a condition is missing, or where no limit is stated.</param>
/// <param name="Conditions">What must have happened.</param>
/// <param name="WaitsFor">What of it no record shows yet.</param>
/// <param name="Released">What of it a ruling takes for given.</param>
/// <param name="Invoices">The invoices for it.</param>
/// <param name="Payments">The payments of it.</param>
internal sealed record TrancheEntry(
    string Id,
    string Title,
    Exact Share,
    TwoPlaces? Amount,
    TwoPlaces? Deducted,
    TwoPlaces? Payable,
    TwoPlaces Paid,
    TwoPlaces? Open,
    TwoPlaces? OpenIfDisputesUpheld,
    LocalDate? Due,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> WaitsFor,
    IReadOnlyList<string> Released,
    IReadOnlyList<RecordEntry> Invoices,
    IReadOnlyList<RecordEntry> Payments);
