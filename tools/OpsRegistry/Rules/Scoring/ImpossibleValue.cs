using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A clause picks records by a value that the field never holds, so it picks none: a level, target or word with a slip in it.
/// </summary>
internal sealed class ImpossibleValue() : Rule("OPS516", new("匹配了不可能的取值", "matching on a value that cannot be"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from field in FieldUses.Of(folder)
        let words = FieldWords.List(folder, field.Kind, field.Name)
        where words is not null
        from value in field.Values
        where !words.Contains(value.Text)
        let fault = UnknownName.Describe(new("取值", "value"), value.Text, words)
        select At(
            value.Place,
            new($"字段“{field.Name}”不会是“{value.Text}”", $"field '{field.Name}' never holds '{value.Text}'"),
            fault.Help);
}
