namespace OpsRegistry.Reporting.Assessments;

/// <summary>Why a committed report is not what the registry gives today.</summary>
internal enum ReportState
{
    /// <summary>The registry gives other words or figures.</summary>
    [Title("过期", "stale")]
    Stale,

    /// <summary>The period has no committed report.</summary>
    [Title("缺少", "missing")]
    Missing,

    /// <summary>No contract has the period.</summary>
    [Title("多余", "left over")]
    LeftOver,
}
