using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An option other than the default sets nothing and does not say why it is not computed. The comparison of readings would show it as harmless.
/// </summary>
internal sealed class OptionWithoutEffect() : Rule("OPS542", new("理解没有效果", "reading without effect"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from item in folder.Interpretations?.Items ?? []
        from option in item.Options
        where option.Id != item.Default && option.Set.Count == 0 && option.NotComputed is null
        select At(
            option.PlaceOf(nameof(option.Id)),
            new($"“{item.Key}”的理解“{option.Id}”什么也不改，也没有说明为何不计算", $"option '{option.Id}' of '{item.Key}' sets nothing and does not say why it is not computed"),
            new("写 set，或写 notComputed 说明原因", "give it set, or say why in notComputed"));
}
