using System.Globalization;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Cli;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>The vectors of contract 003 that end in points and yuan, on its committed governance files and a few records.</summary>
public sealed class ScoreVectorTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    public void TV15_every_three_unreachable_calls_cost_a_point(int calls, int lost)
    {
        using var registry = TemporaryRegistry.Of003();
        for (var day = 1; day <= calls; day++)
        {
            var date = string.Create(CultureInfo.InvariantCulture, $"2026-01-{day:00}");
            registry.Record("Attendance", date, $"event: unreachable\nperson: pds-data-03\nnotedAt: {date}T21:05:00+08:00\nexcused: false");
        }

        Assert.Equal(lost, PointsLost(P1(registry), "C2-3"));
    }

    [Fact]
    public void TV16_two_level_1_faults_leave_nothing_of_the_indicator_and_without_a_floor_more()
    {
        using var registry = WithReports(TemporaryRegistry.Of003(), 12);
        foreach (var day in new[] { "2026-01-12", "2026-01-19" })
        {
            registry.Record("Incident", day, $$"""
                summary: 全部停用
                category: fault
                systems: [portal]
                channel: phone
                reportedAt: {{day}}T08:30:00+08:00
                respondedAt: {{day}}T08:35:00+08:00
                restoredAt: {{day}}T14:00:00+08:00
                onSiteNeeded: false
                attributable: true
                seriousImpact: "yes"
                causeCategory: unknown
                interruptions: [{from: {{day}}T08:30:00+08:00, to: {{day}}T14:00:00+08:00}]
                """);
            var incident = registry.LastName;
            registry.Record("FaultReport", day, Report(incident, day, "analysis"));
            registry.Record("FaultReport", day, Report(incident, day, "formal"));
        }

        var period = P1(registry);
        Assert.Equal(60m, period.Assessment.Total);
        Assert.Equal(509000m, period.Settlement.Total);
        var floor = Assert.Single(period.Sensitivity, row => row.Interpretation.Key == "K003-FLOOR" && row.Option.Id == "indicator-zero");
        Assert.Equal(80m, floor.Total);
        Assert.Equal(254500m, floor.Amount);
    }

    [Theory]
    [InlineData(12, 12, 0)]
    [InlineData(11, 12, 1)]
    [InlineData(6, 12, 5)]
    public void TV32_each_whole_week_without_a_report_costs_a_point_down_to_the_floor(int reports, int weeks, int lost)
    {
        using var registry = WithReports(TemporaryRegistry.Of003(), reports);
        var period = P1(registry);
        var obligation = period.Assessment.Measurement.Scope.Obligations.Single(scoped => scoped.Obligation.Id == "weekly-inspection");
        Assert.Equal(weeks, period.Assessment.Measurement.OccurrencesIn(period.Period, obligation).Count);
        Assert.Equal(lost, PointsLost(period, "A1-1"));
    }

    private static PeriodResult P1(TemporaryRegistry registry) =>
        registry.Result(BeijingTime.EndOf(new(2026, 3, 2))).Periods.Single(period => period.Period.Id == "P1");

    private static decimal PointsLost(PeriodResult period, string term) =>
        period.Assessment.Deductions.Where(deduction => deduction.Term.Id == term).Sum(deduction => deduction.Points);

    /// <summary>Weekly inspections from the first whole week of the first period, and the documents that the period asks for besides.</summary>
    private static TemporaryRegistry WithReports(TemporaryRegistry registry, int weeks)
    {
        var monday = new NodaTime.LocalDate(2025, 12, 8);
        for (var week = 0; week < weeks; week++)
        {
            var date = monday.PlusWeeks(week).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            registry.Record("Inspection", date, $"inspectionType: routine\nperformedOn: {date}\ninspector: pds-hall-01\nsystems: [portal]\ndatabaseIncluded: true\nitems: [{{item: 系统日志, result: normal}}]\n{Evidence}");
        }

        return registry.Record("DefectAnalysis", "2026-02-20", DefectAnalysis);
    }

    private const string Evidence = "evidence: [{role: report, file: 2026/01/report.txt, sha256: \"bc5400a4b6b35e5fe92ee8d161ad017c55c706be71ba9e055ef4344810025c8d\"}]";

    private const string DefectAnalysis = "submittedOn: 2026-02-20\ndefectsFound: 1\nrisksFound: 0\nmeasures: 已修订\n" + Evidence;

    private static string Report(string incident, string day, string type) =>
        $"incident: {incident}\nreportType: {type}\nsubmittedAt: {day}T20:00:00+08:00\n{Evidence}";
}
