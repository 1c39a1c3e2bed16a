using System.Globalization;
using System.Text.Json;
using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>What the real contract has to show (its first period, from signing to early March 2026).</summary>
public sealed class PingdingshanTests
{
    private const string Contract = "pingdingshan-2025";

    [Fact]
    public void Marks_less_the_listed_deductions_is_the_score_and_each_names_its_clause_and_records()
    {
        using var registry = TemporaryRegistry.Real();
        using var json = JsonDocument.Parse(registry.Run("score", Contract, "--period", "P1", "--format", "json").Output);
        var lost = 0m;
        var marks = 0m;
        foreach (var indicator in json.RootElement.GetProperty("indicators").EnumerateArray())
        {
            var deductions = indicator.GetProperty("deductions").EnumerateArray().ToList();
            var points = deductions.Sum(deduction => Number(deduction, "points"));
            Assert.Equal(Number(indicator, "score"), Number(indicator, "marks") - points);
            lost += points;
            marks += Number(indicator, "marks");
            Assert.All(deductions, deduction => AssertProven(registry, deduction));
        }

        Assert.Equal(100m, marks);
        Assert.Equal(Number(json.RootElement, "score"), marks - lost);
        Assert.True(lost > 0m);
    }

    [Fact]
    public void Deleting_one_weekly_inspection_and_scoring_again_costs_one_point_of_A1_and_nothing_else()
    {
        using var registry = TemporaryRegistry.Real();
        var before = Scores(registry);
        var week = WeeklyReports(InMemory.Load(InMemory.Files("tests/golden/contracts")).Registry)[0];
        File.Delete(registry.File(week.Path));
        var after = Scores(registry);
        Assert.Equal(before["A1"] - 1m, after["A1"]);
        Assert.Equal(before["total"] - 1m, after["total"]);
        Assert.Equal(before.Where(IsElsewhere), after.Where(IsElsewhere));

        static bool IsElsewhere(KeyValuePair<string, decimal> score) => score.Key is not ("A1" or "total");
    }

    [Fact]
    public void Deleting_weekly_inspections_one_after_another_costs_a_point_each_until_the_floor_and_then_nothing()
    {
        var registry = InMemory.Load(InMemory.Files("tests/golden/contracts")).Registry;
        var scores = new List<decimal?> { InMemoryScore(registry, []) };
        var gone = new List<Resource>();
        foreach (var report in WeeklyReports(registry))
        {
            gone.Add(report);
            scores.Add(InMemoryScore(registry, gone));
        }

        var start = scores[0]!.Value;
        Assert.InRange(start, 1m, 5m);
        Assert.True(gone.Count > start, $"{gone.Count} weeks, {start} points");
        Assert.Equal(Enumerable.Range(0, scores.Count).Select(deleted => (decimal?)Math.Max(0m, start - deleted)), scores);
    }

    /// <summary>The reports of the weeks of the first period that only one inspection covers.</summary>
    private static List<Resource> WeeklyReports(Registry registry)
    {
        // The ISO weeks wholly inside the first period begin on Monday 2025-12-08 and end on Sunday 2026-03-01.
        var (first, after) = (new LocalDate(2025, 12, 8), new LocalDate(2026, 3, 2));
        return registry.ContractNamed(Contract)!.Of<Inspection>()
            .Where(inspection => inspection.Spec.InspectionType == "routine" && first <= inspection.Spec.PerformedOn && inspection.Spec.PerformedOn < after)
            .GroupBy(inspection => NodaTime.Period.DaysBetween(first, inspection.Spec.PerformedOn) / 7)
            .Where(week => week.Count() == 1 && week.Single().Spec.Evidence.Count > 0)
            .Select(week => week.Single().Untyped)
            .ToList();
    }

    private static decimal? InMemoryScore(Registry registry, List<Resource> gone)
    {
        var rest = new Registry(registry.Resources.Except(gone).ToList(), []);
        var folder = rest.ContractNamed(Contract)!.KnownAt(rest.CutOff);
        var measurement = Measurer.Measure(Readings.Apply(folder, Readings.InForce(folder)), Calendars.Build(rest), rest.CutOff);
        return Assessor.Assess(measurement, measurement.PeriodNamed("P1")!).Indicators.Single(line => line.Indicator.Id == "A1").Score;
    }

    private static Dictionary<string, decimal> Scores(TemporaryRegistry registry)
    {
        using var json = JsonDocument.Parse(registry.Run("score", Contract, "--period", "P1", "--format", "json").Output);
        var scores = json.RootElement.GetProperty("indicators").EnumerateArray().ToDictionary(indicator => indicator.GetProperty("id").GetString()!, indicator => Number(indicator, "score"));
        scores["total"] = Number(json.RootElement, "score");
        return scores;
    }

    private static void AssertProven(TemporaryRegistry registry, JsonElement deduction)
    {
        Assert.StartsWith("003 ", deduction.GetProperty("clause").GetString(), StringComparison.Ordinal);
        var records = deduction.GetProperty("records").EnumerateArray().ToList();
        var reason = deduction.GetProperty("reason").GetString()!;
        Assert.True(records.Count > 0 || reason.EndsWith("缺少记录", StringComparison.Ordinal), reason);
        foreach (var record in records)
        {
            var file = registry.File(record.GetProperty("path").GetString()!);
            Assert.InRange(record.GetProperty("line").GetInt32(), 1, File.ReadAllLines(file).Length);
            Assert.Equal(OpsRegistry.Sources.BlobId.Compute(File.ReadAllBytes(file)), record.GetProperty("blob").GetString());
        }
    }

    private static decimal Number(JsonElement element, string name) => decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
