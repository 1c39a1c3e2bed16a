using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A term can never take a point: its points are zero, or every score that it can give is the indicator's full marks. It looks like a sanction and is none.
/// </summary>
internal sealed class TermThatTakesNothing() : Rule("OPS261", new("永远扣不到分的扣分项", "term that can take no point"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        from indicator in scorecard.Indicators
        from term in indicator.Deductions
        where term.Shapes.Any() && term.Shapes.All(shape => Shape.Of(shape).Most(indicator.Marks) == 0m)
        select At(
            term.PlaceOf(nameof(term.Id)),
            new($"“{term.Id}”无论如何都不扣分", $"'{term.Id}' takes no point whatever happens"),
            new("写明每次扣几分，或删去这一项", "say how many points it takes, or delete it"));
}
