using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A .gitattributes or .gitmodules file changed. It decides what bytes a work tree shows and what a reviewer sees of a difference, so that people and
/// this tool may not look at the same thing.
/// </summary>
internal sealed class AttributesChanged() : HistoryRule("OPS723", new("改动了决定文件样貌的 git 设置", "change of how git shows files"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from file in step.Files
        let name = file.Path[(file.Path.LastIndexOf('/') + 1)..]
        where name is ".gitattributes" or ".gitmodules"
        select At(step.Commit, file.Path, new($"{name} 有改动", $"{name} changed"), new("核对它没有隐藏差异、改变编码或换行", "see that it hides no difference and changes no encoding or line ending"));
}
