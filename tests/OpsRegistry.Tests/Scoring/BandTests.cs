using NodaTime;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>Pingdingshan's money, on the figures that were worked out from the source by hand.</summary>
public sealed class BandTests
{
    [Fact]
    public void A_lower_score_never_costs_less()
    {
        var costs = Enumerable.Range(0, 401).Select(quarter => Quarter.Pingdingshan.SettlementOf(100m - (quarter / 4m)).Total!.Value).ToList();
        Assert.Equal(costs.Order(), costs);
        Assert.Equal([0.00m, 127250.00m, 254500.00m, 509000.00m], costs.Distinct());
    }

    [Fact]
    public void TV20_four_worst_quarters_exceed_the_final_payment_and_the_rest_is_owed()
    {
        var measurement = Quarter.Pingdingshan.Measure([], new LocalDate(2026, 12, 31));
        var worst = Quarter.Pingdingshan.SettlementOf(0m);
        var account = Settler.Settle(measurement, measurement.Periods.Select(period => Quarter.Result(Quarter.Assess(measurement, period.Id), worst)).ToList());
        Assert.Equal(2036000.00m, account.AfterCap);
        Assert.Equal(0.00m, account.Tranches[1].Payable);
        Assert.Equal(763500.00m, account.Excess);
    }
}
