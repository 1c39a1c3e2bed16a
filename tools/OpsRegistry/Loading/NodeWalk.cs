namespace OpsRegistry.Loading;

/// <summary>Goes through a tree, for rules about values that may stand anywhere.</summary>
internal static class NodeWalk
{
    /// <summary>The node and everything below it, in any order.</summary>
    public static IEnumerable<Node> All(Node root)
    {
        var ahead = new Stack<Node>([root]);
        while (ahead.TryPop(out var node))
        {
            yield return node;
            foreach (var child in ChildrenOf(node))
            {
                ahead.Push(child);
            }
        }
    }

    /// <summary>The items of every list that stands under a key of this name, anywhere in the tree.</summary>
    public static IEnumerable<ScalarNode> ItemsUnder(Node root, string key) =>
        from mapping in All(root).OfType<MappingNode>()
        where mapping[key] is SequenceNode
        from item in ((SequenceNode)mapping[key]!).Items.OfType<ScalarNode>()
        select item;

    private static IEnumerable<Node> ChildrenOf(Node node) => node switch
    {
        MappingNode mapping => mapping.Entries.Select(entry => entry.Value),
        SequenceNode sequence => sequence.Items,
        _ => [],
    };
}
