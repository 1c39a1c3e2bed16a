using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// An assignment begins before the contract's term, ends after it, or ends before it begins. A day outside the term fills no post.
/// </summary>
internal sealed class AssignmentOutsideTerm() : Rule("OPS406", new("派驻期不在合同期内", "assignment outside the term"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let term = folder.Terms.Term
        from assignment in folder.Of<Assignment>()
        let spec = assignment.Spec
        let end = spec.To ?? term.End
        where spec.From < term.Start || end > term.End || end <= spec.From
        select At(
            spec.PlaceOf(spec.From < term.Start || spec.To is null ? nameof(spec.From) : nameof(spec.To)),
            new(
                $"派驻自 {Shown.Show(spec.From)} 至 {Shown.Show(end)}（不含），合同期自 {Shown.Show(term.Start)} 至 {Shown.Show(term.End)}（不含）",
                $"assignment from {Shown.Show(spec.From)} to before {Shown.Show(end)}, in a term from {Shown.Show(term.Start)} to before {Shown.Show(term.End)}"),
            new("改正派驻的起止日期", "correct the assignment's days"),
            new RelatedPlace(term.Place, new("合同期写", "term given")));
}
