namespace OpsRegistry.Loading;

/// <summary>Whether two trees say the same: white space, comments, quoting styles of equal kind and the order of keys are no difference.</summary>
internal static class NodeEquality
{
    /// <summary>True where both say the same, or neither is there.</summary>
    public static bool Same(Node? one, Node? other)
    {
        switch (one, other)
        {
            case var _ when ReferenceEquals(one, other):
                return true;
            case (ScalarNode left, ScalarNode right):
                return left.Kind == right.Kind && left.Text == right.Text;
            case (SequenceNode left, SequenceNode right):
                return left.Items.Count == right.Items.Count && left.Items.Zip(right.Items).All(pair => Same(pair.First, pair.Second));
            case (MappingNode left, MappingNode right):
                return left.Entries.Count == right.Entries.Count && left.Entries.All(entry => right[entry.Key] is { } value && Same(entry.Value, value));
            default:
                return false;
        }
    }
}
