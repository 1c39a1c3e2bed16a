namespace OpsRegistry.Samples;

/// <summary>Who is stationed on which days, as the contract's <c>staff/</c> says; a test holds every named person against it.</summary>
internal static class Roster
{
    /// <summary>The engineers; the project manager does not inspect.</summary>
    private static readonly (string Person, string From, string To)[] Engineers =
    [
        ("pds-hall-01", "2025-12-03", "2026-09-21"), ("pds-hall-02", "2026-09-21", "2026-12-03"),
        ("pds-data-01", "2025-12-03", "2026-12-03"), ("pds-data-02", "2025-12-03", "2026-03-16"), ("pds-data-03", "2026-03-16", "2026-12-03"),
        ("pds-plat-01", "2025-12-03", "2026-12-03"), ("pds-plat-02", "2025-12-03", "2026-07-01"), ("pds-plat-04", "2026-07-01", "2026-12-03"),
        ("pds-plat-03", "2025-12-03", "2026-12-03"),
    ];

    /// <summary>The engineers on a day.</summary>
    public static IReadOnlyList<string> On(DateOnly day) => Engineers
        .Where(engineer => Clock.Day(engineer.From) <= day && day < Clock.Day(engineer.To))
        .Select(engineer => engineer.Person)
        .ToList();
}
