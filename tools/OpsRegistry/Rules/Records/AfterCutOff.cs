using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A file is of a day after the one up to which the registry, or the contract, says that records are complete: a record, a judgement, a decision, a dispute,
/// a ruling or the consent to an amendment. It is left out of every figure until that day is moved on.
/// </summary>
internal sealed class AfterCutOff() : Rule("OPS302", new("记录晚于登记截止日", "record after the cut-off"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from settings in new[] { registry.Settings }
        from resource in registry.Resources
        where resource.Kind.Ahead != Ahead.Announced && resource.Spec.KnownOn > (registry.ContractNamed(resource.Metadata.Contract)?.Terms.RecordsUntil ?? settings?.RecordsUntil)
        let cutOff = CutOffOf(registry, settings, resource)
        let day = resource.Spec.KnownOn!.Value
        select At(
            resource.Place,
            new($"{Shown.Show(day)} 的记录晚于登记截止日 {Shown.Show(cutOff.Value)}", $"record of {Shown.Show(day)} is after the cut-off of {Shown.Show(cutOff.Value)}"),
            new("把 recordsUntil 移到记录已齐全的日期，或改正记录的日期", "move recordsUntil to the day up to which records are complete, or correct the record's date"),
            new RelatedPlace(cutOff.Place, new("截止日写", "cut-off given")));

    /// <summary>The day that holds for a file, with its place.</summary>
    private static Located<LocalDate> CutOffOf(Registry registry, RegistrySettings? settings, Resource resource) =>
        registry.ContractNamed(resource.Metadata.Contract)?.Terms is { RecordsUntil: { } own } terms ? new(own, terms.PlaceOf(nameof(terms.RecordsUntil)))
        : new(settings!.RecordsUntil!.Value, settings.PlaceOf(nameof(settings.RecordsUntil)));
}
