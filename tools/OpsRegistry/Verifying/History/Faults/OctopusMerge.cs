using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A merge joins three or more lines of history. No forge makes such a merge of a reviewed request, and what it holds cannot be compared.
/// </summary>
internal sealed class OctopusMerge() : HistoryRule("OPS715", new("一次合并了多条历史", "merge of more than two lines of history"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        where step.Merge is { Parents: > 2 }
        select At(step.Commit, "ops-registry", new($"合并了 {step.Merge!.Parents} 条历史", $"joins {step.Merge!.Parents} lines of history"), new("逐个请求合并", "merge one request at a time"));
}
