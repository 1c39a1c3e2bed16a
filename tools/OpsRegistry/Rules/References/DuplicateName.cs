using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// Two files of one kind and contract have the same name. A reference to it would mean either of them, and a copy of a record
/// would be counted twice.
/// </summary>
internal sealed class DuplicateName() : Rule("OPS206", new("名称重复", "name given twice"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from namesakes in registry.Resources.GroupBy(resource => (resource.Metadata.Contract, resource.Kind.Name, resource.Name))
        where namesakes.Skip(1).Any()
        let inOrder = namesakes.OrderBy(resource => Path.GetFileNameWithoutExtension(resource.Path) != resource.Name).ToList()
        let first = inOrder[0]
        from second in inOrder.Skip(1)
        select At(
            second.Place,
            new($"{second.Kind.Title.Zh}“{second.Name}”已经存在，“{Path.GetFileName(second.Path)}”是它的副本", $"{second.Kind.Title.En} '{second.Name}' exists already, and '{Path.GetFileName(second.Path)}' is a copy of it"),
            new("删除副本；如是新的，换一个编号，文件名随之", "delete the copy; if it is something new, give it and its file another number"),
            new RelatedPlace(first.Place, new("首次出现", "first"))) with
        {
            // Two that say the same are one record and a copy of it: which of them goes is for a person to say.
            Remedy = second.Spec is RecordSpec record && !NodeEquality.Same(first.Root["spec"], second.Root["spec"]) ? new Remedy.Renumber(second.Place, record.OccurredOn.Year) : null,
        };
}
