using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An interpretation names a part of the governance files that is not there, so the deductions it touches do not show the key.
/// </summary>
internal sealed class AffectsNothing() : Rule("OPS544", new("影响路径无处可达", "affected path that leads nowhere"), Severity.Warning)
{
    public override IReadOnlyList<string> RestsOn => [nameof(Contract), nameof(ServiceLevels), nameof(Obligations), nameof(Scorecard)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from item in folder.Interpretations?.Items ?? []
        from index in Enumerable.Range(0, item.Affects.Count)
        let path = item.Affects[index]
        where GovernancePath.Find(folder, path) is null && GovernancePath.Find(folder, Parent(path)) is not MappingNode
        select At(
            item.PlaceOf(nameof(item.Affects), index),
            new($"“{path}”在合同文件中不存在", $"'{path}' is not in the contract's files"),
            new("写成 文件/键/编号/键，例如 scorecard/groups/A/indicators/A1", "write file/key/id/key, such as scorecard/groups/A/indicators/A1"));

    // The last key may be absent: a reading can be about a value that the file leaves out.
    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
