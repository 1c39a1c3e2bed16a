using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A duty asks for every asset (<c>everyAsset</c>), and the record that fulfils it does not name them all. What was left out was not looked at.
/// </summary>
internal sealed class AssetsLeftOut() : Rule("OPS440", new("没有做到每个资产", "assets left out"), Severity.Warning)
{
    /// <summary>How many of those left out are named.</summary>
    private const int Named = 5;

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let assets = folder.Of<Asset>().ToList()
        from duty in Governance.DutiesByKind(folder).SelectMany(kind => kind)
        where duty.Duty.Obligation.EveryAsset
        from resource in folder.Records
        where Answers(resource, duty.Duty, duty.Match)
        let named = ((resource.Spec as IOnAssets)?.Assets ?? []).Select(asset => asset.Value).ToHashSet(StringComparer.Ordinal)
        let missing = assets.Where(asset => IsOf(asset.Spec, duty.Duty.Service) && !named.Contains(asset.Name)).Select(asset => asset.Name).ToList()
        where missing.Count > 0
        let shown = Shown.Show(missing.Take(Named))
        let rest = missing.Count - Named
        select At(
            resource.Spec.PlaceOf(nameof(IOnAssets.Assets)),
            new(
                $"“{duty.Duty.Obligation.Title.Zh}”要求每个资产，缺 {missing.Count} 个：{shown.Zh}{(rest > 0 ? $"等" : "")}",
                $"'{duty.Duty.Obligation.Title.En}' asks for every asset, and {missing.Count} are left out: {shown.En}{(rest > 0 ? $" and {rest} more" : "")}"),
            new("补做并补写 assets，或改正资产清单", "look at those too and add them to assets, or correct the inventory"),
            new RelatedPlace(duty.Duty.Obligation.PlaceOf(nameof(Obligation.EveryAsset)), new("要求写", "asked for")));

    private static bool Answers(Resource resource, ScopedObligation duty, RecordMatch match) =>
        new Fact(resource, (RecordSpec)resource.Spec, MeasuredValues.None) is var fact && fact.Matches(match) &&
        (duty.Service is null || fact.Record.Services.Any(service => service.Value == duty.Service));

    private static bool IsOf(Asset asset, string? service) => service is null || asset.Services.Any(one => one.Value == service);
}
