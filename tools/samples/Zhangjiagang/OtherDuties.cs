namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>The drills, trainings and backups that services owe, as <c>services/</c> says: pro rata counts are those of the default reading.</summary>
internal static class OtherDuties
{
    public static IReadOnlyList<ServiceDuty> All { get; } =
    [
        new("sec-017", "Drill", null, "2024-10-01", Rhythm.Spread(1)),
        new("sec-001", "Drill", null, "2024-10-01", Rhythm.Spread(1)),
        new("sec-001", "Training", null, "2024-10-01", Rhythm.Spread(1)),
        new("sec-002", "Drill", null, "2024-10-01", Rhythm.Spread(1)),
        new("sec-002", "Training", null, "2024-10-01", Rhythm.Spread(1)),
        new("sec-005", "Backup", "backup", "2024-10-01", Rhythm.EveryMonths(1, 9, 1)),
        new("sec-005", "Training", null, "2024-10-01", Rhythm.EveryMonths(3, 3, 1)),
        new("sec-005", "Backup", "restore-test", "2024-10-01", Rhythm.EveryMonths(3, 3, 1)),
        new("sec-006", "Backup", "backup", "2024-11-27", Rhythm.EveryMonths(1, 7, 1)),
        new("sec-013", "Drill", null, "2024-10-01", Rhythm.Spread(1)),
        new("sec-013", "Training", null, "2024-10-01", Rhythm.Spread(1)),
        new("sec-016", "Drill", null, "2024-10-08", Rhythm.Spread(1)),
        new("sec-016", "Training", null, "2024-10-08", Rhythm.Spread(1)),
        new("sec-017", "Training", null, "2024-10-01", Rhythm.Spread(1)),
        new("sw-002", "Backup", "backup", "2025-01-01", Rhythm.Weekly(1), Sampled: true),
        new("sw-070", "Training", null, "2024-10-01", Rhythm.Spread(1)),
        new("sw-076", "Backup", "backup", "2025-01-01", Rhythm.Daily, Sampled: true),
        new("sw-085", "Backup", "backup", "2024-10-01", Rhythm.Weekly(1), Sampled: true),
        new("sw-107", "Backup", "backup", "2024-10-01", Rhythm.EveryMonths(1, 9, 1)),
        new("sw-112", "Backup", "backup", "2024-12-15", Rhythm.Daily, Sampled: true),
        new("sw-112", "Training", null, "2024-12-15", Rhythm.EveryMonths(6, 1, 1)),
        new("sw-121", "Training", null, "2025-01-01", Rhythm.Spread(1)),
        new("sw-122", "Drill", null, "2024-10-01", Rhythm.Spread(2)),
        new("sw-124", "Training", null, "2025-01-01", Rhythm.Spread(1)),
        new("sw-125", "Backup", "backup", "2025-02-16", Rhythm.EveryMonths(1, 4, 1)),
        new("sw-127", "Drill", null, "2025-01-01", Rhythm.EveryMonths(6, 1, 1)),
        new("sw-154", "Training", null, "2025-01-01", Rhythm.Weekly(1), Sampled: true),
        new("sw-169", "Drill", null, "2025-04-18", Rhythm.Spread(1), Evidence: ["report"]),
        new("sw-169", "Training", null, "2025-04-18", Rhythm.Spread(1)),
    ];
}
