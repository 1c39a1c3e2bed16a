using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>A determination on a record of a period, and what the period would be if the claim held.</summary>
/// <param name="Determination">The determination.</param>
/// <param name="Record">The record with the values in force.</param>
/// <param name="State">Whether it counts.</param>
/// <param name="Total">The total if the claim held; null while undetermined.</param>
/// <param name="Amount">Yuan deducted if the claim held; null while undetermined.</param>
internal sealed record DeterminationEffect(Resource<Determination> Determination, Resource Record, DeterminationState State, decimal? Total, decimal? Amount)
{
    /// <summary>What the record itself says; null where it says nothing.</summary>
    public Loading.Node? Claimed => Record.Determined.FirstOrDefault(one => one.Key == Determination.Spec.Field) is { } determined ? determined.Claimed : Record.Spec.Node[Determination.Spec.Field];

    /// <summary>The determinations on the records of a contract's periods, by period and day.</summary>
    /// <param name="known">The contract as it is known at the cut-off, in the version that the periods are read by, with what is claimed.</param>
    /// <param name="choices">The readings in force.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="asOf">The cut-off.</param>
    /// <param name="inForce">The results with the values in force.</param>
    public static ILookup<string, DeterminationEffect> Of(
        ContractFolder known, IReadOnlyDictionary<string, string> choices, WorkCalendar calendar, Instant asOf, IReadOnlyList<Assessment> inForce) => (
        from determination in known.Of<Determination>().OrderBy(determination => determination.Spec.DeterminedOn).ThenBy(determination => determination.Path, StringComparer.Ordinal)
        from current in inForce
        let fact = current.Measurement.FactsIn(current.Period).FirstOrDefault(fact => fact.Resource.Name == determination.Spec.Record)
        where fact is not null
        let field = fact.Resource.Determined.FirstOrDefault(field => field.Key == determination.Spec.Field)
        let state = StateOf(known, determination, field)
        let other = state == DeterminationState.InForce && field.Differs ? Without(known, determination, choices, calendar, asOf, current) : current
        select (current.Period.Id, Effect: new DeterminationEffect(determination, fact.Resource, state, other.Total, PeriodSettlement.Settle(other).Total)))
        .ToLookup(row => row.Id, row => row.Effect, StringComparer.Ordinal);

    private static DeterminationState StateOf(ContractFolder known, Resource<Determination> determination, DeterminedField? field) =>
        Determinations.IsSetAside(known, determination) ? DeterminationState.SetAside
        : field?.By.Path == determination.Path ? DeterminationState.InForce
        : DeterminationState.Replaced;

    private static Assessment Without(
        ContractFolder known, Resource<Determination> determination, IReadOnlyDictionary<string, string> choices, WorkCalendar calendar, Instant asOf, Assessment current)
    {
        var claimed = known.Without(resource => resource.Spec is Determination other && other.Record == determination.Spec.Record && other.Field == determination.Spec.Field);
        return Assessor.Assess(Measurer.Measure(Readings.Apply(Determinations.Apply(claimed), choices), calendar, asOf, current.Measurement), current.Period, current.Book.Closed);
    }
}

/// <summary>Whether a determination counts.</summary>
internal enum DeterminationState
{
    /// <summary>Figures go by it.</summary>
    [Title("有效", "in force")]
    InForce,

    /// <summary>A later one took its place.</summary>
    [Title("已由后一份取代", "replaced")]
    Replaced,

    /// <summary>A dispute about it was upheld: the claim holds.</summary>
    [Title("异议成立，按申报计", "set aside, the claim holds")]
    SetAside,
}
