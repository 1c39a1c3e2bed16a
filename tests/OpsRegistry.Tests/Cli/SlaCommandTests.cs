using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary><c>opsreg sla</c> on small registries and on the repository's own.</summary>
public sealed class SlaCommandTests
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
          - id: arrival
            title: {zh: 到场, en: Arrival}
            metric: onSiteArrival
            appliesTo: {kind: Incident, where: {onSiteNeeded: true}}
            limit: PT2H
            window: always
        availability:
          - id: platform
            title: {zh: 可用率, en: Availability}
            target: "0.999"
            appliesTo: {kind: Incident}
            window: always
            longestFault: PT56M
        """;

    [Fact]
    public void Nothing_measurable_is_said_and_is_never_100_percent()
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels);
        var outcome = registry.Run("sla", "tiny", "--period", "P1", "--as-of", "2026-04-30", "--lang", "en");
        Assert.Equal(0, outcome.Exit);
        Assert.Equal(2, outcome.Lines.Count(line => line.Contains("nothing measurable", StringComparison.Ordinal)));
        var target = Json(registry, "2026-04-30").GetProperty("targets")[0];
        Assert.Equal(JsonValueKind.Null, target.GetProperty("attainment").ValueKind);
        Assert.Equal(0, target.GetProperty("denominator").GetInt32());
    }

    [Fact]
    public void TV27_a_reply_before_the_report_is_in_no_denominator_and_is_listed()
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels);
        registry.Record("Incident", "2026-02-01", Incident("2026-02-01T10:00:00+08:00", "respondedAt: 2026-02-01T09:59:00+08:00"));
        Assert.Equal((0, 0, 0, 1), Counts(registry, "2026-03-01"));
        Assert.Equal("incident-2026-0001", Json(registry, "2026-03-01").GetProperty("notMeasurable")[0].GetProperty("record").GetString());
    }

    [Theory]
    [InlineData("2026-02-01T10:56:00+08:00", "met", "3360")]
    [InlineData("2026-02-01T10:56:01+08:00", "missed", "3361")]
    public void Two_limits_of_availability_must_both_be_kept(string end, string state, string longest)
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels);
        registry.Record("Incident", "2026-02-01", Incident("2026-02-01T10:00:00+08:00", $"respondedAt: 2026-02-01T10:05:00+08:00\ninterruptions: [{{from: 2026-02-01T10:00:00+08:00, to: {end}}}]"));
        var line = Json(registry, "2026-04-30").GetProperty("availability")[0];
        Assert.Equal(state, line.GetProperty("state").GetString());
        Assert.Equal(longest, line.GetProperty("longestSeconds").GetString());
        Assert.Equal("7776000", line.GetProperty("wholeSeconds").GetString());
        Assert.Equal("7776", line.GetProperty("allowedSeconds").GetString());
    }

    [Theory]
    [InlineData("P1")]
    [InlineData("P2")]
    public void A_fault_across_the_edge_of_two_periods_is_one_fault_to_its_own_limit_and_two_outages(string period)
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels);
        registry.Record("Incident", "2026-03-31", Incident("2026-03-31T23:30:00+08:00", "respondedAt: 2026-03-31T23:35:00+08:00\ninterruptions: [{from: 2026-03-31T23:30:00+08:00, to: 2026-04-01T00:30:00+08:00}]"));
        var line = Json(registry, "2026-06-30", period).GetProperty("availability")[0];
        Assert.Equal("missed", line.GetProperty("state").GetString());
        Assert.Equal("3600", line.GetProperty("longestSeconds").GetString());
        Assert.Equal("1800", line.GetProperty("outageSeconds").GetString());
    }

    [Fact]
    public void A_share_below_the_whole_is_rounded_and_never_shown_as_100_percent() // 1 − 1 s ÷ 7,776,000 s = 99.999987 %
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels);
        registry.Record("Incident", "2026-02-01", Incident("2026-02-01T10:00:00+08:00", "respondedAt: 2026-02-01T10:05:00+08:00\ninterruptions: [{from: 2026-02-01T10:00:00+08:00, to: 2026-02-01T10:00:01+08:00}]"));
        var outcome = registry.Run("sla", "--period", "P1", "--as-of", "2026-04-30");
        Assert.Contains(outcome.Lines, line => line.Contains("可用率  99.90 %  99.99999 %", StringComparison.Ordinal) && line.Contains("  达标", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_of_the_first_period_lines_up_under_Chinese_heads()
    {
        var outcome = CommandLine.Run("sla", "pingdingshan-2025", "--period", "P1");
        Assert.Equal(0, outcome.Exit);
        Assert.Contains("  时限                            限额         时钟                             达标  未达标  未到期  无法计量    达成率", outcome.Lines);
        Assert.Contains("  响应                            10 分钟      每天 24 小时                        6       1       0         0   85.71 %", outcome.Lines);
        Assert.DoesNotContain(outcome.Lines, line => line.EndsWith(' '));
        Assert.DoesNotContain('\u001b', outcome.Output);
    }

    [Fact]
    public void A_date_past_the_calendar_exits_with_3()
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels.Replace("limit: PT1H\n    window: always", "limit: 20wd", StringComparison.Ordinal));
        registry.Record("Incident", "2026-12-20", Incident("2026-12-20T10:00:00+08:00", ""));
        var outcome = registry.Run("sla", "--as-of", "2026-12-25", "--lang", "en");
        Assert.Equal(3, outcome.Exit);
        Assert.Contains("calendar covered to '2026-12-31'", outcome.Error, StringComparison.Ordinal);
        var marked = registry.Run("sla", "--as-of", "2026-12-25", "--provisional", "--lang", "en");
        Assert.Equal(0, marked.Exit);
        Assert.Contains("provisional", marked.Output, StringComparison.Ordinal);
    }

    private static (int Met, int Missed, int Pending, int NotMeasurable) Counts(TemporaryRegistry registry, string asOf)
    {
        var target = Json(registry, asOf).GetProperty("targets")[0];
        return (target.GetProperty("met").GetInt32(), target.GetProperty("missed").GetInt32(), target.GetProperty("pending").GetInt32(), target.GetProperty("notMeasurable").GetInt32());
    }

    private static JsonElement Json(TemporaryRegistry registry, string asOf, string period = "P1")
    {
        var outcome = registry.Run("sla", "tiny", "--period", period, "--as-of", asOf, "--format", "json");
        Assert.True(outcome.Exit == 0, outcome.Error + outcome.Output);
        return JsonDocument.Parse(outcome.Output).RootElement[0];
    }

    private static string Incident(string reported, string more) => $"""
        summary: 试验
        category: fault
        systems: [portal]
        channel: phone
        reportedAt: {reported}
        onSiteNeeded: false
        attributable: true
        causeCategory: unknown
        {more}
        """;
}
