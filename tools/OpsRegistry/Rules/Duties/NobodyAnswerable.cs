using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// The contract asks for somebody answerable for each system or module, and one has nobody. Work on it would fall between people.
/// </summary>
internal sealed class NobodyAnswerable() : Rule("OPS443", new("没有责任人", "nobody answerable"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let owners = folder.Terms.Owners
        where owners is not null
        from system in folder.Of<InformationSystem>()
        where system.Spec.Owner is null
        let without = system.Spec.Modules.Where(module => module.Owner is null).ToList()
        where owners.Of == OwnedPart.Systems || without.Count > 0 || system.Spec.Modules.Count == 0
        let modules = Shown.Show(without.Select(module => module.Id))
        let all = owners.Of == OwnedPart.Systems || without.Count == system.Spec.Modules.Count
        select At(
            all ? system.Spec.PlaceOf(nameof(InformationSystem.Title)) : without[0].Place,
            all
                ? new($"系统“{system.Name}”没有责任人", $"system '{system.Name}' has no owner")
                : new($"系统“{system.Name}”的模块没有责任人：{modules.Zh}", $"modules of system '{system.Name}' have no owner: {modules.En}"),
            new("在系统或模块写 owner（人员代号）", "give the system or the module an owner, by role code"),
            new RelatedPlace(owners.PlaceOf(nameof(OwnerTerms.Of)), new("要求写", "asked for")));
}
