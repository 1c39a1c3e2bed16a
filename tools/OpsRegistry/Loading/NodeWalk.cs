using System.Diagnostics;

namespace OpsRegistry.Loading;

/// <summary>Goes through a tree, for rules about values that may stand anywhere.</summary>
internal static class NodeWalk
{
    [ThreadStatic]
    private static List<Node>? spare; // of the tree that this thread went through before

    /// <summary>The node and everything below it, each before what stands in it.</summary>
    public static IReadOnlyList<Node> All(Node root)
    {
        var all = spare ?? [];
        spare = null;
        Add(root, all);
        var listed = all.ToArray();
        all.Clear();
        spare = all;
        return listed;
    }

    /// <summary>The items of every list that stands under a key of this name.</summary>
    public static IReadOnlyList<ScalarNode> ItemsUnder(IReadOnlyList<Node> nodes, string key)
    {
        var found = new List<ScalarNode>();
        for (var index = 0; index < nodes.Count; index++)
        {
            if (nodes[index] is MappingNode mapping && mapping[key] is SequenceNode list)
            {
                found.AddRange(list.Items.OfType<ScalarNode>());
            }
        }

        return found;
    }

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
