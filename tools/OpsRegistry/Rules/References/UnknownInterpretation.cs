using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A decision is about a key that the contract's interpretations do not have, or there are none. It would be kept on file and change nothing.
/// </summary>
internal sealed class UnknownInterpretation() : Rule("OPS218", new("引用了不存在的解释键", "decision on an unknown interpretation"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Interpretations)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = (folder.Interpretations?.Items ?? []).Select(item => item.Key).ToList()
        from decision in folder.Of<Decision>()
        where !known.Contains(decision.Spec.Interpretation)
        let fault = UnknownName.Describe(new("解释键", "interpretation"), decision.Spec.Interpretation, known)
        select At(decision.Spec.PlaceOf(nameof(Decision.Interpretation)), fault.Message, fault.Help);
}
