using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Cli;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>The vectors of bands and budgets: response bands of 004, money bands of 003, error budgets.</summary>
public sealed class BandVectorTests
{
    private const string Levels = """
        windows:
          - id: always
            title: {zh: 全天, en: All day}
            days: everyDay
            segments: [{from: "00:00", to: "24:00"}]
        targets:
          - id: response
            title: {zh: 响应, en: Response}
            metric: response
            appliesTo: {kind: Incident}
            limit: PT1H
            window: always
        """;

    private const string Scorecard = """
        title: {zh: 评分表, en: Form}
        marks: 10
        groups:
          - id: A
            title: {zh: 甲, en: A}
            marks: 10
            indicators:
              - id: A1
                title: {zh: 响应及时性, en: Response}
                marks: 10
                floor: 0
                deductions:
                  - id: A1-1
                    title: {zh: 按响应时间给分, en: By response time}
                    measuredBand:
                      target: response
                      aggregation: worst
                      bands: [{upTo: PT1H, score: 10}, {upTo: PT4H, score: 5}, {score: 3}]
                      neverScore: 0
        """;

    [Theory]
    [InlineData("11:00:00", 10)]
    [InlineData("11:00:01", 5)]
    [InlineData("11:30:00", 5)]
    [InlineData("12:00:00", 5)]
    [InlineData("14:00:00", 5)]
    [InlineData("14:00:01", 3)]
    [InlineData(null, 0)]
    public void TV21_a_response_falls_into_its_band(string? responded, int score)
    {
        var stamp = responded is null ? "" : $"respondedAt: 2026-02-01T{responded}+08:00";
        using var registry = TemporaryRegistry.Tiny()
            .Governance("ServiceLevels", "service-levels", Levels)
            .Governance("Scorecard", "scorecard", Scorecard)
            .Record("Incident", "2026-02-01", $"""
                summary: 试验
                category: fault
                systems: [portal]
                channel: phone
                reportedAt: 2026-02-01T10:00:00+08:00
                onSiteNeeded: false
                attributable: true
                causeCategory: unknown
                {stamp}
                """);
        Assert.Equal(score, registry.Result(BeijingTime.EndOf(new(2026, 3, 31))).Periods[0].Assessment.Total);
    }

    [Fact]
    public void Nothing_measured_is_undetermined_and_not_full_marks()
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels).Governance("Scorecard", "scorecard", Scorecard);
        Assert.Null(registry.Result(BeijingTime.EndOf(new(2026, 3, 31))).Periods[0].Assessment.Total);
    }

    [Theory]
    [InlineData("95", "0")]
    [InlineData("94.99", "127250")]
    [InlineData("85", "127250")]
    [InlineData("84.99", "254500")]
    [InlineData("80", "254500")]
    [InlineData("79.99", "509000")]
    public void TV19_a_total_costs_the_share_of_its_band(string total, string yuan)
    {
        using var registry = TemporaryRegistry.Of003();
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var band = Assert.Single(registry.Folder().Scorecard!.Bands, one => one.Contains(decimal.Parse(total, invariant)));
        Assert.Equal(decimal.Parse(yuan, invariant), Yuan.ShareOf(2545000m, band.Share));
    }

    [Theory]
    [InlineData("0.99999", 90, 77_760)]
    [InlineData("0.999", 181, 15_638_400)]
    public void TV24_an_error_budget_is_the_share_of_the_whole(string target, int days, long milliseconds)
    {
        var terms = new AvailabilityTerms
        {
            Id = "platform",
            Title = Text.Same("platform"),
            Target = decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture),
            AppliesTo = new() { Kind = "Incident" },
            Window = "always",
        };
        Assert.Equal(Duration.FromMilliseconds(milliseconds), new AvailabilityResult(terms, Duration.FromDays(days), Duration.Zero, []).Allowed);
    }
}
