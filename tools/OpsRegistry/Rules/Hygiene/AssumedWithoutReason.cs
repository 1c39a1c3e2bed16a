using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A fact is marked as assumed and does not say why. An assumption that nobody can weigh passes for a fact.
/// </summary>
internal sealed class AssumedWithoutReason() : Rule("OPS905", new("推定没有理由", "assumed without a reason"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        from mapping in WithoutReason(resource.Nodes)
        select At(
            mapping["assumed"]!.Place,
            new("推定的事实没有写理由", "fact is assumed and no reason is given"),
            new("写明 reason", "say why in reason"));

    private static IReadOnlyList<MappingNode> WithoutReason(IReadOnlyList<Node> nodes)
    {
        List<MappingNode>? found = null;
        for (var index = 0; index < nodes.Count; index++)
        {
            if (nodes[index] is MappingNode mapping && mapping["assumed"] is ScalarNode { Text: "true" } && mapping["reason"] is null)
            {
                (found ??= []).Add(mapping);
            }
        }

        return found ?? (IReadOnlyList<MappingNode>)[];
    }
}
