using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>Everything that the straight line computes of a contract: what reports show and nothing more.</summary>
/// <param name="Measured">What was measured under the readings in force; found when it is asked for.</param>
/// <param name="Periods">The periods begun before the cut-off.</param>
/// <param name="Settled">The contract's account; found when it is asked for.</param>
internal sealed record ContractResult(Lazy<Measurement> Measured, IReadOnlyList<PeriodResult> Periods, Lazy<ContractSettlement> Settled)
{
    /// <summary>What was measured under the readings in force.</summary>
    public Measurement Measurement
    {
        get => Measured.Value;
        init => Measured = new(value);
    }

    /// <summary>The contract's account.</summary>
    public ContractSettlement Settlement => Settled.Value;

    /// <summary>The contract as the readings in force have it.</summary>
    public ContractFolder Folder => Measurement.Folder;

    /// <summary>The dates that the working calendar would have to cover and does not; such figures cannot be verified.</summary>
    public IEnumerable<ClockProblem.NotCovered> UncoveredDates =>
        Measurement.Targets.Select(result => result.Problem)
            .Concat(Settlement.Tranches.Select(tranche => tranche.Problem))
            .OfType<ClockProblem.NotCovered>()
            .Distinct();

    /// <summary>The cut-off.</summary>
    public Instant AsOf => Measurement.AsOf;

    /// <summary>
    /// The first day of the term before the cut-off that no notice covers, where the contract has a window of working days: nothing
    /// needed the day so far, and the next record may.
    /// </summary>
    public IEnumerable<ClockProblem.NotCovered> UncoveredDays
    {
        get
        {
            var calendar = Measurement.Calendar;
            var last = LocalDate.Min(BeijingTime.DateEndingAt(Measurement.AsOf), Folder.Terms.Term.End.PlusDays(-1));
            var asks = Folder.ServiceLevels?.Windows.Any(window => window.Days == WindowDays.WorkingDays) ?? false;
            return asks && calendar.CoveredTo is { } covered && covered < last
                ? [new(covered.PlusDays(1), calendar.CoveredFrom, covered)]
                : [];
        }
    }
}
