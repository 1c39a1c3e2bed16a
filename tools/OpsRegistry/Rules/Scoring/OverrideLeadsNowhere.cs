using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An option sets a value at a place that its file does not have, or one that the file cannot hold. The reading would look computed and change nothing.
/// </summary>
internal sealed class OverrideLeadsNowhere() : Rule("OPS541", new("改写路径无处可达", "override that leads nowhere"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Contract), nameof(ServiceLevels), nameof(Obligations), nameof(Scorecard)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let files = GovernanceFiles.ByName(folder)
        from item in folder.Interpretations?.Items ?? []
        from change in item.Options.SelectMany(option => option.Set)
        where !files[change.Path.Split('/')[0]].Any(file => Readings.TryRewrite(file, change) is not null)
        select At(
            change.PlaceOf(nameof(change.Path)),
            new($"“{change.Path}”在合同文件中不存在，或不能取这个值", $"'{change.Path}' is not in the contract's files, or cannot hold the value"),
            new("写成 文件/键/编号/键，例如 scorecard/groups/A/indicators/A1/floor", "write file/key/id/key, such as scorecard/groups/A/indicators/A1/floor"));
}
