using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A record happened before the contract's term began or after it ended. It belongs to no assessment period and would be counted by nobody.
/// Notices, reports, handovers, acceptances and payments may come before the first day or after the last, so they are not asked.
/// </summary>
internal sealed class OutsideTerm() : Rule("OPS301", new("记录不在合同期内", "record outside the contract's term"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let term = folder.Terms.Term
        from resource in folder.Records
        where resource.Spec is not (Payment or Invoice or Acceptance or PersonnelChange or FaultReport or ServiceReport or Handover)
        let day = ((RecordSpec)resource.Spec).OccurredOn
        where !term.Contains(day)
        select At(
            resource.Place,
            new(
                $"{Shown.Show(day)} 的记录不在合同期 {Shown.Show(term.Start)} 至 {Shown.Show(term.End)}（不含）内",
                $"record of {Shown.Show(day)} is outside the term from {Shown.Show(term.Start)} to before {Shown.Show(term.End)}"),
            new("改正日期，或移到所属的合同", "correct its date, or move it to the contract it belongs to"),
            new RelatedPlace(term.Place, new("合同期写", "term given")));
}
