using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A file of one kind stands where files of that kind do not stand. Ownership goes by folder, so a record under
/// <c>staff/</c> would be reviewed by the wrong people, and a scorecard in a record's place by nobody.
/// </summary>
internal sealed class KindOutOfPlace() : Rule("OPS202", new("文件位置与种类不符", "file stands where its kind does not"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where !resource.Kind.MatchPath(resource.Path).Success
        select At(
            resource.Root["kind"]?.Place ?? resource.Place,
            new($"“{resource.Path}”不是{resource.Kind.Title.Zh}（{resource.Kind.Name}）应在的位置", $"a {resource.Kind.Name} does not stand at '{resource.Path}'"),
            new($"移到 {resource.Kind.PathPattern}，或改正 kind", $"move it to {resource.Kind.PathPattern}, or correct its kind")) with
        {
            Remedy = resource is { Spec: RecordSpec record, Metadata.Contract: { } contract } ? new Remedy.Move(resource.Path, resource.Kind.PathFor(contract, resource.Name, record.OccurredOn)) : null,
        };
}
