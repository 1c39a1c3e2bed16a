using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A file is not called what it says it is called. References go by name and people look by file: the two have to agree,
/// or a reviewer opens the wrong record. A contract's own file bears the name of its folder.
/// </summary>
internal sealed class NameDiffersFromFile() : Rule("OPS203", new("名称与文件名不一致", "name differs from the file's"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        let expected = NameByPath(resource)
        where expected is not null && expected != resource.Name
        where registry.Resources.All(other => ReferenceEquals(other, resource) || other.Name != resource.Name || other.Kind != resource.Kind || other.Metadata.Contract != resource.Metadata.Contract) // a copy: OPS206 says so
        select At(
            resource.Place,
            new($"名称“{resource.Name}”与路径给出的“{expected}”不一致", $"name '{resource.Name}' is not '{expected}' as the path says"),
            new("改正名称，或重命名文件", "correct the name, or rename the file")) with
        { Remedy = new Remedy.Rewrite(resource.Place, expected) };

    private static string? NameByPath(Resource resource)
    {
        var path = resource.PathParts;
        return path is null ? null // OPS202 says so.
            : resource.Spec is Contract ? path.Contract
            : Path.GetFileNameWithoutExtension(resource.Path);
    }
}
