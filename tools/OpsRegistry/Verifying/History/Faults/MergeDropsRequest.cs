using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A merge joins a request and leaves out what the request changed: history says that a record was filed, and the branch does not have it.
/// </summary>
internal sealed class MergeDropsRequest() : HistoryRule("OPS713", new("合并丢掉了被合并的改动", "merge that drops what it merges"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from file in step.Merge?.Paths ?? []
        where file.Fault == MergeFault.DropsRequest
        select At(step.Commit, file.Path, new("合并丢掉了请求对该文件的改动", "the merge leaves out what the request did to the file"), new("按请求的内容补上，或说明为何撤回", "bring the request's change in, or say why it was withdrawn"));
}
