using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A record happened after the day up to which the registry says its records are complete. It is left out of every figure until that day is moved on.
/// </summary>
internal sealed class AfterCutOff() : Rule("OPS302", new("记录晚于登记截止日", "record after the cut-off"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        registry.Settings is not { } settings ? [] :
        from resource in registry.Resources
        where resource.Kind.Ahead != Ahead.Announced && resource.Spec is RecordSpec
        let day = ((RecordSpec)resource.Spec).OccurredOn
        where day > settings.RecordsUntil
        select At(
            resource.Place,
            new($"{Shown.Of(day)} 的记录晚于登记截止日 {Shown.Of(settings.RecordsUntil)}", $"record of {Shown.Of(day)} is after the cut-off of {Shown.Of(settings.RecordsUntil)}"),
            new("把 recordsUntil 移到记录已齐全的日期，或改正记录的日期", "move recordsUntil to the day up to which records are complete, or correct the record's date"),
            new RelatedPlace(settings.PlaceOf(nameof(settings.RecordsUntil)), new("截止日写", "cut-off given")));
}
