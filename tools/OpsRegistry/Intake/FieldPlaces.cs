using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>Tells which field a place in a file belongs to, so that what is wrong stands beside the question and not under a line of YAML.</summary>
internal static class FieldPlaces
{
    /// <summary>The way to the field, with <c>/</c> between, list items by their number from 0, e.g. <c>spec/pauses/0/from</c>; empty for the file as such.</summary>
    public static string Find(MappingNode root, Place place)
    {
        var found = "";
        foreach (var (path, start) in Walk(root, ""))
        {
            if ((start.Line, start.Column).CompareTo((place.Line, place.Column)) > 0)
            {
                break;
            }

            found = path;
        }

        return found;
    }

    // In the order of the file.
    private static IEnumerable<(string Path, Place Start)> Walk(Node node, string path) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => Walk(entry.Value, path + "/" + entry.Key).Prepend((path + "/" + entry.Key, entry.KeyPlace))).Select(one => (one.Item1.TrimStart('/'), one.Item2)),
        SequenceNode list => list.Items.SelectMany((item, index) => Walk(item, FormattableString.Invariant($"{path}/{index}")).Prepend((FormattableString.Invariant($"{path}/{index}"), item.Place))),
        _ => [],
    };
}
