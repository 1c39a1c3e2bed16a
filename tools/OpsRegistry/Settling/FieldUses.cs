using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>Every field that a contract's governance files match on or price by.</summary>
internal static class FieldUses
{
    /// <summary>All of them.</summary>
    public static IEnumerable<FieldUse> Of(ContractFolder folder) =>
        RecordMatches.Of(folder).SelectMany(OfMatch)
            .Concat(Governance.Deductions(folder).SelectMany(Governance.BasesOf).SelectMany(basis => basis.Fields))
            .Concat(Governance.Aggregates(folder).SelectMany(terms => Named(
                terms, terms.Records, (terms.Field, nameof(terms.Field)), (terms.Per, nameof(terms.Per)), (terms.Repeats, nameof(terms.Repeats)))))
            .Concat(Governance.Quotas(folder).SelectMany(terms => Named(terms, terms.Records, (terms.Field, nameof(terms.Field)))))
            .Concat(Governance.Scorecards(folder).SelectMany(scorecard => scorecard.Settlement?.PricedEvents ?? [])
                .Where(priced => priced.OncePer is not null)
                .Select(priced => new FieldUse(priced.Records.Kind, priced.OncePer!, priced.PlaceOf(nameof(priced.OncePer)), [])));

    private static IEnumerable<FieldUse> Named(Bound terms, RecordMatch records, params (string? Field, string Property)[] fields) =>
        from named in fields
        where named.Field is not null
        select new FieldUse(records.Kind, named.Field, terms.PlaceOf(named.Property), []);

    private static IEnumerable<FieldUse> OfMatch(RecordMatch match) =>
        match.Node["where"] is not MappingNode conditions ? [] :
        from entry in conditions.Entries
        let values = entry.Value is SequenceNode list ? list.Items : [entry.Value]
        select new FieldUse(match.Kind, entry.Key, entry.KeyPlace, values.OfType<ScalarNode>().Select(value => (value.Text, value.Place)).ToList());
}
