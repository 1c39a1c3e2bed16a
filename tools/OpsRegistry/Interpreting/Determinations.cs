using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>
/// Puts what the purchaser determined in the place of what the vendor claims: the records are rewritten and read again, as readings rewrite the governance
/// files, so no stage after this one knows that there were two values; what was claimed stays with the record.
/// </summary>
internal static class Determinations
{
    /// <summary>The contract with the values in force.</summary>
    /// <param name="known">The contract as it is known at the cut-off.</param>
    /// <param name="upheld">Which open disputes count as upheld: the claim holds then.</param>
    public static ContractFolder Apply(ContractFolder known, Upheld upheld = default)
    {
        var standing = known.Of<Determination>()
            .Where(determination => !IsSetAside(known, determination, upheld))
            .OrderBy(determination => determination.Spec.DeterminedOn).ThenBy(determination => determination.Path, StringComparer.Ordinal)
            .ToLookup(determination => determination.Spec.Record, StringComparer.Ordinal);
        return standing.Count == 0 ? known : known.With(resource => resource.Spec is RecordSpec ? standing[resource.Name].Aggregate(resource, Determined) : resource);
    }

    /// <summary>True where a dispute about the determination was upheld, so that the claim holds.</summary>
    public static bool IsSetAside(ContractFolder known, Resource<Determination> determination, Upheld upheld = default) =>
        known.Of<Dispute>().Any(dispute => dispute.Spec.Determination == determination.Name && OutcomeOf(known, dispute) switch
        {
            RulingOutcome.Upheld => true,
            RulingOutcome.Partly or RulingOutcome.Rejected => false,
            null => upheld.Counts(dispute.Name),
        });

    /// <summary>True where a dispute about a determination is open.</summary>
    public static bool AreDisputed(ContractFolder known) => known.Of<Dispute>().Any(dispute => dispute.Spec.Determination is not null && OutcomeOf(known, dispute) is null);

    /// <summary>The record with another value in one field; null where the field cannot hold it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">The field's key under <c>spec:</c>.</param>
    /// <param name="value">The value; a null scalar for none.</param>
    public static Resource? With(Resource record, string key, Node value) => NodeEdit.Rewritten(record, ["spec", key], value);

    private static Resource Determined(Resource record, Resource<Determination> determination)
    {
        var key = determination.Spec.Field;
        var before = record.Determined.FirstOrDefault(field => field.Key == key);
        return record.Kind.Field(key) is not null && With(record, key, determination.Spec.Value) is { } rewritten
            ? rewritten with
            {
                Determined = [.. record.Determined.Where(field => field != before), new(before is null ? record.Spec.Node[key] : before.Claimed, determination)],
            }
            : record;
    }

    /// <summary>What the last ruling on a dispute says; null while it is open.</summary>
    private static RulingOutcome? OutcomeOf(ContractFolder known, Resource<Dispute> dispute) => known.Of<Ruling>()
        .Where(ruling => ruling.Spec.Dispute == dispute.Name)
        .OrderBy(ruling => ruling.Spec.DecidedOn).ThenBy(ruling => ruling.Path, StringComparer.Ordinal)
        .Select(ruling => (RulingOutcome?)ruling.Spec.Outcome)
        .LastOrDefault();
}
