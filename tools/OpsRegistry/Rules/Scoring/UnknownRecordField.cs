using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A clause picks records by a field that such records do not have, so it picks none and the deduction never happens.
/// </summary>
internal sealed class UnknownRecordField() : Rule("OPS515", new("匹配了不存在的字段", "matching on an unknown field"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from field in FieldUses.Of(folder)
        let known = FieldWords.FieldsOf(field.Kind)
        where known.Count > 0 && !known.Contains(field.Name)
        select At(
            field.Place,
            new($"{field.Kind} 没有字段“{field.Name}”", $"a {field.Kind} has no field '{field.Name}'"),
            Nearest.To(field.Name, known) is { } meant
                ? new($"是否指“{meant}”？", $"did you mean '{meant}'?")
                : new($"可用的字段：{Shown.Show(known).Zh}", $"its fields are {Shown.Show(known).En}"));
}
