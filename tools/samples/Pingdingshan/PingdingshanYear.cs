using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>The illustrative year of one contract: a story placed by hand, and filler that a seed places around it.</summary>
internal static class PingdingshanYear
{
    /// <summary>The contract.</summary>
    public static SampleContract Contract { get; } = new("pingdingshan-2025", "平顶山市“互联网+政务服务”平台运维", Records);

    private static IReadOnlyList<SampleRecord> Records() =>
    [
        .. FaultStory.Records(FirstPeriodFaults.All),
        .. FaultStory.Records(SecondPeriodFaults.All),
        .. FaultStory.Records(ThirdPeriodFaults.All),
        .. FaultStory.Records(FourthPeriodFaults.All),
        .. SpecialPeriodStory.Records(),
        .. NoticeStory.Records(),
        .. AttendanceStory.Records(),
        .. PersonnelStory.Records(),
        .. DrillStory.Records(),
        .. TrainingStory.Records(),
        .. ReportStory.Records(),
        .. CommitmentStory.Records(),
        .. MoneyStory.Records(),
        .. VulnerabilityStory.Records(),
        .. ChangeStory.Records(),
        .. RequestStory.Records(),
        .. WeeklyInspections.Records(),
        .. MonthlyBackups.Records(),
        .. DailyRequests.Records(),
    ];
}
