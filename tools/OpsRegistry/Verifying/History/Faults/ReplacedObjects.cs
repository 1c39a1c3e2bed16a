using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// The repository shows other commits, files or parents in the place of the real ones to whoever looks: by replacement refs, which this tool does not follow, or by a
/// file of grafts, with which nobody sees the steps that it leaves out.
/// </summary>
internal sealed class ReplacedObjects() : HistoryRule("OPS720", new("仓库里有替换对象", "objects replaced in the repository"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) => Replaced(history).Concat(Grafted(history));

    private IEnumerable<Finding> Replaced(BranchHistory history) =>
        from reference in history.Git.References("refs/replace/")
        select new Finding(Info, Place.StartOf("ops-registry"),
            new($"{reference.Name} 用 {reference.Id[..12]} 顶替", $"{reference.Name} is shown as {reference.Id[..12]}"),
            new("删除 refs/replace/ 下的引用：git replace -d", "delete the refs under refs/replace/: git replace -d"));

    private IEnumerable<Finding> Grafted(BranchHistory history) => !history.Git.HasGrafts ? [] :
    [
        new Finding(Info, Place.StartOf("ops-registry"),
            new(".git/info/grafts 给提交换了上一个提交，历史少了步骤", ".git/info/grafts gives commits other parents, so steps of history are left out"),
            new("删除 .git/info/grafts，再核验一次", "delete .git/info/grafts and verify again")),
    ];
}
