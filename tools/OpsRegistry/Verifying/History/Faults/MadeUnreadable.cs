using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A file that could be read before a change cannot be read after it. What it said no longer counts, as if it had been deleted.
/// </summary>
internal sealed class MadeUnreadable() : HistoryRule("OPS721", new("改动使文件不能读取", "change that makes a file unreadable"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from resource in step.Change.Resources
        where resource is { Before: not null, After: null, File.IsRemoval: false }
        select At(step.Commit, resource.Path, new($"“{resource.Either.Name}”改动后不能读取", $"'{resource.Either.Name}' cannot be read after the change"), new("恢复可读的内容", "restore what could be read"));
}
