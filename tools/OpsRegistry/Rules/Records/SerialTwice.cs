using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// Two things of one contract have the same serial number. One of them is entered twice, or one number was misread: look at the things themselves.
/// </summary>
internal sealed class SerialTwice() : Rule("OPS341", new("序列号重复", "serial number used twice"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from serial in folder.Of<Asset>().SelectMany(asset => asset.Spec.Units, (asset, unit) => (Asset: asset, Unit: unit)).GroupBy(pair => pair.Unit.Serial, StringComparer.Ordinal)
        let first = serial.First()
        from again in serial.Skip(1)
        select At(
            again.Unit.PlaceOf(nameof(AssetUnit.Serial)),
            new($"“{again.Asset.Name}”与“{first.Asset.Name}”的序列号都是 {serial.Key}", $"'{again.Asset.Name}' has the serial number {serial.Key}, and so has '{first.Asset.Name}'"),
            new("到现场核对铭牌，改正其中一个；同一台的只登记一次", "look at the nameplates and correct one of the two; a thing is entered once"),
            new RelatedPlace(first.Unit.PlaceOf(nameof(AssetUnit.Serial)), new("另一处", "the other one")));
}
