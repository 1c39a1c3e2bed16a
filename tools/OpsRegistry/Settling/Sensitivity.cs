using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>What a period would be under another reading of one clause.</summary>
/// <param name="Interpretation">The unclear clause.</param>
/// <param name="Option">The other reading.</param>
/// <param name="Total">The total under it; null while undetermined.</param>
/// <param name="Amount">Yuan deducted under it; null while undetermined.</param>
/// <param name="ChangesBand">True where it leads into another band than the reading in force.</param>
internal sealed record SensitivityRow(Interpretation Interpretation, InterpretationOption Option, decimal? Total, decimal? Amount, bool ChangesBand)
{
    /// <summary>True where a recorded decision has settled the key.</summary>
    public bool Settled { get; init; }

    /// <summary>True where the result may not be settled before the parties decide: another band, and nobody has decided.</summary>
    public bool NeedsDecision => ChangesBand && !Settled;
}

/// <summary>Runs measure, assess and settle again under each reading that is not in force, one key at a time.</summary>
internal static class Sensitivity
{
    /// <summary>The rows of a period, in the order of the interpretations.</summary>
    /// <param name="folder">The contract as written and known at the cut-off, in the version that the period is read by.</param>
    /// <param name="current">The result under the readings in force.</param>
    /// <param name="rewritten">What other cut-offs found out of the contract's files, and what this one adds.</param>
    public static IReadOnlyList<SensitivityRow> Compute(ContractFolder folder, Assessment current, RewrittenFiles rewritten)
    {
        if (folder.Scorecard is null)
        {
            return []; // Without a score there is nothing that another reading would move here.
        }

        var measured = current.Measurement;
        return (
            from tried in Others(folder, rewritten)
            let measurement = Measurer.Measure(tried.Read, measured.Calendar, measured.AsOf, measured)
            let period = measurement.PeriodNamed(current.Period.Id)
            where period is not null
            let other = Assessor.Assess(measurement, period, current.Book.Closed, before: current)
            select new SensitivityRow(tried.Interpretation, tried.Option, other.Total, PeriodSettlement.Settle(other).Total, other.Band?.Id != current.Band?.Id)
            {
                Settled = Readings.DecisionOn(folder, tried.Interpretation.Key) is not null,
            }).ToList();
    }

    /// <summary>The contract as it is read, and under each reading that <see cref="Compute"/> tries.</summary>
    /// <param name="rewritten">What other cut-offs found out of the contract's files, and what this one adds.</param>
    public static IReadOnlyList<ContractFolder> ReadingsOf(ContractFolder folder, RewrittenFiles rewritten) =>
        [Readings.Apply(folder, Readings.InForce(folder)), .. Others(folder, rewritten).Select(tried => tried.Read)];

    private static IEnumerable<(Interpretation Interpretation, InterpretationOption Option, ContractFolder Read)> Others(ContractFolder folder, RewrittenFiles rewritten)
    {
        var choices = Readings.InForce(folder);
        var readBy = rewritten.Of(folder, choices);
        return
            from interpretation in folder.Interpretations?.Items ?? []
            from option in interpretation.Options
            where option.Id != choices[interpretation.Key] && IsComputable(interpretation, option, choices)
            select (interpretation, option, readBy(interpretation.Key, option.Id));
    }

    /// <summary>An option can be computed when it sets something, or undoes what the option in force sets.</summary>
    private static bool IsComputable(Interpretation interpretation, InterpretationOption option, IReadOnlyDictionary<string, string> choices) =>
        option.NotComputed is null &&
        (option.Set.Count > 0 || interpretation.Options.Any(other => other.Id == choices[interpretation.Key] && other.Set.Count > 0));
}
