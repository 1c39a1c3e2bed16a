using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>The illustrative first months of the contract, up to 2026-11-20: a story placed by hand, and filler that a seed places around it.</summary>
internal static class ChangningYear
{
    /// <summary>The contract.</summary>
    public static SampleContract Contract { get; } = new("changning-2026", "2026年长宁区公务人员工作平台运维服务", Records);

    private static IReadOnlyList<SampleRecord> Records() =>
    [
        .. CaseStory.Records(FirstPeriodCases.All),
        .. CaseStory.Records(SecondPeriodCases.All),
        .. DutyStory.Records(),
        .. DrillStory.Records(),
        .. ReportStory.Records(),
        .. PeopleStory.Records(),
        .. ChangeStory.Records(),
        .. MoneyStory.Records(),
        .. RegularInspections.Records(),
        .. MonthlyBackups.Records(),
        .. DailyRequests.Records(),
    ];
}
