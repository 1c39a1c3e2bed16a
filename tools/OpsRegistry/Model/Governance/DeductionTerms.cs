namespace OpsRegistry.Model;

public sealed partial record DeductionTerms
{
    /// <summary>The shape; null where none is given, which a rule reports.</summary>
    public RuleShape? Shape => Shapes.FirstOrDefault();
}

/// <summary>One way of losing points.</summary>
public abstract record RuleShape : Bound;
