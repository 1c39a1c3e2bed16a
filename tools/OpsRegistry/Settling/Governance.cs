using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>What a contract's governance files say, in all their versions and in its services.</summary>
internal static class Governance
{
    /// <summary>Every version of the scorecard.</summary>
    public static IEnumerable<Scorecard> Scorecards(ContractFolder folder) => folder.Of<Scorecard>().Select(file => file.Spec);

    /// <summary>Whether a period can come into a band, by some version of the scorecard or by some reading of it.</summary>
    public static bool HasBands(ContractFolder folder) =>
        Scorecards(folder).Any(scorecard => scorecard.Bands.Count > 0) ||
        folder.Of<Interpretations>().SelectMany(file => file.Spec.Items).SelectMany(item => item.Options).SelectMany(option => option.Set)
            .Any(change => change.Path == "scorecard" || change.Path.StartsWith("scorecard/bands", StringComparison.Ordinal));

    /// <summary>Every deduction of every version.</summary>
    public static IEnumerable<DeductionTerms> Deductions(ContractFolder folder) =>
        Scorecards(folder).SelectMany(scorecard => scorecard.Indicators).SelectMany(indicator => indicator.Deductions);

    /// <summary>The ids of all terms that a dispute can be about, of points and of money, in every version of the scorecard.</summary>
    public static IReadOnlyList<string> DisputedTerms(ContractFolder folder) =>
        Deductions(folder).Select(term => term.Id).Concat(Scorecards(folder).SelectMany(PeriodSettlement.Terms)).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Whether a person gives the score of a term.</summary>
    public static bool IsJudged(DeductionTerms term) => term.Shape is { } given && Shape.Of(given).Range is not null;

    /// <summary>What a deduction rests on: one shape's worth in a sane scorecard.</summary>
    public static IEnumerable<ShapeBasis> BasesOf(DeductionTerms term) => term.Shapes.Select(shape => Shape.Of(shape).RestsOn);

    /// <summary>Every version of the service levels.</summary>
    public static IEnumerable<ServiceLevels> Levels(ContractFolder folder) => folder.Of<ServiceLevels>().Select(file => file.Spec);

    /// <summary>Every limit of every version, the services' own included.</summary>
    public static IEnumerable<TargetTerms> Targets(ContractFolder folder) =>
        Levels(folder).SelectMany(levels => levels.Targets).Concat(folder.Of<Service>().SelectMany(service => service.Spec.Targets));

    /// <summary>Every limit on a figure over many records, the services' own included.</summary>
    public static IEnumerable<AggregateTerms> Aggregates(ContractFolder folder) =>
        Levels(folder).SelectMany(levels => levels.Aggregates).Concat(folder.Of<Service>().SelectMany(service => service.Spec.Aggregates));

    /// <summary>All work that is paid for, the services' own included.</summary>
    public static IEnumerable<QuotaTerms> Quotas(ContractFolder folder) =>
        Levels(folder).SelectMany(levels => levels.Quotas).Concat(folder.Of<Service>().SelectMany(service => service.Spec.Quotas));

    /// <summary>Every duty of every version, the services' own included.</summary>
    public static IEnumerable<Obligation> Obligations(ContractFolder folder) =>
        folder.Of<Obligations>().SelectMany(file => file.Spec.Items).Concat(folder.Of<Service>().SelectMany(service => service.Spec.Obligations));

    /// <summary>The duties that a record can fulfil, by the kind of record; one version's, as the folder has it.</summary>
    public static ILookup<string, (ScopedObligation Duty, RecordMatch Match)> DutiesByKind(ContractFolder folder) =>
        new ServiceScope(folder).Obligations
            .SelectMany(duty => duty.Obligation.FulfilledBy.Select(match => (duty, match)))
            .ToLookup(pair => pair.match.Kind, StringComparer.Ordinal);
}
