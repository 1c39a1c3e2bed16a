using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing;

/// <summary>Compares two trees field by field. Items of a list are the same where they share the field that names them, wherever they stand.</summary>
internal static class NodeComparison
{
    /// <summary>The fields that name an item of a list, the most telling first.</summary>
    private static readonly string[] NamingFields = ["id", "key", "name", "ref", "file", "item", "field", "clause", "path", "from", "at", "person", "system"];

    /// <summary>What differs, in the order of the later tree. White space, comments, quoting and the order of keys are no difference.</summary>
    public static IReadOnlyList<FieldChange> Compare(MappingNode before, MappingNode after)
    {
        var changes = new List<FieldChange>();
        Mappings("", before, after, changes);
        return changes;
    }

    /// <summary>True where two trees say the same.</summary>
    public static bool Same(Node? one, Node? other) => NodeEquality.Same(one, other);

    private static void Mappings(string path, MappingNode before, MappingNode after, List<FieldChange> changes)
    {
        foreach (var entry in after.Entries)
        {
            Values(Below(path, entry.Key), before[entry.Key], entry.Value, entry.Value.Place, changes);
        }

        foreach (var entry in before.Entries.Where(entry => after[entry.Key] is null))
        {
            Values(Below(path, entry.Key), entry.Value, null, after.Place, changes);
        }
    }

    private static void Values(string path, Node? before, Node? after, Place place, List<FieldChange> changes)
    {
        if (Same(before, after))
        {
            return;
        }

        switch (before, after)
        {
            case (MappingNode left, MappingNode right):
                Mappings(path, left, right, changes);
                break;
            case (SequenceNode left, SequenceNode right):
                Lists(path, left, right, changes);
                break;
            default:
                changes.Add(new FieldChange(path, before, after, place));
                break;
        }
    }

    private static void Lists(string path, SequenceNode before, SequenceNode after, List<FieldChange> changes)
    {
        if (NamingField(before, after) is { } field)
        {
            ByName(path, field, before, after, changes);
            return;
        }

        var gone = before.Items.ToList();
        var added = new List<Node>();
        foreach (var item in after.Items)
        {
            var equal = gone.FindIndex(other => Same(other, item));
            if (equal < 0)
            {
                added.Add(item);
            }
            else
            {
                gone.RemoveAt(equal);
            }
        }

        changes.AddRange(added.Select(item => new FieldChange($"{path}[]", null, item, item.Place)));
        changes.AddRange(gone.Select(item => new FieldChange($"{path}[]", item, null, after.Place)));
        if (added.Count == 0 && gone.Count == 0)
        {
            changes.Add(new FieldChange(path, before, after, after.Place)); // the same items in another order
        }
    }

    private static void ByName(string path, string field, SequenceNode before, SequenceNode after, List<FieldChange> changes)
    {
        var old = before.Items.ToDictionary(item => NameOf(item, field)!, StringComparer.Ordinal);
        var now = after.Items.ToDictionary(item => NameOf(item, field)!, StringComparer.Ordinal);
        foreach (var (name, item) in now)
        {
            Values($"{path}[{field}={name}]", old.GetValueOrDefault(name), item, item.Place, changes);
        }

        foreach (var (name, item) in old.Where(pair => !now.ContainsKey(pair.Key)))
        {
            changes.Add(new FieldChange($"{path}[{field}={name}]", item, null, after.Place));
        }
    }

    private static string? NamingField(SequenceNode before, SequenceNode after) =>
        NamingFields.FirstOrDefault(field => IsUnique(before, field) && IsUnique(after, field));

    private static bool IsUnique(SequenceNode list, string field)
    {
        var names = list.Items.Select(item => NameOf(item, field)).ToList();
        return names.All(name => name is not null) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
    }

    private static string? NameOf(Node item, string field) => item is MappingNode mapping && mapping[field] is ScalarNode name ? name.Text : null;

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
