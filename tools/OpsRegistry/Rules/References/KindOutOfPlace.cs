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
        where resource.PathParts is null
        let belongs = PathOf(resource)
        where registry.Resources.All(other => other.Path != belongs) // a copy: OPS206 says so
        select At(
            resource.Root["kind"]?.Place ?? resource.Place,
            new($"“{resource.Path}”不是{resource.Kind.Title.Zh}（{resource.Kind.Name}）应在的位置", $"file of kind {resource.Kind.Name} does not stand at '{resource.Path}'"),
            new($"移到 {belongs}，或改正 kind", $"move it to {belongs}, or correct its kind")) with
        {
            Remedy = belongs.Contains('{', StringComparison.Ordinal) ? null : new Remedy.Move(resource.Path, belongs),
        };

    // The day is the record's own, so the folder of its month is known.
    private static string PathOf(Resource resource)
    {
        var day = resource.Spec is RecordSpec record ? record.OccurredOn : default(LocalDate?);
        return resource.Kind.PathPattern
            .Replace("{contract}", resource.Metadata.Contract ?? "{contract}", StringComparison.Ordinal)
            .Replace("{name}", resource.Name, StringComparison.Ordinal)
            .Replace("{version}", "", StringComparison.Ordinal)
            .Replace("{yyyy}", day is { } of ? $"{of.Year:D4}" : "{yyyy}", StringComparison.Ordinal)
            .Replace("{mm}", day is { } on ? $"{on.Month:D2}" : "{mm}", StringComparison.Ordinal);
    }
}
