namespace OpsRegistry.Model;

/// <summary>
/// Why points are lost: exactly one of the shapes is given. The set is closed; there is no expression language. The shapes' own properties and records
/// are made from the schema.
/// </summary>
public sealed partial record DeductionTerms : Bound
{
    /// <summary>The term's id, unique in the scorecard.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, in our words.</summary>
    public required Text Title { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>The shape; null where none is given, which a rule reports.</summary>
    public RuleShape? Shape => Shapes.FirstOrDefault();
}

/// <summary>One way of losing points.</summary>
public abstract record RuleShape : Bound;
