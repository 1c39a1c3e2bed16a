using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>
/// A rule shape as a scorecard gives it: what it takes points for, what it rests on, and what one more miss costs. The set is closed: a class for each
/// shape of the schema, and whatever looks at shapes asks this and none in particular.
/// </summary>
internal abstract partial class Shape
{
    /// <summary>What of the contract it rests on.</summary>
    public abstract ShapeBasis RestsOn { get; }

    /// <summary>The scores that a person may give; null where the shape computes its points.</summary>
    public virtual (decimal Least, decimal Most)? Range => null;

    /// <summary>The most points that it can take in a period, as far as the scorecard alone tells; null where there is no most.</summary>
    /// <param name="marks">The indicator's marks.</param>
    public abstract decimal? Most(decimal marks);

    /// <summary>The points that it takes in a period.</summary>
    public abstract ShapeResult Assess(ShapeContext context);

    /// <summary>What an occurrence costs when it is missed; null where it is of another obligation.</summary>
    public abstract Loss? LossOf(Occurrence occurrence);

    /// <summary>
    /// What a limit on a record costs when it is missed; null where it is another limit, where it costs nothing more, or where what one miss costs
    /// depends on all the others.
    /// </summary>
    public abstract Loss? LossOf(Fact fact, TargetResult result);
}

/// <summary>The behaviour of a shape that the schema defines.</summary>
/// <param name="given">The shape as the scorecard gives it.</param>
internal abstract class Shape<TShape>(TShape given) : Shape
    where TShape : RuleShape
{
    /// <summary>The shape as the scorecard gives it.</summary>
    protected TShape Given { get; } = given;

    /// <summary>The most that points taken again and again can come to: nothing where each is nothing, else no end.</summary>
    protected static decimal? Often(decimal points) => points == 0m ? 0m : null;

    /// <summary>An id that it names, with the place of it.</summary>
    protected Located<string> Named(string id, string property) => new(id, Given.PlaceOf(property));
}

/// <summary>What one miss costs by a term, before floors.</summary>
/// <param name="Points">Points, more than zero.</param>
/// <param name="Cause">Losses of a term with the same cause are one: two missed limits of a fault, two duties of one half-year.</param>
internal sealed record Loss(decimal Points, string Cause)
{
    /// <summary>Points that each further day costs; null where being late costs the same whatever the days.</summary>
    public decimal? PerDay { get; init; }
}
