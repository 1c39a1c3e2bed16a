using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>
/// Finds the changed resources behind a difference in points: those that the deduction itself names; else the record that fulfils the duty
/// on one side; else the changed terms; else, by trying, those without which the difference would not be there.
/// </summary>
/// <param name="Changed">The changed resources of the contract.</param>
/// <param name="Before">The contract before; null where it was not there.</param>
/// <param name="After">The contract after; null where it is gone.</param>
/// <param name="Without">Runs the line on the contract after the change, leaving one changed resource as it was.</param>
internal sealed record CauseFinder(
    IReadOnlyList<ResourceChange> Changed, ContractResult? Before, ContractResult? After, Func<ResourceChange, ContractResult?> Without)
{
    /// <summary>How many changed resources are tried one by one, for each contract; past that a difference is told without its cause.</summary>
    private const int MostTries = 12;

    private readonly Dictionary<string, ContractResult?> tried = new(StringComparer.Ordinal);

    /// <summary>The causes of a deduction that comes, goes or differs.</summary>
    public IReadOnlyList<ResourceChange> Find(AssessmentPeriod period, Deduction? before, Deduction? after)
    {
        var named = OfRecords(Sides(before, after).SelectMany(side => side.Records)
            .Concat(Sides(before, after).SelectMany(side => side.Targets).Select(target => RecordReference.At(target.StoppedBy ?? target.Resource, target.Resource.Place))));
        if (named.Count > 0)
        {
            return named;
        }

        var duty = OfDuties(period, before, after);
        if (duty.Count > 0)
        {
            return duty;
        }

        var terms = Changed.Where(change => change.Either.Kind.Area == Area.Governance).ToList();
        return terms.Count > 0 ? terms : Tried(period, before, after);
    }

    /// <summary>The changed resources among records.</summary>
    public IReadOnlyList<ResourceChange> OfRecords(IEnumerable<RecordReference> records)
    {
        var paths = records.Select(record => record.Path).ToHashSet(StringComparer.Ordinal);
        return Changed.Where(change => paths.Contains(change.Path)).ToList();
    }

    /// <summary>A duty that is missing on one side only: the record that fulfils it on the other.</summary>
    private IReadOnlyList<ResourceChange> OfDuties(AssessmentPeriod period, Deduction? before, Deduction? after)
    {
        var other = before is null ? Before : After;
        var missed = (before ?? after)!.Occurrences.Select(occurrence => occurrence.Key).ToHashSet();
        var result = missed.Count == 0 ? null : other?.Periods.FirstOrDefault(one => one.Period.Id == period.Id);
        return result is null
            ? []
            : OfRecords(result.Assessment.Measurement.OccurrencesIn(result.Period)
                .Where(duty => missed.Contains(duty.Key))
                .Select(duty => duty.FulfilledBy).OfType<Fact>()
                .Select(fact => RecordReference.To(fact)));
    }

    private List<ResourceChange> Tried(AssessmentPeriod period, Deduction? before, Deduction? after) =>
        Changed.Count > MostTries
            ? []
            : Changed.Where(change => PointsOf(ResultWithout(change), period, (after ?? before)!) != (after?.Points ?? 0m)).ToList();

    private ContractResult? ResultWithout(ResourceChange change)
    {
        if (!tried.TryGetValue(change.Path, out var result))
        {
            result = Without(change);
            tried.Add(change.Path, result);
        }

        return result;
    }

    private static decimal PointsOf(ContractResult? result, AssessmentPeriod period, Deduction like) =>
        (result?.Periods.FirstOrDefault(one => one.Period.Id == period.Id)?.Assessment.Deductions ?? [])
            .Where(deduction => deduction.Key == like.Key)
            .Select(deduction => deduction.Points)
            .FirstOrDefault();

    private static IEnumerable<Deduction> Sides(Deduction? before, Deduction? after) => new[] { before, after }.OfType<Deduction>();
}
