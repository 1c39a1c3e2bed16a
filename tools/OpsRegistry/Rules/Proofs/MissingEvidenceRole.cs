using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// A record would fulfil an obligation but lacks evidence that the obligation asks for. It does not count as done until the evidence is there.
/// </summary>
public sealed class MissingEvidenceRole : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS703";

    /// <inheritdoc/>
    public override Text Title => new("缺少要求的证明材料", "evidence lacking that the obligation asks for");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in InForce.Contracts(registry)
        let obligations = (folder.Obligations?.Items ?? []).Where(item => item.Evidence.Count > 0)
            .SelectMany(item => item.FulfilledBy.Select(match => (Obligation: item, Match: match))).ToLookup(item => item.Match.Kind, StringComparer.Ordinal)
        from resource in folder.Records
        let record = (RecordSpec)resource.Spec
        let fact = new Fact(resource, record, new Dictionary<string, IReadOnlyList<string>>())
        from pair in obligations[resource.Kind.Name].Where(pair => fact.Matches(pair.Match))
        let missing = pair.Obligation.Evidence.Except(record.Evidence.Select(evidence => evidence.Role)).ToList()
        where missing.Count > 0
        select At(
            record.Evidence.Count > 0 ? record.PlaceOf(nameof(record.Evidence)) : resource.Place,
            new(
                $"“{pair.Obligation.Title.Zh}”要求的证明材料缺少：{Shown.Of(missing).Zh}",
                $"'{pair.Obligation.Title.En}' asks for evidence that is not there: {Shown.Of(missing).En}"),
            new("补上证明材料，否则不计为完成", "add the evidence, or the record does not count as done"),
            new RelatedPlace(pair.Obligation.PlaceOf(nameof(Obligation.Evidence)), new("要求写", "asked for")));
}
