using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>A backup each month and one test restore.</summary>
internal static class MonthlyBackups
{
    private static readonly string[] Everything = ["base-organisation", "base-users", "base-workflow", "office-official-documents", "projects-main", "mail"];

    /// <summary>The backups.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20260702);
        for (var month = Clock.Day("2026-07-01"); month <= Clock.Day("2026-11-01"); month = month.AddMonths(1))
        {
            yield return Backup(WorkingDays.OnOrAfter(month.AddDays(dice.Between(9, 13))), restoreTest: false, Everything);
        }

        yield return Backup(Clock.Day("2026-09-23"), restoreTest: true, ["base-workflow"]);
    }

    private static SampleRecord Backup(DateOnly day, bool restoreTest, string[] systems) => new("Backup", Clock.Start(day), new()
    {
        { "performedOn", day },
        { "restoreTest", restoreTest },
        { "succeeded", true },
        { "systems", systems },
    });
}
