using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>A routine inspection in every ISO week but three, each of which costs a point (A1-1).</summary>
internal static class WeeklyInspections
{
    /// <summary>The Mondays of the weeks without inspection: Spring Festival, a week in May, and the week after National Day.</summary>
    private static readonly HashSet<DateOnly> Missing = [Clock.Day("2026-02-16"), Clock.Day("2026-05-18"), Clock.Day("2026-10-05")];

    private static readonly DateOnly LastMonday = Clock.Day("2026-11-16");

    private static readonly string[] Systems =
    [
        "information-resources", "data-exchange", "unified-identity", "e-licence", "service-management",
        "unified-acceptance", "good-review", "attendance", "efficient-service",
    ];

    /// <summary>The inspections.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20251203);
        var findings = new InspectionFindings(new Dice(20260303));
        for (var monday = Clock.Day("2025-12-01"); monday <= LastMonday; monday = monday.AddDays(7))
        {
            if (!Missing.Contains(monday))
            {
                yield return Inspection(DayIn(monday, dice), dice, findings);
            }
        }
    }

    // Thursday or Friday, so that blocks of seven days from any of the contract's anchors hold one inspection too; Wednesday where both are off.
    private static DateOnly DayIn(DateOnly monday, Dice dice)
    {
        DateOnly[] days = [monday.AddDays(dice.Chance(70) ? 3 : 4), monday.AddDays(3), monday.AddDays(4), monday.AddDays(2)];
        return days.First(WorkingDays.Contains);
    }

    private static SampleRecord Inspection(DateOnly day, Dice dice, InspectionFindings findings)
    {
        var inspector = dice.Of(Roster.On(day));
        var systems = Systems.Where(_ => dice.Chance(60)).ToArray();
        systems = systems.Length >= 3 ? systems : Systems[..5];
        var databaseIncluded = dice.Chance(88);
        var items = findings.ItemsOn(day, databaseIncluded);
        return new("Inspection", Clock.Start(day), new()
        {
            { "inspectionType", "routine" },
            { "performedOn", day },
            { "inspector", inspector },
            { "systems", systems },
            { "databaseIncluded", databaseIncluded },
            { "items", items.Select(item => item.Mapping).ToList() },
        })
        {
            Evidence =
            [
                new("report", "日常巡检报告",
                [
                    $"巡检日期：{day:yyyy-MM-dd}；巡检人：{inspector}",
                    $"巡检系统：{string.Join("、", systems)}",
                    .. items.Select((item, index) => $"{index + 1}. {item.Line}"),
                ]),
            ],
        };
    }
}
