using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The governance files are written as the default reads. A default that sets something besides is written twice, and the two can differ.
/// </summary>
internal sealed class DefaultThatSets() : Rule("OPS543", new("默认理解改写了文件", "default reading that sets something"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from item in folder.Interpretations?.Items ?? []
        from option in item.Options
        where option.Id == item.Default && option.Set.Count > 0
        select At(
            option.PlaceOf(nameof(option.Set)),
            new($"“{item.Key}”的默认理解“{option.Id}”改写了 {option.Set.Count} 处", $"default '{option.Id}' of '{item.Key}' sets {option.Set.Count} value{(option.Set.Count == 1 ? "" : "s")}"),
            new("把取值写进合同文件本身，删去 set", "write the values into the governance files and remove set"));
}
