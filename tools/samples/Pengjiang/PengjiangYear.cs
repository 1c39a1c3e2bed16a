using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pengjiang;

/// <summary>The illustrative year of the smart government office platform, 2025-06-10 to 2026-06-09.</summary>
internal static class PengjiangYear
{
    /// <summary>The contract.</summary>
    public static SampleContract Contract { get; } = new("pengjiang-2025", "2025年度江门市蓬江区智慧政务办公平台运维服务", Records);

    private static IReadOnlyList<SampleRecord> Records() =>
    [
        .. FaultStory.Records(PlatformFaults.All),
        .. OtherWork.Records(),
        .. PlatformInspections.Records(),
        .. SecurityWork.Records(),
        .. YearEvents.Records(),
    ];
}
