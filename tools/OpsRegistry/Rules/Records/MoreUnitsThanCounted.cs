using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A line of the inventory lists more units than it counts.
/// </summary>
internal sealed class MoreUnitsThanCounted() : Rule("OPS342", new("逐台登记多于数量", "more units than counted"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from asset in registry.Of<Asset>()
        where asset.Spec.Units.Count > asset.Spec.Quantity
        select At(
            asset.Spec.PlaceOf(nameof(Asset.Quantity)),
            new($"数量是 {asset.Spec.Quantity}，逐台登记了 {asset.Spec.Units.Count} 台", $"the quantity is {asset.Spec.Quantity}, and {asset.Spec.Units.Count} units are listed"),
            new("改正数量，或删去多登的一台", "correct the quantity, or remove the unit too many"),
            new RelatedPlace(asset.Spec.PlaceOf(nameof(Asset.Units)), new("逐台登记", "units")));
}
