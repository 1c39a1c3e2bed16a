using OpsRegistry.Loading;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Verifying.History;

/// <summary>
/// The rules of change that hold for every step of a branch, whoever merged it: those that need no more than the changed files, and no account
/// name that only the forge can vouch for.
/// </summary>
internal static class HistoryPolicies
{
    /// <summary>The rules, by id.</summary>
    public static IReadOnlyList<PolicyRule> All { get; } = PolicyCatalog.All.Where(rule => rule.HoldsEverywhere).ToList();

    /// <summary>What they find in a step, with the commit in the message.</summary>
    public static IEnumerable<Finding> Check(HistoryStep step) =>
        from rule in All
        from finding in rule.Check(step.Change)
        select finding with { Message = new Message($"提交 {step.Commit.Short}：", $"commit {step.Commit.Short}: ") + finding.Message };
}
