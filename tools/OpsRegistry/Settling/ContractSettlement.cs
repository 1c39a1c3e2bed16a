using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>The account of a contract: tranches, deductions of all periods so far, and what is still owed.</summary>
/// <param name="Total">The contract total in yuan; null where the source names none.</param>
/// <param name="Deductions">The deductions by period.</param>
/// <param name="Cap">The most that deductions together may be in yuan; null for no cap.</param>
internal sealed record ContractSettlement(
    decimal? Total, IReadOnlyList<PeriodDeduction> Deductions, decimal? Cap, IReadOnlyList<TrancheState> Tranches)
{
    /// <summary>What came after the last period was closed: deadlines missed since, and adjustments of closed periods.</summary>
    public IReadOnlyList<SettlementLine> After { get; init; } = [];

    /// <summary>The account with every open dispute upheld; null where that would move no yuan.</summary>
    public ContractSettlement? Upheld { get; init; }

    /// <summary>The deductions after the cap, with their range.</summary>
    public Contested Deducted => new(AfterCap, (Upheld ?? this).AfterCap);

    /// <summary>Yuan payable and not yet paid, with their range.</summary>
    public Contested Unpaid => new(Open, (Upheld ?? this).Open);

    /// <summary>The periods' deductions added up; null while any is undetermined.</summary>
    public decimal? Accumulated => Deductions.Any(deduction => deduction.Amount is null) || After.Any(line => line.Amount is null) ? null : Deductions.Sum(deduction => deduction.Amount!.Value) + After.Sum(line => line.Amount!.Value);

    /// <summary>The deductions after the cap.</summary>
    public decimal? AfterCap => Accumulated is { } sum && Cap is { } cap ? Math.Min(sum, cap) : Accumulated;

    /// <summary>Yuan payable and not yet paid, of all tranches; null while any is unknown, or where the source names none.</summary>
    public decimal? Open => Tranches.Count == 0 || Tranches.Any(tranche => tranche.Open is null) ? null : Tranches.Sum(tranche => tranche.Open!.Value);

    /// <summary>What deductions exceed the tranche they are taken from: the vendor owes it.</summary>
    public decimal? Excess => Tranches.FirstOrDefault(tranche => tranche.Terms.TakesDeductions) is { Amount: { } amount } && AfterCap is { } deducted
        ? Math.Max(0m, deducted - amount)
        : null;
}

/// <summary>What one period takes.</summary>
internal sealed record PeriodDeduction(AssessmentPeriod Period, decimal? Amount, PeriodState State)
{
    /// <summary>The period's seal; null for none.</summary>
    public Resource<Seal>? Seal { get; init; }

    /// <summary>The amount with its range.</summary>
    public required Contested Range { get; init; }
}

/// <summary>A tranche as it stands.</summary>
/// <param name="Terms">The tranche.</param>
/// <param name="Amount">Its share of the total in yuan; null where the source names no total.</param>
/// <param name="Taken">Deductions taken from it so far, added up when they are asked for; null while undetermined.</param>
/// <param name="Due">The last day to pay, where every trigger has happened and a limit is stated.</param>
/// <param name="Waiting">The triggers that have not happened yet.</param>
/// <param name="Paid">Yuan paid so far.</param>
internal sealed record TrancheState(
    Tranche Terms, decimal? Amount, Lazy<decimal?> Taken, LocalDate? Due, IReadOnlyList<PaymentTrigger> Waiting, decimal Paid)
{
    /// <summary>Deductions taken from it so far; null while undetermined.</summary>
    public decimal? Deducted => Taken.Value;

    /// <summary>Why the last day to pay cannot be told, e.g. a year without a working calendar; null where it can, or where none is due.</summary>
    public ClockProblem? Problem { get; init; }

    /// <summary>The day on which the last of what it waits for was there, from which it is owed; null while something is missing, or where it waits for nothing that has a day.</summary>
    public LocalDate? PayableFrom { get; init; }

    /// <summary>Yuan still to be paid, at least 0; null while unknown.</summary>
    public decimal? Payable => Amount is { } amount && Deducted is { } deducted ? Math.Max(0m, amount - deducted) : null;

    /// <summary>Yuan payable and not yet paid.</summary>
    public decimal? Open => Payable is { } payable ? Math.Max(0m, payable - Paid) : null;

    /// <summary>The day on which it is looked at.</summary>
    public LocalDate Today { get; init; }

    /// <summary>The yearly rate owed on what is paid late; null where the contract names none.</summary>
    public decimal? YearlyRate { get; init; }

    /// <summary>Whether anything of it is still to be paid, as far as is known.</summary>
    public bool IsOpen => Open is { } open ? open > 0m : Payments.Count == 0;

    /// <summary>The day of the last payment; null before any.</summary>
    public LocalDate? PaidOn => Payments.Select(payment => (LocalDate?)payment.Spec.PaidOn).Max();

    /// <summary>Days after the last day to pay: of the latest payment, or up to the day on which it is looked at while something is open; 0 where in time, or where no day is known.</summary>
    public int DaysLate => Math.Max(PaidOn is { } paid ? LateOn(paid) : 0, IsOpen ? LateOn(Today) : 0);

    /// <summary>Interest on what was paid late and on what is open, in yuan; null where the contract names no rate, nothing is late, or the sum is unknown.</summary>
    public decimal? Interest => YearlyRate is not { } rate || DaysLate == 0 || (IsOpen && Open is null) ? null : decimal.Round(
        rate / 365m * (Payments.Sum(payment => payment.Spec.Amount * LateOn(payment.Spec.PaidOn)) + ((Open ?? 0m) * LateOn(Today))), 2, MidpointRounding.AwayFromZero);

    private int LateOn(LocalDate day) => Due is { } due ? Math.Max(0, Period.DaysBetween(due, day)) : 0;

    /// <summary>The disputes about conditions of payment.</summary>
    public IReadOnlyList<DisputeState> Disputes { get; init; } = [];

    /// <summary>The triggers that no record shows and a ruling takes for given.</summary>
    public IReadOnlyList<PaymentTrigger> Released { get; init; } = [];

    /// <summary>What is held back for a condition that no record shows: as much as is still open, for each of them; none once a ruling takes it for given.</summary>
    public IEnumerable<SettlementLine> Held =>
        from trigger in Waiting.Concat(Released)
        let title = trigger.Title()
        select new SettlementLine(Terms.ConditionId(trigger), new($"{Terms.Title.Zh}：尚缺{title.Zh}", $"{Terms.Title.En} waits for {title.En}"), Open, Terms.Clauses)
        { Term = Terms.Id }.With(Disputes, Upheld.None);

    /// <summary>The payments behind <see cref="Paid"/>.</summary>
    public IReadOnlyList<Resource<Payment>> Payments { get; init; } = [];

    /// <summary>The invoices received for it so far.</summary>
    public IReadOnlyList<Resource<Invoice>> Invoices { get; init; } = [];
}
