using System.Diagnostics;

namespace OpsRegistry.Loading;

/// <summary>Goes through a tree, for rules about values that may stand anywhere.</summary>
internal static class NodeWalk
{
    /// <summary>The node and everything below it, each before what stands in it.</summary>
    public static IReadOnlyList<Node> All(Node root)
    {
        var all = new List<Node>();
        Add(root, all);
        return all;
    }

    /// <summary>The items of every list that stands under a key of this name.</summary>
    public static IEnumerable<ScalarNode> ItemsUnder(IEnumerable<Node> nodes, string key) =>
        from mapping in nodes.OfType<MappingNode>()
        let list = mapping[key] as SequenceNode
        where list is not null
        from item in list.Items.OfType<ScalarNode>()
        select item;

    private static void Add(Node node, List<Node> all)
    {
        all.Add(node);
        switch (node)
        {
            case MappingNode { Entries: var entries }:
                for (var index = 0; index < entries.Count; index++)
                {
                    Add(entries[index].Value, all);
                }

                break;
            case SequenceNode { Items: var items }:
                for (var index = 0; index < items.Count; index++)
                {
                    Add(items[index], all);
                }

                break;
            case ScalarNode:
                break;
            default:
                throw new UnreachableException();
        }
    }
}
