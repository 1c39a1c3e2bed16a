using System.Text.Json.Serialization;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Reviewing;

/// <summary>A resource that a change adds, edits or removes.</summary>
/// <param name="File">The path and its states.</param>
/// <param name="Before">The resource before; null where it is new or could not be read.</param>
/// <param name="After">The resource after; null where it is gone or cannot be read.</param>
internal sealed record ResourceChange(FileChange File, Resource? Before, Resource? After)
{
    /// <summary>Path from the repository's root.</summary>
    public string Path => File.Path;

    /// <summary>Either side, the later one first: for what both share (kind, name, contract).</summary>
    public Resource Either => After ?? Before!;

    /// <summary>Where to point at for the resource as a whole.</summary>
    public Place Place => Either.Place;

    /// <summary>What happens to the file.</summary>
    public ChangeKind Kind => this switch
    {
        { Before: null, File.IsAddition: true } => ChangeKind.Added,
        { After: null, File.IsRemoval: true } => ChangeKind.Removed,
        { After: null } => ChangeKind.UnreadableNow,
        { Before: null } => ChangeKind.UnreadableBefore,
        { Fields.Count: 0 } => ChangeKind.Rewritten,
        _ => ChangeKind.Edited,
    };

    /// <summary>What differs field by field; empty for an added or removed resource.</summary>
    public IReadOnlyList<FieldChange> Fields { get; } = Before is not null && After is not null ? NodeComparison.Compare(Before.Root, After.Root) : [];

    /// <summary>The resources among changed files, by path.</summary>
    public static IReadOnlyList<ResourceChange> Compare(Registry before, Registry after, IReadOnlyList<FileChange> files)
    {
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var old = ByPath(before, paths);
        var now = ByPath(after, paths);
        return files
            .Where(file => old.ContainsKey(file.Path) || now.ContainsKey(file.Path))
            .Select(file => new ResourceChange(file, old.GetValueOrDefault(file.Path), now.GetValueOrDefault(file.Path)))
            .ToList();
    }

    private static Dictionary<string, Resource> ByPath(Registry registry, HashSet<string> paths) =>
        registry.Resources.Where(resource => paths.Contains(resource.Path)).ToDictionary(resource => resource.Path, StringComparer.Ordinal);
}

/// <summary>What happens to a file.</summary>
internal enum ChangeKind
{
    /// <summary>It was not there.</summary>
    [Title("新增", "added")]
    Added,

    /// <summary>It is gone.</summary>
    [Title("删除", "removed")]
    Removed,

    /// <summary>It cannot be read any more.</summary>
    [Title("改后无法读取", "unreadable now")]
    [JsonStringEnumMemberName("unreadable now")]
    UnreadableNow,

    /// <summary>It could not be read.</summary>
    [Title("改前无法读取", "unreadable before")]
    [JsonStringEnumMemberName("unreadable before")]
    UnreadableBefore,

    /// <summary>It says the same in other letters.</summary>
    [Title("仅书写变化", "only its writing")]
    [JsonStringEnumMemberName("only its writing")]
    Rewritten,

    /// <summary>Fields differ.</summary>
    [Title("修改", "changed")]
    [JsonStringEnumMemberName("changed")]
    Edited,
}
