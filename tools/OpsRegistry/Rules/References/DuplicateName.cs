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
        let first = namesakes.First()
        from second in namesakes.Skip(1)
        select At(
            second.Place,
            new($"{second.Kind.Title.Zh}“{second.Name}”已经存在", $"{second.Kind.Title.En} '{second.Name}' exists already"),
            new("换一个编号，或删除重复的文件", "give it another number, or delete the copy"),
            new RelatedPlace(first.Place, new("首次出现", "first"))) with
        {
            // Two that say the same are one record and a copy of it: which of them goes is for a person to say.
            Remedy = second.Spec is RecordSpec record && !NodeEquality.Same(first.Root["spec"], second.Root["spec"]) ? new Remedy.Renumber(second.Place, record.OccurredOn.Year) : null,
        };
}
