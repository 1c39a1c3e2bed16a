using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Fujian;

/// <summary>The illustrative year of the fifteen applications, 2023-03-15 to 2024-03-14.</summary>
internal static class FujianYear
{
    /// <summary>The contract.</summary>
    public static SampleContract Contract { get; } = new("fujian-2023", "原省工商一体化平台2023年运维服务", Records);

    private static IReadOnlyList<SampleRecord> Records() =>
    [
        .. FaultStory.Records(ApplicationFaults.FirstHalf),
        .. FaultStory.Records(ApplicationFaults.SecondHalf),
        .. FaultStory.Records(SecurityIncidents.All),
        .. Questions.Records(),
        .. Tasks.Records(),
        .. DailyMonitoring.Records(),
        .. Upkeep.Records(),
    ];
}
