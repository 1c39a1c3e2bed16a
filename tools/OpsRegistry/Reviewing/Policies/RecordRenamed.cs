using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A merged record moves to another name, month or contract. Reports, disputes and amendments name it as it was, and in another month it would
/// count in another period.
/// </summary>
internal sealed class RecordRenamed() : PolicyRule("OPS621", new("已合并的记录被改名或移动", "merged record renamed"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from pair in MergedRecords.Gone(change)
        where pair.Now is not null
        select At(
            pair.Now.Place,
            new($"已合并的“{pair.Gone.Path}”变成了“{pair.Now.Path}”", $"merged '{pair.Gone.Path}' has become '{pair.Now.Path}'"),
            new("恢复原来的文件名和位置", "restore the file's name and place"),
            new RelatedPlace(pair.Gone.Place, new("原来的位置", "where it was")));
}
