using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A determination names a field that such records do not have. It determines nothing, and the claim that it means goes on counting.
/// </summary>
internal sealed class UnknownDeterminedField() : Rule("OPS565", new("认定了不存在的字段", "determination of an unknown field"), reach: Reach.File)
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from determination in registry.Of<Determination>()
        let kind = determination.Spec.RecordKind
        where kind is not null && kind.Field(determination.Spec.Field) is null
        let fields = kind.Fields.Select(field => field.Key).ToList()
        select At(
            determination.Spec.PlaceOf(nameof(Determination.Field)),
            new($"{kind.Title.Zh}没有字段“{determination.Spec.Field}”", $"a record of kind {kind.Name} has no field '{determination.Spec.Field}'"),
            Nearest.To(determination.Spec.Field, fields) is { } meant
                ? new($"是否指“{meant}”？", $"did you mean '{meant}'?")
                : new($"可用的字段：{Shown.Show(fields).Zh}", $"its fields are {Shown.Show(fields).En}"));
}
