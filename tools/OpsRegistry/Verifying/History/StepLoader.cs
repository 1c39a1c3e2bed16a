using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Verifying.History;

/// <summary>Loads of a step what rules of change need: the changed files on both sides, and of each contract that it touches the contract itself, its amendments and seals.</summary>
/// <param name="schemas">The schemas of the newest commit: history is judged by one measure.</param>
internal sealed class StepLoader(GitRepository git, SchemaSet schemas)
{
    private const string Contracts = "ops-registry/contracts/";
    private const string Settings = "ops-registry/registry.yaml"; // within how many days records come
    private static readonly string[] Context = ["amendments", "seals"];
    private static readonly Loaded Nothing = new(new Registry([], []), [], _ => null);

    /// <summary>The change of a step.</summary>
    public RegistryChange Load(CommitInfo parent, CommitInfo commit, IReadOnlyList<FileChange> files)
    {
        var touched = files.Where(file => file.Path.StartsWith("ops-registry/", StringComparison.Ordinal)).ToList();
        var folders = touched.Select(file => FolderOf(file.Path)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new(
            touched.Count == 0 ? Nothing : Load(parent, touched.Select(file => file.Path), folders),
            touched.Count == 0 ? Nothing : Load(commit, touched.Select(file => file.Path), folders),
            files)
        { MergedAt = commit.CommittedAt };
    }

    private Loaded Load(CommitInfo commit, IEnumerable<string> changed, IReadOnlyList<string> folders)
    {
        var context = folders.SelectMany(folder => Context
            .SelectMany(below => git.FilesIn(commit, folder + below).Select(name => $"{folder}{below}/{name}"))
            .Append(folder + "contract.yaml")).Append(Settings);
        return RegistryLoader.Load(new PathSource(git, commit, changed.Concat(context)), schemas);
    }

    private static string? FolderOf(string path) =>
        path.StartsWith(Contracts, StringComparison.Ordinal) && path.IndexOf('/', Contracts.Length) is > 0 and var end ? path[..(end + 1)] : null;

    /// <summary>Some files of a commit.</summary>
    private sealed class PathSource : IRegistrySource
    {
        private readonly GitRepository git;

        public PathSource(GitRepository git, CommitInfo commit, IEnumerable<string> paths)
        {
            this.git = git;
            Entries = (
                from path in paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                let state = git.At(commit, path)
                where state is not null && !path.Contains("/evidence/", StringComparison.Ordinal)
                select new SourceEntry(path, state.Mode is Sources.FileMode.Plain or Sources.FileMode.Executable ? SourceEntryKind.File : SourceEntryKind.SymbolicLink) { Blob = state.Blob }).ToList();
        }

        public IReadOnlyList<SourceEntry> Entries { get; }

        public long SizeOf(SourceEntry entry) => entry.Kind == SourceEntryKind.File ? git.SizeOf(entry.Blob!) ?? throw new MissingObjectException(entry.Blob!) : 0;

        public byte[]? Read(SourceEntry entry) => git.Read(entry.Blob!) ?? throw new MissingObjectException(entry.Blob!);
    }
}
