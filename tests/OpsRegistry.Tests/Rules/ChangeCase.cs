using System.Text;
using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources;
using OpsRegistry.Time;
using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Tests.Rules;

/// <summary>
/// A case of a rule of change. <c>before/</c> is laid over tests/cases/base, <c>after/</c> over that; <c>meanwhile/</c> is what the base became while
/// the branch was away. <c>change.yaml</c> says who makes the change and when it is merged, what else it touches and which files are not plain.
/// </summary>
internal static class ChangeCase
{
    private static readonly string[] Keys = ["actor", "approvedBy", "cameIn", "mergedAt", "alsoTouches", "modes"];

    /// <summary>The change that a case stands for.</summary>
    public static RegistryChange Read(string path)
    {
        string[] folders = [.. new[] { "before", "after", "meanwhile" }.Select(name => Path.Combine(CaseFolders.Root, path, name))];
        var before = CaseSource.Over(CaseFolders.Base, folders[0]);
        var after = CaseSource.Over(CaseFolders.Base, folders[0], folders[1]);
        var basis = CaseSource.Over(CaseFolders.Base, folders[0], folders[2]);
        var change = Described(path);
        var files = Differences(before.Blobs, after.Blobs, ModesOf(change)).Concat(AlsoTouched(change)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        return new(RegistryLoader.Load(basis, CaseFolders.Schemas), RegistryLoader.Load(new LaidOverSource(basis, after, files.Select(file => file.Path)), CaseFolders.Schemas), files)
        {
            Actor = (change["actor"] as ScalarNode)?.Text,
            ApprovedBy = (change["approvedBy"] as SequenceNode)?.Items.OfType<ScalarNode>().Select(account => account.Text).ToList() ?? [],
            CameIn = _ => (change["cameIn"] as ScalarNode) is { } came ? ((OffsetDateTime)Scalar(came)).ToInstant() : null,
            MergedAt = ((OffsetDateTime)Scalar(change["mergedAt"])).ToInstant(),
        };
    }

    private static object Scalar(Node? node) =>
        Values.TimeIn(((ScalarNode)node!).Text) is { } time ? time : throw new InvalidDataException($"not a time: {node}");

    private static MappingNode Described(string path)
    {
        var file = YamlReader.Read($"{path}/change.yaml", File.ReadAllBytes(Path.Combine(CaseFolders.Root, path, "change.yaml")));
        var root = file.Root ?? throw new InvalidDataException($"{path}/change.yaml: {file.Findings[0].Message.En}");
        return root.Entries.All(entry => Keys.Contains(entry.Key)) ? root : throw new InvalidDataException($"{path}/change.yaml: unknown key");
    }

    private static IEnumerable<FileChange> Differences(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, Dictionary<string, FileMode> modes) =>
        from path in before.Keys.Union(after.Keys)
        let old = before.TryGetValue(path, out var was) ? new FileState(was, FileMode.Plain) : null
        let now = after.TryGetValue(path, out var is_) ? new FileState(is_, modes.GetValueOrDefault(path, FileMode.Plain)) : null
        where old != now
        select new FileChange(path, old, now);

    private static Dictionary<string, FileMode> ModesOf(MappingNode change) =>
        (change["modes"] as MappingNode)?.Entries.ToDictionary(entry => entry.Key, entry => Enum.Parse<FileMode>(((ScalarNode)entry.Value).Text, ignoreCase: true), StringComparer.Ordinal) ?? [];

    private static IEnumerable<FileChange> AlsoTouched(MappingNode change) =>
        (change["alsoTouches"] as SequenceNode)?.Items.OfType<ScalarNode>().Select(path =>
            new FileChange(path.Text, null, new(BlobId.Compute(Encoding.UTF8.GetBytes(path.Text)), ModesOf(change).GetValueOrDefault(path.Text, FileMode.Plain)))) ?? [];
}
