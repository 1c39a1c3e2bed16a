namespace OpsRegistry.Loading;

/// <summary>What can go wrong with the stages themselves.</summary>
internal static class StageRules
{
    /// <summary>
    /// The tool failed on something that a contract says. No value that its schema accepts should bring this about: it is a fault of the tool as well as a sign
    /// that a value is absurd, and until it is settled nothing is known of the contract.
    /// </summary>
    public static readonly RuleInfo StageFailed = new("OPS582", nameof(StageFailed), new("无法计算", "figures that cannot be computed"), Severity.Error);
}
