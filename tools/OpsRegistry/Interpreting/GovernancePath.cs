using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>
/// Finds what a path such as <c>service-levels/targets/response</c> or <c>system/data-exchange</c> names in a contract's folder:
/// a kind of file, a resource's name where a contract has many of the kind, then keys and ids.
/// </summary>
internal static class GovernancePath
{
    /// <summary>The node at the path's end; null when it leads nowhere.</summary>
    public static Node? Find(ContractFolder folder, string path)
    {
        var steps = path.Split('/');
        var files = folder.Resources.Where(resource => resource.Kind.KebabName == steps[0]).ToList();
        if (files.Count == 0)
        {
            return null;
        }

        var named = files[0].Kind.PathPattern.Contains("{name}", StringComparison.Ordinal);
        var file = !named ? files[^1] : steps.Length > 1 ? files.Find(resource => resource.Name == steps[1]) : null;
        return named && steps.Length == 1
            ? files[0].Root
            : file is null ? null : Walk(file.Root["spec"], steps.AsSpan(named ? 2 : 1));
    }

    private static Node? Walk(Node? node, ReadOnlySpan<string> steps)
    {
        foreach (var step in steps)
        {
            node = node switch
            {
                MappingNode mapping => mapping[step],
                SequenceNode sequence => ItemNamed(sequence, step),
                ScalarNode or null => null,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return node;
    }

    private static MappingNode? ItemNamed(SequenceNode sequence, string id) =>
        sequence.Items.OfType<MappingNode>().FirstOrDefault(item => ((item["id"] ?? item["key"]) as ScalarNode)?.Text == id);
}
