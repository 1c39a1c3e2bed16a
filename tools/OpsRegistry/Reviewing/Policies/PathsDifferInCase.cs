using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// Two paths differ only in upper and lower case. On Windows and macOS one of them hides the other, so two reviewers see two registries.
/// </summary>
internal sealed class PathsDifferInCase() : PolicyRule("OPS614", new("两个路径只有大小写不同", "paths that differ only in case"))
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var gone = change.Files.Where(file => file.IsRemoval).Select(file => file.Path);
        var registry = change.After.Registry;
        var paths = registry.Resources.Select(resource => resource.Path)
            .Concat(registry.EvidenceFiles.Select(file => file.Path))
            .Concat(registry.Unread)
            .Concat(change.Files.Where(file => !file.IsRemoval).Select(file => file.Path))
            .Except(gone, StringComparer.Ordinal)
            .ToLookup(path => path, StringComparer.OrdinalIgnoreCase);
        return
            from file in change.Files
            where file.IsAddition
            from other in paths[file.Path]
            where other != file.Path
            select At(
                file,
                new($"与“{other}”只有大小写不同", $"path differs from '{other}' only in case"),
                new("改用别的名称", "give it another name"),
                new RelatedPlace(Place.StartOf(other), new("另一个", "the other")));
    }
}
