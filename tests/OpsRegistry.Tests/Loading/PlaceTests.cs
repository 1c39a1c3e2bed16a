using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class PlaceTests
{
    [Fact]
    public void A_place_reads_as_path_line_column() =>
        Assert.Equal("a/b.yaml:3:7", new Place("a/b.yaml", 3, 7, 4).ToString());
}
