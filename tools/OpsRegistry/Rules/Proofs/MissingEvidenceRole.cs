using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// A record would fulfil an obligation but lacks evidence that the obligation asks for. It does not count as done until the evidence is there.
/// </summary>
internal sealed class MissingEvidenceRole() : Rule("OPS703", new("缺少要求的证明材料", "evidence lacking that the obligation asks for"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from version in InForce.Contracts(registry)
        let duties = Governance.DutiesByKind(version.Folder)
        from resource in version.Folder.Records
        let record = (RecordSpec)resource.Spec
        where version.Holds(record)
        let fact = new Fact(resource, record, MeasuredValues.None)
        from pair in duties[resource.Kind.Name]
        where pair.Duty.Service is null || record.Services.Any(service => service.Value == pair.Duty.Service)
        let obligation = pair.Duty.Obligation
        where obligation.Evidence.Any(role => record.Evidence.All(evidence => evidence.Role != role)) && fact.Matches(pair.Match)
        let missing = obligation.Evidence.Except(record.Evidence.Select(evidence => evidence.Role)).ToList()
        select At(
            record.Evidence.Count > 0 ? record.PlaceOf(nameof(record.Evidence)) : resource.Place,
            new(
                $"“{obligation.Title.Zh}”要求的证明材料缺少：{Shown.Show(missing).Zh}",
                $"'{obligation.Title.En}' asks for evidence that is not there: {Shown.Show(missing).En}"),
            new("补上证明材料，否则不计为完成", "add the evidence, or the record does not count as done"),
            new RelatedPlace(obligation.PlaceOf(nameof(Obligation.Evidence)), new("要求写", "asked for")));
}
