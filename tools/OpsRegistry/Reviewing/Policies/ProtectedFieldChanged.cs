using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A field that points or money hang on is changed in a merged record, person or assignment, and no amendment says so. Filling in a field that was absent completes
/// a record; changing one rewrites what was reported.
/// </summary>
internal sealed class ProtectedFieldChanged() : PolicyRule("OPS622", new("未经更正改动了受保护的字段", "protected field changed without an amendment"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from item in AmendmentUse.Collect(change)
        where item.Use.Verdict == AmendmentVerdict.None
        let before = Quoted.Of(item.Field.Before)
        let after = Quoted.Of(item.Field.After)
        select At(
            item.Field.Place,
            new($"已合并的“{item.Record.Either.Name}”的 {item.Field.Field} 由{before.Zh}改为{after.Zh}", $"'{item.Field.Field}' of merged '{item.Record.Either.Name}' changes from {before.En} to {after.En}"),
            new("恢复原值；确有错误的，先在 amendments/ 写明原值、新值和双方同意", "restore the value; if it was wrong, add an amendment with old value, new value and both consents"));
}
