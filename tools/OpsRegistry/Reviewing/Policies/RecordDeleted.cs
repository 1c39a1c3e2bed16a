using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A merged record, person, assignment, amendment or dispute is deleted. What happened stays on record; a record made in error is corrected by an amendment that
/// both parties consent to.
/// </summary>
internal sealed class RecordDeleted() : PolicyRule("OPS620", new("删除了已合并的记录", "merged record deleted"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from pair in MergedRecords.Gone(change)
        where pair.Now is null
        let before = pair.Gone.Before!
        select At(
            before.Place,
            new($"已合并的{before.Kind.Title.Zh}“{before.Name}”被删除", $"merged {before.Kind.Title.En} '{before.Name}' is deleted"),
            new("恢复文件；记错的内容用更正（amendments/）改正", "restore the file; correct what is wrong by an amendment"));
}
