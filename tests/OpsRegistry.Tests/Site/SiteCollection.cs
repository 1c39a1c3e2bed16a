using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>The tests that read one written site and share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<WrittenSite>, ICollectionFixture<HostileSite>, ICollectionFixture<Browser>
{
    public const string Name = "site";
}
