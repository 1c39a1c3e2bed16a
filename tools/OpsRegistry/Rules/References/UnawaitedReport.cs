using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A fault report is of a type that no limit and no duty asks for. With a slip in its type the report that was awaited counts as missing.
/// </summary>
internal sealed class UnawaitedReport() : Rule("OPS223", new("没有时限等待的报告", "report that no target awaits"), Severity.Warning)
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels), nameof(Obligations), nameof(Service)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Targets(folder).Select(target => target.ReportType).OfType<string>().Concat(InDuties(folder)).Distinct().ToList()
        where known.Count > 0
        from report in folder.Of<FaultReport>()
        where !known.Contains(report.Spec.ReportType)
        let fault = UnknownName.Describe(new("时限所等待的报告", "awaited report"), report.Spec.ReportType, known)
        select At(report.Spec.PlaceOf(nameof(FaultReport.ReportType)), fault.Message, fault.Help);

    /// <summary>The types of fault report that fulfil a duty of the contract or of one of its services.</summary>
    private static IEnumerable<string> InDuties(ContractFolder folder) =>
        from duty in Governance.Obligations(folder)
        from match in duty.FulfilledBy
        where match.Kind == nameof(FaultReport) && match.Where.ContainsKey("reportType")
        from type in match.Where["reportType"].Values
        select type;
}
