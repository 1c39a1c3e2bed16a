using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>The illustrative nine months of a contract that bundles 198 services.</summary>
internal static class ZhangjiagangTerm
{
    /// <summary>The contract.</summary>
    public static SampleContract Contract { get; } = new("zhangjiagang-2024", "张家港市2024年度政务信息化统一运维", Records);

    private static IReadOnlyList<SampleRecord> Records() =>
    [
        .. IncidentStory.Records(),
        .. RequestStory.Records(),
        .. SpecialPeriodStory.Records(),
        .. ProjectReports.Records(),
        .. ValueAddedStory.Records(),
        .. PartyStory.Records(),
        .. DutyRecords.Records(),
    ];
}
