using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary><c>opsreg due</c>: what is listed, what it costs, and the calendar file.</summary>
public sealed class DueCommandTests
{
    private const string Obligations = """
        items:
          - id: quarterly
            title: {zh: 季度报告; 甲，乙, en: "Quarterly; report, both"}
            recurrence: {every: assessmentPeriod}
            fulfilledBy: [{kind: DefectAnalysis}]
          - id: monthly
            title: {zh: 月度培训, en: Monthly training}
            recurrence: {every: month}
            fulfilledBy: [{kind: Training}]
        """;

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
            limit: PT6H
            window: always
          - id: arrival
            title: {zh: 到场, en: Arrival}
            metric: onSiteArrival
            appliesTo: {kind: Incident}
            limit: PT8H
            window: always
        """;

    private const string Scorecard = """
        title: {zh: 评分表, en: Form}
        marks: 100
        groups:
          - id: A
            title: {zh: 甲, en: A}
            marks: 100
            indicators:
              - id: A1
                title: {zh: 材料, en: Documents}
                marks: 10
                floor: 0
                deductions:
                  - id: A1-1
                    title: {zh: 缺报告, en: No report}
                    missingOccurrences: {obligation: quarterly, points: 6}
                  - id: A1-2
                    title: {zh: 缺培训, en: No training}
                    missingOccurrences: {obligation: monthly, points: 6}
              - id: A2
                title: {zh: 响应, en: Response}
                marks: 90
                deductions:
                  - id: A2-1
                    title: {zh: 未及时支持, en: Late support}
                    matchingRecords:
                      records: {kind: Incident, where: {missedTargets: [response, arrival]}}
                      points: 3
        bands:
          - {id: none, title: {zh: 好, en: Good}, from: 95, share: 0}
          - {id: tenth, title: {zh: 差, en: Poor}, below: 95, share: "0.10"}
        """;

    [Fact]
    public void Duties_and_clocks_are_listed_by_due_time_with_points_and_yuan()
    {
        using var registry = Registry();
        var list = Json(registry, "2026-03-20T12:00:00+08:00");
        Assert.Equal(
            [
                "due response incident-2026-0001 2026-03-20 points 3 yuan 0.00",
                "due arrival incident-2026-0001 2026-03-20 points 3 yuan 0.00",
                "due monthly M3 2026-03-31 points 0 yuan 0.00",
                "due quarterly P1 2026-03-31 points 0 yuan 0.00",
                "overdue monthly M1 2026-01-31 points 4 yuan 0.00",
                "overdue monthly M2 2026-02-28 points 4 yuan 0.00",
            ],
            list.GetProperty("items").EnumerateArray().Select(Line));
    }

    [Fact]
    public void Two_limits_of_one_fault_under_one_term_are_lost_once()
    {
        using var registry = Registry();
        var together = Json(registry, "2026-03-20T12:00:00+08:00").GetProperty("together")[0];
        Assert.Equal("3", together.GetProperty("points").GetString());
        Assert.Equal("87", together.GetProperty("scoreThen").GetString());
    }

    [Fact]
    public void A_loss_that_crosses_a_band_costs_what_the_bands_say()
    {
        using var registry = Registry();
        var list = Json(registry, "2026-01-15", "P16D");
        var item = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal("due monthly M1 2026-01-31 points 6 yuan 100000.00", Line(item));
        Assert.Equal("94", item.GetProperty("scoreThen").GetString());
        Assert.Equal("A1-2", Assert.Single(item.GetProperty("terms").EnumerateArray()).GetString());
    }

    [Fact]
    public void Points_are_known_where_the_total_is_not_and_the_yuan_stay_undetermined()
    {
        using var registry = TemporaryRegistry.Tiny().Governance("Obligations", "obligations", Obligations).Governance("Scorecard", "scorecard", Scorecard.Replace(
            "matchingRecords:\n              records: {kind: Incident, where: {missedTargets: [response, arrival]}}\n              points: 3",
            "judged: {least: 0, most: 90}",
            StringComparison.Ordinal));
        var item = Assert.Single(Json(registry, "2026-01-15", "P16D").GetProperty("items").EnumerateArray());
        Assert.Equal("6", item.GetProperty("points").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("scoreThen").ValueKind);
        Assert.Equal(JsonValueKind.Null, item.GetProperty("yuan").ValueKind);
    }

    [Fact]
    public void Later_periods_are_listed_only_within_the_horizon()
    {
        using var registry = Registry();
        Assert.DoesNotContain(Json(registry, "2026-03-20", "P40D").GetProperty("items").EnumerateArray(), item => item.GetProperty("period").GetString() == "P2");
        var later = Json(registry, "2026-03-20", "P41D").GetProperty("items").EnumerateArray().Where(item => item.GetProperty("period").GetString() == "P2");
        Assert.Equal(["due monthly M4 2026-04-30 points 6 yuan 100000.00"], later.Select(Line));
    }

    [Fact]
    public void Nothing_leaves_the_list_because_its_period_is_over()
    {
        using var registry = Registry();
        var items = Json(registry, "2026-04-02", "P1D").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            [
                "overdue response incident-2026-0001 2026-03-20 points 3 yuan 0.00",
                "overdue arrival incident-2026-0001 2026-03-20 points 3 yuan 0.00",
                "overdue quarterly P1 2026-03-31 points 0 yuan 0.00",
                "overdue monthly M1 2026-01-31 points 0 yuan 0.00",
                "overdue monthly M2 2026-02-28 points 0 yuan 0.00",
                "overdue monthly M3 2026-03-31 points 0 yuan 0.00",
            ],
            items.Select(Line));
    }

    [Fact]
    public void The_calendar_file_is_what_the_standard_allows_and_carries_every_item()
    {
        using var registry = Registry();
        var events = CalendarFile.Read(registry.Run("due", "--as-of", "2026-03-20T12:00:00+08:00", "--format", "ics").Output);
        Assert.Equal(6, events.Count);
        Assert.Equal("20260320T200000", events.Single(one => one["UID"] == "tiny.P1.arrival.incident-2026-0001@ops-registry")["DTSTART;TZID=Asia/Shanghai"]);
        var quarterly = events.Single(one => one["UID"] == "tiny.P1.quarterly.P1@ops-registry");
        Assert.Equal("20260331", quarterly["DTSTART;VALUE=DATE"]);
        Assert.Equal("20260320T040000Z", quarterly["DTSTAMP"]);
        Assert.Equal("将到期：季度报告; 甲，乙 P1", quarterly["SUMMARY"]);
    }

    [Fact]
    public void An_item_keeps_its_uid_from_day_to_day_and_from_due_to_overdue()
    {
        using var registry = Registry();
        var before = CalendarFile.Read(registry.Run("due", "--as-of", "2026-01-15", "--format", "ics").Output).Select(one => one["UID"]);
        var after = CalendarFile.Read(registry.Run("due", "--as-of", "2026-02-15", "--format", "ics").Output).Select(one => one["UID"]);
        Assert.Contains("tiny.P1.monthly.M1@ops-registry", before);
        Assert.Contains("tiny.P1.monthly.M1@ops-registry", after);
    }

    [Fact]
    public void The_repository_s_own_calendar_file_is_valid_too() =>
        Assert.NotEmpty(CalendarFile.Read(CommandLine.Run("due", "--as-of", "2026-02-20", "--format", "ics").Output));

    [Fact]
    public void A_list_without_items_is_still_a_calendar()
    {
        using var registry = TemporaryRegistry.Tiny();
        Assert.Empty(CalendarFile.Read(registry.Run("due", "--as-of", "2026-02-20", "--format", "ics").Output));
        Assert.Contains("nothing is due or overdue", registry.Run("due", "--as-of", "2026-02-20", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("PT5H")]
    [InlineData("P-3D")]
    [InlineData("P11Y")]
    public void A_horizon_that_is_none_is_a_misuse(string within)
    {
        using var registry = TemporaryRegistry.Tiny();
        Assert.Equal(2, registry.Run("due", "--within", within).Exit);
    }

    private static TemporaryRegistry Registry() => TemporaryRegistry.Tiny()
        .Governance("Obligations", "obligations", Obligations)
        .Governance("ServiceLevels", "service-levels", Levels)
        .Governance("Scorecard", "scorecard", Scorecard)
        .Record("Incident", "2026-03-20", """
            summary: 试验
            category: fault
            systems: [portal]
            channel: phone
            reportedAt: 2026-03-20T12:00:00+08:00
            onSiteNeeded: false
            attributable: true
            causeCategory: unknown
            """);

    private static string Line(JsonElement item) =>
        $"{item.GetProperty("state")} {item.GetProperty("id")} {item.GetProperty("name")} {item.GetProperty("lastDay")} points {item.GetProperty("points")} yuan {item.GetProperty("yuan")}";

    private static JsonElement Json(TemporaryRegistry registry, string asOf, string within = "P30D")
    {
        var outcome = registry.Run("due", "--as-of", asOf, "--within", within, "--format", "json");
        Assert.True(outcome.Exit == 0, outcome.Error + outcome.Output);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
