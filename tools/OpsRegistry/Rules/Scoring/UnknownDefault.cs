using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An interpretation's default is none of its options, so no reading is in force.
/// </summary>
internal sealed class UnknownDefault() : Rule("OPS540", new("默认理解不在选项中", "default reading that is not an option"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from item in folder.Interpretations?.Items ?? []
        let known = item.Options.Select(option => option.Id).ToList()
        where !known.Contains(item.Default)
        let fault = UnknownName.Describe(new("理解", "option"), item.Default, known)
        select At(item.PlaceOf(nameof(item.Default)), fault.Message, fault.Help);
}
