using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A governance file is in force from another day than its name says, or its name says none. Whoever picks the file by its name reads the wrong version.
/// </summary>
internal sealed class VersionDiffersFromFile() : Rule("OPS234", new("版本日期与文件名不一致", "version differs from the file's name"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Spec is Scorecard or ServiceLevels or Obligations
        let validFrom = ContractFolder.ValidFrom(resource.Spec)
        let expected = validFrom is null ? resource.Kind.KebabName : $"{resource.Kind.KebabName}-{Shown.Show(validFrom.Value)}"
        where Path.GetFileNameWithoutExtension(resource.Path) != expected
        select At(
            validFrom is null ? resource.Place : resource.Spec.Node["validFrom"]!.Place,
            validFrom is null
                ? new($"文件“{Path.GetFileName(resource.Path)}”没有写生效日", $"file '{Path.GetFileName(resource.Path)}' does not say from when it is in force")
                : new($"自 {Shown.Show(validFrom.Value)} 生效的文件应名为“{expected}.yaml”", $"file in force from {Shown.Show(validFrom.Value)} is not called '{expected}.yaml'"),
            new("首个版本不写 validFrom，文件名不带日期；其后的版本两处都写同一天", "leave both out in the first version, and give both the same day in a later one"));
}
