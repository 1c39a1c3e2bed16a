using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A file that proves a merged record gets other bytes, or is deleted. A better copy is added beside it and named by the record; the first one stays.
/// </summary>
internal sealed class EvidenceReplaced() : PolicyRule("OPS628", new("已合并的证明材料被替换或删除", "merged evidence replaced or deleted"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from file in change.Files
        where file.Before is not null && file.Before.Blob != file.After?.Blob && file.Path.StartsWith("ops-registry/contracts/", StringComparison.Ordinal) && file.Path.Contains("/evidence/", StringComparison.Ordinal)
        select At(
            file,
            file.IsRemoval ? new Message("已合并的证明材料被删除", "merged evidence is deleted").About("deleted") : new("已合并的证明材料换了内容", "merged evidence has other bytes"),
            new("恢复原文件；新的材料另存为新文件", "restore the file; add new material as a new file"));
}
