using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// The branch and its base both changed a file since they parted. What git makes of the two was seen by no reviewer, and the figures here
/// take the branch's file as it is.
/// </summary>
internal sealed class ChangedOnBothSides() : PolicyRule("OPS615", new("两边都改了同一文件", "file changed on both sides"))
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var registry = change.Before.Registry;
        var now = registry.Resources.ToDictionary(resource => resource.Path, resource => resource.Blob, StringComparer.Ordinal);
        var unread = registry.Unread.ToHashSet(StringComparer.Ordinal);
        return
            from file in change.Files
            where Kinds.AreaOf(file.Path) is not null && file.Path.EndsWith(".yaml", StringComparison.Ordinal) && !unread.Contains(file.Path)
            let current = now.GetValueOrDefault(file.Path)
            where current != file.Before?.Blob && current != file.After?.Blob
            select At(
                file,
                current is null ? new Message("分支改动的文件已被基线删除", "file is changed here and was removed from the base meanwhile").About("removed")
                : file.Before is null ? new Message("基线上已另有同名文件", "file is new here and was added to the base meanwhile").About("added")
                : new("分支和基线各自改动了该文件", "file is changed here and was changed in the base meanwhile"),
                new("把基线合并进分支，核对后再提交审查", "merge the base into the branch, look at the result, then ask again"));
    }
}
