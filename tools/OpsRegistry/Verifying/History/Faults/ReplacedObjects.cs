using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// The repository has replacement refs: git shows other commits or files in the place of the real ones to whoever looks, and this tool reads the real ones.
/// </summary>
internal sealed class ReplacedObjects() : HistoryRule("OPS720", new("仓库里有替换对象", "objects replaced in the repository"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from reference in history.Git.References("refs/replace/")
        select new Finding(Info, Place.StartOf("ops-registry"),
            new($"{reference.Name} 用 {reference.Id[..12]} 顶替", $"{reference.Name} is shown as {reference.Id[..12]}"),
            new("删除 refs/replace/ 下的引用：git replace -d", "delete the refs under refs/replace/: git replace -d"));
}
