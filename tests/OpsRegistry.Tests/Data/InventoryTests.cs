using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>The lists of 003 12 L2460-L2587.</summary>
public sealed class InventoryTests
{
    [Theory]
    [InlineData("servers", AssetCategory.Server, 23)]
    [InlineData("storage", AssetCategory.Storage, 7)]
    [InlineData("network", AssetCategory.Network, 14)]
    [InlineData("security", AssetCategory.Security, 23)]
    [InlineData("audio-video", AssetCategory.AudioVideo, 5)]
    [InlineData("other-hardware", AssetCategory.Other, 146)]
    [InlineData("operating-systems", AssetCategory.BaseSoftware, 10)]
    [InlineData("databases", AssetCategory.BaseSoftware, 1)]
    [InlineData("virtualisation", AssetCategory.BaseSoftware, 1)]
    [InlineData("other-base-software", AssetCategory.BaseSoftware, 660)]
    public void A_line_of_the_inventory_counts_what_the_source_counts(string name, AssetCategory category, int quantity)
    {
        var asset = FrozenRegistry.Pingdingshan.Find<Asset>(name)!.Value.Spec;
        Assert.Equal((category, quantity), (asset.Category, asset.Quantity));
    }

    [Fact]
    public void Nine_custom_systems_are_served() => Assert.Equal(
        ["attendance", "data-exchange", "e-licence", "efficient-service", "good-review", "information-resources", "service-management", "unified-acceptance", "unified-identity"],
        FrozenRegistry.Pingdingshan.Of<InformationSystem>().Select(system => system.Name).Order(StringComparer.Ordinal));
}
