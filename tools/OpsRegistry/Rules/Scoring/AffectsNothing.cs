using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An interpretation names a part of the governance files that is not there, so the deductions it touches do not show the key.
/// </summary>
public sealed class AffectsNothing : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS544";

    /// <inheritdoc/>
    public override Text Title => new("影响路径无处可达", "affected path that leads nowhere");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let files = GovernanceFiles.ByName(folder)
        from item in folder.Interpretations?.Items ?? []
        from index in Enumerable.Range(0, item.Affects.Count)
        let way = item.Affects[index].Split('/')
        where !files.TryGetValue(way[0], out var file) || !LeadsSomewhere(file.Spec.Node, way.AsSpan(1))
        select At(
            item.PlaceOf(nameof(item.Affects), index),
            new($"“{item.Affects[index]}”在合同文件中不存在", $"'{item.Affects[index]}' is not in the contract's files"),
            new("写成 文件/键/编号/键，例如 scorecard/groups/A/indicators/A1", "write file/key/id/key, such as scorecard/groups/A/indicators/A1"));

    // The last key may be absent: a reading can be about a value that the file leaves out.
    private static bool LeadsSomewhere(Node node, ReadOnlySpan<string> way)
    {
        if (way.IsEmpty || (way.Length == 1 && node is MappingNode))
        {
            return true;
        }

        var name = way[0];
        var next = node switch
        {
            MappingNode mapping => mapping[name],
            SequenceNode sequence => sequence.Items.FirstOrDefault(item => item is MappingNode entry && ((entry["id"] ?? entry["key"]) as ScalarNode)?.Text == name),
            _ => null,
        };
        return next is not null && LeadsSomewhere(next, way[1..]);
    }
}
