namespace OpsRegistry.Loading;

/// <summary>Names of values of a YAML text, by keys and numbers from 0: <c>spec/pauses/0/from</c>; empty for the whole.</summary>
internal static class YamlPath
{
    /// <summary>What stands at a path; null for nothing.</summary>
    public static YamlSpan? Find(YamlSpan root, string path)
    {
        YamlSpan? at = root;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at switch
            {
                MappingSpan mapping => mapping.Entry(step)?.Value,
                SequenceSpan items => Index(items, step) is { } index ? items.Items[index] : null,
                _ => null,
            };
        }

        return at;
    }

    /// <summary>True where what stands at a path is written between brackets, or within something that is.</summary>
    public static bool IsInFlow(YamlSpan root, string path)
    {
        for (; ; path = Cut(path).Parent)
        {
            if (Find(root, path) is SequenceSpan { IsFlow: true } or MappingSpan { IsFlow: true })
            {
                return true;
            }

            if (path.Length == 0)
            {
                return false;
            }
        }
    }

    /// <summary>The path of the innermost value, or of the value whose key stands, at a place of the text; null where there is none.</summary>
    /// <param name="at">Where to look.</param>
    /// <param name="index">The place, in characters from 0.</param>
    /// <param name="path">The path of where to look.</param>
    public static string? At(YamlSpan at, int index, string path)
    {
        switch (at)
        {
            case MappingSpan mapping:
                var entry = mapping.Entries.FirstOrDefault(entry => entry.Key.Start <= index && index <= Math.Max(entry.End - 1, entry.Key.Start));
                return entry is null ? null : At(entry.Value, index, Join(path, entry.Key.Value)) ?? Join(path, entry.Key.Value);
            case SequenceSpan items:
                for (var number = 0; number < items.Items.Count; number++)
                {
                    if (items.Items[number].Start <= index && index <= Math.Max(items.Items[number].End - 1, items.Items[number].Start))
                    {
                        return At(items.Items[number], index, Join(path, number)) ?? Join(path, number);
                    }
                }

                return null;
            default:
                return at.Start <= index && index < Math.Max(at.End, at.Start + 1) ? path : null;
        }
    }

    /// <summary>The number of an item that a step names; null where the list has none of it.</summary>
    public static int? Index(SequenceSpan items, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Items.Count ? index : null;

    /// <summary>A path without its last step, and that.</summary>
    public static (string Parent, string Last) Cut(string path)
    {
        var at = path.LastIndexOf('/');
        return at < 0 ? ("", path) : (path[..at], path[(at + 1)..]);
    }

    /// <summary>A path with one step more.</summary>
    public static string Join(string path, string step) => path.Length == 0 ? step : $"{path}/{step}";

    /// <inheritdoc cref="Join(string, string)"/>
    public static string Join(string path, int index) => Join(path, index.ToString(CultureInfo.InvariantCulture));
}
