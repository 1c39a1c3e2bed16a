using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A merged seal is edited or deleted. A seal that can be moved closes nothing.
/// </summary>
internal sealed class SealChanged() : PolicyRule("OPS630", new("封存文件被改动或删除", "seal edited or deleted"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        where resource.Before?.Spec is Seal && (resource.File.IsRemoval || resource.Fields.Count > 0 || resource.After is null)
        select At(
            resource.Place,
            resource.File.IsRemoval
                ? new Message($"封存“{resource.Either.Name}”被删除", $"seal '{resource.Either.Name}' is deleted").About("deleted")
                : new($"封存“{resource.Either.Name}”被改动", $"seal '{resource.Either.Name}' is edited"),
            new("恢复封存文件", "restore the seal"));
}
