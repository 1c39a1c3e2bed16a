namespace OpsRegistry.Model;

internal sealed partial record DeductionTerms
{
    /// <summary>The shape; null where none is given, which a rule reports.</summary>
    public RuleShape? Shape => Shapes.FirstOrDefault();
}

/// <summary>One way of losing points.</summary>
internal abstract record RuleShape : Bound;
