using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A decision chooses a reading that the interpretation does not offer. It would change nothing, and its author would believe that it did.
/// </summary>
internal sealed class UnknownOption() : Rule("OPS219", new("决定选了不存在的理解", "decision for an unknown option"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Interpretations)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from decision in folder.Of<Decision>()
        from item in folder.Interpretations?.Items ?? []
        where item.Key == decision.Spec.Interpretation
        let known = item.Options.Select(option => option.Id).ToList()
        where !known.Contains(decision.Spec.Option)
        let fault = UnknownName.Describe(new("理解", "option"), decision.Spec.Option, known)
        select At(decision.Spec.PlaceOf(nameof(Decision.Option)), fault.Message, fault.Help, new RelatedPlace(item.PlaceOf(nameof(item.Options)), new("理解列", "options listed")));
}
