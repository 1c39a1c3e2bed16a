using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>The Settle stage for a whole contract: deductions are accumulated and carried to the tranche that takes them.</summary>
internal static class Settler
{
    /// <summary>The account as of the measurement's cut-off.</summary>
    /// <param name="periods">The periods settled so far with what each costs.</param>
    /// <param name="after">What came after the last of them was closed.</param>
    public static ContractSettlement Settle(Measurement measurement, IReadOnlyList<PeriodResult> periods, IReadOnlyList<SettlementLine>? after = null)
    {
        var found = Settle(measurement, periods, after ?? [], openUpheld: false);
        return measurement.Folder.Of<Dispute>().Any() && periods.Any(period => period.Deducted.IsInDispute) ? found with { Upheld = Settle(measurement, periods, after ?? [], openUpheld: true) } : found;
    }

    private static ContractSettlement Settle(Measurement measurement, IReadOnlyList<PeriodResult> periods, IReadOnlyList<SettlementLine> after, bool openUpheld)
    {
        var terms = measurement.Folder.Terms;
        var total = terms.Amount?.Value;
        var deductions = new LaterList<PeriodDeduction>(() => periods
            .Select(period => new PeriodDeduction(period.Period, openUpheld ? period.Deducted.Upheld : period.Deducted.Found, period.State) { Range = period.Deducted, Seal = period.Sealed?.Seal })
            .ToList());
        var account = new ContractSettlement(total, deductions, Yuan.ShareOf(total, measurement.Folder.Scorecard?.Settlement?.Cap), []) { After = after };
        return account with { Tranches = terms.Payments.Select(tranche => StateOf(tranche, account, measurement)).ToList() };
    }

    private static TrancheState StateOf(Tranche tranche, ContractSettlement account, Measurement measurement)
    {
        var payments = measurement.Folder.Of<Payment>().Where(payment => payment.Spec.Tranche == tranche.Id).ToList();
        var disputes = DisputeState.Of(measurement.Folder).Where(state => state.Dispute.Spec.Period is null).ToList();
        var happened = tranche.Triggers.Select(trigger => (Trigger: trigger, On: DayOf(trigger, tranche, measurement) ?? ReleasedOn(trigger, tranche, disputes))).ToList();
        var due = DueDay(tranche, happened, measurement.Calendar);
        return new(
            tranche,
            Yuan.ShareOf(account.Total, tranche.Share),
            new(() => tranche.TakesDeductions ? account.AfterCap : 0m),
            due is { Problem: null } known ? known.Value : null,
            happened.Where(pair => pair.On is null).Select(pair => pair.Trigger).ToList(),
            payments.Sum(payment => payment.Spec.Amount))
        {
            Payments = payments,
            Invoices = measurement.Folder.Of<Invoice>().Where(invoice => invoice.Spec.Tranche == tranche.Id).ToList(),
            Problem = due?.Problem,
            PayableFrom = happened.Exists(pair => pair.On is null) ? null : happened.Max(pair => pair.On),
            Today = BeijingTime.DateEndingAt(measurement.AsOf),
            YearlyRate = measurement.Folder.Terms.LateInterest?.Yearly,
            Disputes = disputes,
            Released = tranche.Triggers.Where(trigger => DayOf(trigger, tranche, measurement) is null && ReleasedOn(trigger, tranche, disputes) is not null).ToList(),
        };
    }

    /// <summary>The day of a ruling that a condition is there, though no record says so.</summary>
    private static LocalDate? ReleasedOn(PaymentTrigger trigger, Tranche tranche, IEnumerable<DisputeState> disputes) =>
        disputes.LastOrDefault(state => state.Dispute.Spec.Deduction == tranche.ConditionId(trigger) && !state.IsOpen)?.Ruling?.Spec is { Outcome: RulingOutcome.Upheld } ruling ? ruling.DecidedOn : null;

    private static LocalDate? DayOf(PaymentTrigger trigger, Tranche tranche, Measurement measurement)
    {
        var terms = measurement.Folder.Terms;
        var today = BeijingTime.DateEndingAt(measurement.AsOf);
        LocalDate? day = trigger switch
        {
            PaymentTrigger.Signed => terms.SignedOn.Value,
            // These happen when their last day is over; that day itself is not counted in the limit (民法典 §201).
            PaymentTrigger.SixMonthsServed => terms.Term.Start.PlusMonths(6).PlusDays(-1),
            PaymentTrigger.TermEnded => terms.Term.End.PlusDays(-1),
            PaymentTrigger.Assessed => terms.Term.End.PlusDays(-1),
            PaymentTrigger.StaffOnSite => First(measurement.Folder.Of<Assignment>().Where(assignment => assignment.Spec.OnSite).Select(assignment => assignment.Spec.From)),
            PaymentTrigger.Invoiced => First(measurement.Folder.Of<Invoice>().Where(invoice => invoice.Spec.Tranche == tranche.Id).Select(invoice => invoice.Spec.ReceivedOn)),
            PaymentTrigger.Accepted => First(measurement.Folder.Of<Acceptance>().Where(acceptance => acceptance.Spec.Accepted).Select(acceptance => acceptance.Spec.DecidedOn ?? acceptance.Spec.RequestedOn)),
        };
        return day <= today ? day : null;
    }

    private static LocalDate? First(IEnumerable<LocalDate> days) => days.Order().Cast<LocalDate?>().FirstOrDefault();

    /// <summary>
    /// The limit counted from the trigger that the contract names, or from the last one; a trigger that comes after that day moves it to its own.
    /// Null while one is missing or where no limit is stated, a problem past the calendar.
    /// </summary>
    private static Parsed<LocalDate>? DueDay(Tranche tranche, IReadOnlyList<(PaymentTrigger Trigger, LocalDate? On)> triggers, WorkCalendar calendar)
    {
        if (triggers.Any(trigger => trigger.On is null) || tranche.DueWithin is not { } words || Amount.Parse(words) is not { } limit ||
            ServiceClock.For(limit.Unit, window: null, roll: true) is not { } clock)
        {
            return null;
        }

        var last = triggers.Max(trigger => trigger.On!.Value);
        var from = triggers.FirstOrDefault(trigger => trigger.Trigger == tranche.DueFrom).On ?? last;
        return Clock.Deadline(BeijingTime.StartOf(from), limit, clock, calendar).Select(due => LocalDate.Max(last, BeijingTime.DateEndingAt(due.At)));
    }
}
