using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A part was put into a unit whose serial number its asset does not list. The ledger would say that the part is in a thing that is not there.
/// Assets without serial numbers are not asked.
/// </summary>
internal sealed class UnknownUnit() : Rule("OPS343", new("更换部件的设备不在台账", "part put into a unit that is not listed"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from resource in folder.Records
        from part in PartsOf(resource.Spec)
        where part is { Unit: not null, Asset: not null }
        let asset = folder.Find<Asset>(part.Asset!)?.Spec
        where asset is { Units.Count: > 0 }
        let serials = asset.Units.Select(unit => unit.Serial).ToList()
        where !serials.Contains(part.Unit, StringComparer.Ordinal)
        let listed = Shown.Show(serials)
        select At(
            part.PlaceOf(nameof(ReplacedPart.Unit)),
            new($"资产“{part.Asset}”没有序列号为 {part.Unit} 的设备", $"asset '{part.Asset}' has no unit with the serial number {part.Unit}"),
            new($"改正序列号；已登记的有 {listed.Zh}", $"correct the serial number; listed are {listed.En}"),
            new RelatedPlace(asset.PlaceOf(nameof(Asset.Units)), new("逐台登记", "units")));

    private static IReadOnlyList<ReplacedPart> PartsOf(Spec spec) => (spec as IReplacing)?.Parts ?? [];
}
