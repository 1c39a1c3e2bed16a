using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A record says that something happened on a day after it was filed. Orders and changes are announced ahead; inspections, faults and
/// payments are not.
/// </summary>
internal sealed class FutureRecord() : PolicyRule("OPS643", new("记录了尚未发生的事", "record of what has not happened yet"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        where resource.After is { Kind.Ahead: Ahead.Never, Spec: RecordSpec }
        let record = (RecordSpec)resource.After!.Spec
        where record.OccurredOn > FilingLimit.MergedOn(change) && (resource.Before?.Spec as RecordSpec)?.OccurredOn != record.OccurredOn
        select At(
            resource.Place,
            new($"“{resource.Either.Name}”记 {Shown.Show(record.OccurredOn)}，而合并日是 {Shown.Show(FilingLimit.MergedOn(change))}", $"'{resource.Either.Name}' is of {Shown.Show(record.OccurredOn)}, and it is merged on {Shown.Show(FilingLimit.MergedOn(change))}"),
            new("改正日期，或待事情发生后再提交", "correct the date, or file it when it has happened"));
}
