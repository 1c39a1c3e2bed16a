using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>A full backup each month and a test restore each quarter; one test restore fails and is repeated.</summary>
internal static class MonthlyBackups
{
    private static readonly string[] Everything = ["information-resources", "data-exchange", "e-licence", "service-management", "unified-acceptance"];

    private static readonly (string On, bool Succeeded, string[] Systems)[] Restores =
    [
        ("2026-01-22", true, ["e-licence"]),
        ("2026-04-24", false, ["data-exchange", "information-resources"]),
        ("2026-04-28", true, ["data-exchange", "information-resources"]),
        ("2026-07-23", true, ["unified-acceptance"]),
        ("2026-10-22", true, ["service-management"]),
    ];

    /// <summary>The backups and test restores.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20260603);
        for (var month = Clock.Day("2025-12-01"); month <= Clock.Day("2026-11-01"); month = month.AddMonths(1))
        {
            yield return Backup(WorkingDays.OnOrAfter(month.AddDays(dice.Between(9, 13))), restoreTest: false, succeeded: true, Everything, null);
        }

        foreach (var (on, succeeded, systems) in Restores)
        {
            yield return Backup(Clock.Day(on), restoreTest: true, succeeded, systems, succeeded ? null : "归档日志缺一段，补齐备份策略后四天内重测成功");
        }
    }

    private static SampleRecord Backup(DateOnly day, bool restoreTest, bool succeeded, string[] systems, string? note) => new("Backup", Clock.Start(day), new()
    {
        { "performedOn", day },
        { "restoreTest", restoreTest },
        { "succeeded", succeeded },
        { "systems", systems },
    })
    {
        Note = note,
    };
}
