using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A record stands in another month than the one it happened in. Whoever looks for the month's records misses it,
/// and a record of a closed period could slip in unseen.
/// </summary>
internal sealed class WrongMonthFolder() : Rule("OPS205", new("记录放错了月份", "record in the wrong month's folder"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Spec is RecordSpec
        let day = ((RecordSpec)resource.Spec).OccurredOn
        let month = $"{day.Year:D4}/{day.Month:D2}"
        where !resource.Path.Contains($"/{month}/", StringComparison.Ordinal)
        let path = resource.PathParts
        where path is not null
        let folder = $"{path.Year}/{path.Month}"
        where folder != month
        select At(
            resource.Place,
            new($"{Shown.Show(day)} 的记录放在了 records/{folder}", $"record of {Shown.Show(day)} stands in 'records/{folder}'"),
            new($"移到 records/{month}，或改正日期", $"move it to records/{month}, or correct its date")) with
        {
            Remedy = new Remedy.Move(resource.Path, resource.Kind.PathFor(path.Contract!, path.Name!, day)),
        };
}
