using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A person holds a post on days on which the certificate that it needs is missing or not valid.
/// </summary>
internal sealed class CertificateNotValid() : Rule("OPS415", new("岗位要求的证书缺失或过期", "certificate missing or run out"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from staffing in StaffingDays.Count(folder)
        let requirement = staffing.Requirement
        from holding in staffing.Holdings
        from fault in holding.Faults
        where fault.Lacks == PostLack.Certificate
        let person = holding.Assignment.Spec.Person
        let last = fault.Days.End.PlusDays(-1)
        select At(
            holding.Assignment.Spec.PlaceOf(nameof(Assignment.Person)),
            new(
                $"“{person}”自 {Shown.Show(fault.Days.Start)} 至 {Shown.Show(last)} 没有岗位要求的有效证书“{requirement.Certificate}”",
                $"'{person}' has no valid certificate '{requirement.Certificate}' from {Shown.Show(fault.Days.Start)} through {Shown.Show(last)}"),
            new("改派持证人员，或登记新的证书", "assign somebody who has it, or record the new certificate"),
            new RelatedPlace(requirement.PlaceOf(nameof(requirement.Certificate)), new("要求写", "asked for")));
}
