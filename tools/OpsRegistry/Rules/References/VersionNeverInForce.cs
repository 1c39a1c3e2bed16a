using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A version of a governance file is in force on the last day of no assessment period, so nothing is ever judged by it.
/// </summary>
internal sealed class VersionNeverInForce() : Rule("OPS235", new("从不生效的版本", "version that is never in force"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Terms.Term.Start < folder.Terms.Term.End
        let used = ContractVersion.List(folder).SelectMany(version => version.Folder.Resources).Select(resource => resource.Path).ToHashSet(StringComparer.Ordinal)
        from resource in folder.Resources
        where !used.Contains(resource.Path)
        select At(
            resource.Spec.Node["validFrom"]?.Place ?? resource.Place,
            new("没有考核周期在本版本生效期间结束", "no assessment period ends while this version is in force"),
            new("改正 validFrom，或删去从不生效的版本", "correct validFrom, or remove a version that is never used"));
}
