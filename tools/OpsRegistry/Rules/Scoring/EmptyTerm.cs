using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A contract's term ends on or before the day on which it begins.
/// </summary>
internal sealed class EmptyTerm() : Rule("OPS533", new("合同期没有天数", "term without a day"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let term = folder.Terms.Term
        where term.End <= term.Start
        select At(
            term.PlaceOf(nameof(term.End)),
            new($"合同期自 {Shown.Show(term.Start)} 至 {Shown.Show(term.End)}（不含），没有一天", $"term from {Shown.Show(term.Start)} to before {Shown.Show(term.End)} has no day"),
            new("end 写最后一天的次日", "let end be the day after the last"));
}
