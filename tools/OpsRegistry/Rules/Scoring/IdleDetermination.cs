using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A determination is about a field that decides nothing in this contract: no term, level, limit or price goes by it. A fact that was written down wrongly is corrected by an amendment
/// to which both parties consent, not by one of them.
/// </summary>
internal sealed class IdleDetermination() : Rule("OPS545", new("认定了不影响结果的字段", "determination that decides nothing"), Severity.Warning)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels), nameof(Obligations), nameof(Scorecard)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Of<Determination>().Any()
        let deciding = DecidingFields.Of(folder)
        from determination in folder.Of<Determination>()
        let kind = determination.Spec.RecordKind
        where kind?.Field(determination.Spec.Field) is not null && !deciding.Contains(new(kind.Name, determination.Spec.Field))
        let others = deciding.Where(field => field.Kind == kind.Name).Select(field => field.Key).Order(StringComparer.Ordinal).ToList()
        select At(
            determination.Spec.PlaceOf(nameof(Determination.Field)),
            new($"本合同的计分、分级、时限和计价都不看{kind.Title.Zh}的 {determination.Spec.Field}", $"nothing in this contract goes by '{determination.Spec.Field}' of a record of kind {kind.Name}"),
            others.Count == 0
                ? new("事实写错的，由双方写一份更正", "correct a wrong fact by an amendment of both parties")
                : new($"可以认定的字段：{Shown.Show(others).Zh}；事实写错的，由双方写一份更正", $"what can be determined: {Shown.Show(others).En}; correct a wrong fact by an amendment of both parties"));
}
