namespace OpsRegistry.Rules;

/// <summary>Which contracts' folders have to be looked at together, because a file of one says that it belongs to another.</summary>
internal static class SliceGroups
{
    /// <summary>The groups of more than one folder.</summary>
    /// <param name="named">By folder, the other contracts that its files name.</param>
    public static IReadOnlyList<IReadOnlySet<string>> Group(IReadOnlyDictionary<string, IReadOnlyList<string>> named)
    {
        var groupOf = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var (folder, others) in named.Where(pair => pair.Value.Count > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var group = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var name in others.Prepend(folder))
            {
                group.UnionWith(groupOf.TryGetValue(name, out var known) ? known : [name]);
            }

            foreach (var name in group)
            {
                groupOf[name] = group;
            }
        }

        return groupOf.Values.Distinct().Select(group => group.Where(named.ContainsKey).ToHashSet(StringComparer.Ordinal)).Where(group => group.Count > 1).ToList();
    }
}
