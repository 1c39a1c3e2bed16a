using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A file was deleted and comes back later with other bytes: two steps that each look harmless rewrite it together.
/// </summary>
internal sealed class RecordBroughtBack() : HistoryRule("OPS722", new("删除后换了内容再放回", "file brought back with other content"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from file in step.Files
        where file.IsAddition && file.Path.StartsWith("ops-registry/", StringComparison.Ordinal)
        let gone = history.Steps.TakeWhile(earlier => !ReferenceEquals(earlier, step)).SelectMany(earlier => earlier.Files).LastOrDefault(earlier => earlier.Path == file.Path && earlier.IsRemoval)
        where gone is not null && gone.Before!.Blob != file.After!.Blob
        select At(step.Commit, file.Path, new("先前删除的文件带着别的内容回来了", "a file deleted earlier is back with other content"), new("恢复删除前的内容；更正另写更正记录", "restore what it held before; write an amendment for a correction"));
}
