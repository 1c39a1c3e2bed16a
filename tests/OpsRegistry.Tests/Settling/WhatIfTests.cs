using NodaTime;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>What the vendor's desk asks before it argues about points: what would the period come to if this many more were lost?</summary>
public sealed class WhatIfTests
{
    // 39 of 100 points are lost in the first period of the golden contract, which is the band from 60: 40,000 yuan.
    private static readonly LocalDate Final = new(2026, 4, 20);

    [Fact]
    public void Each_loss_has_its_total_and_its_band_and_the_readers_own_comes_first()
    {
        var tries = WhatIf.Try(HarbourEdits.Result(Final).Periods[0].Assessment, tried: 0.5m);
        Assert.Equal(["0.5 60.5 fair 40000 0", "1 60 fair 40000 0", "2 59 poor  ", "5 56 poor  ", "10 51 poor  ", "20 41 poor  "], tries.Select(Shown));
        Assert.Equal([true, false, false, false, false, false], tries.Select(one => one.IsTried));
    }

    [Fact]
    public void No_loss_goes_below_the_least_that_a_total_may_be() =>
        Assert.Equal([61m, 60m, 59m, 56m, 55m, 55m], WhatIf.Try(HarbourEdits.Result(Final, ("scorecard.yaml", "totalFloor: 0", "totalFloor: 55")).Periods[0].Assessment).Select(one => one.Total));

    [Fact]
    public void Where_no_total_is_known_nothing_is_tried() =>
        Assert.Empty(WhatIf.Try(HarbourEdits.Result(new(2026, 3, 20)).Periods[0].Assessment));

    private static string Shown(WhatIf one) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{one.Points:0.##} {one.Total:0.##} {one.Band?.Id} {one.Amount:0.##} {one.More:0.##}");
}
