using System.Text;
using LibGit2Sharp;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Rules;

namespace OpsRegistry.Tests;

/// <summary>
/// A small git repository in a folder of its own, built commit by commit: times are arguments, nobody's git configuration plays a part, and
/// the same steps give the same ids. Steps change the tree of the branch that stands; <see cref="Commit"/> records it.
/// </summary>
public sealed class GitFixture : IDisposable
{
    private const string Main = "main";

    private readonly Repository repository;
    private readonly Dictionary<string, string?> tips = new(StringComparer.Ordinal) { [Main] = null };
    private readonly SortedDictionary<string, (Mode Mode, string Blob)> tree = new(StringComparer.Ordinal);
    private DateTimeOffset clock = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(8));

    static GitFixture()
    {
        // What stands in a person's or a machine's configuration must not decide what a test sees.
        GlobalSettings.SetConfigSearchPaths(ConfigurationLevel.Global);
        GlobalSettings.SetConfigSearchPaths(ConfigurationLevel.Xdg);
        GlobalSettings.SetConfigSearchPaths(ConfigurationLevel.System);
    }

    private GitFixture()
    {
        Root = Directory.CreateTempSubdirectory("opsreg-git-").FullName;
        Repository.Init(Root);
        repository = new Repository(Root);
        repository.Refs.UpdateTarget("HEAD", "refs/heads/" + Main);
        repository.Config.Set("core.autocrlf", false);
    }

    /// <summary>The folder of the work tree, which <see cref="CheckOut"/> fills.</summary>
    public string Root { get; }

    /// <summary>The branch that stands.</summary>
    public string Branch { get; private set; } = Main;

    /// <summary>The branch's newest commit.</summary>
    public string Head => tips[Branch] ?? throw new InvalidOperationException($"nothing was committed on {Branch}");

    /// <summary>A repository without any commit.</summary>
    public static GitFixture Empty() => new();

    /// <summary>A repository whose first commit holds the schemas, the calendars and the small registry of tests/cases/base.</summary>
    /// <param name="days">The days within which records are filed; null for the usual ones.</param>
    public static GitFixture Example(int? days = null)
    {
        var fixture = Empty();
        fixture.WriteFolder(Golden.RepositoryRoot, "schemas").WriteFolder(CaseFolders.Base, "ops-registry").WriteFolder(FrozenRegistry.Root, "ops-registry/calendars");
        if (days is not null)
        {
            fixture.Write("ops-registry/registry.yaml", $"{fixture.Text("ops-registry/registry.yaml").TrimEnd('\n')}\n  filedWithinDays: {days}\n");
        }

        fixture.Commit("The registry as agreed");
        return fixture;
    }

    /// <summary>A repository whose first commit holds what stands in a temporary registry.</summary>
    public static GitFixture Of(TemporaryRegistry registry)
    {
        var fixture = Empty();
        fixture.WriteFolder(registry.Root, "schemas").WriteFolder(registry.Root, "ops-registry");
        fixture.Commit("The registry as agreed");
        return fixture;
    }

    /// <summary>Writes a file.</summary>
    public GitFixture Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public GitFixture Write(string path, byte[] bytes) => Put(path, tree.TryGetValue(path, out var old) ? old.Mode : Mode.NonExecutableFile, bytes);

    /// <summary>Writes every file of a folder, by its path from a root.</summary>
    public GitFixture WriteFolder(string root, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file));
        }

        return this;
    }

    /// <summary>The text of a file.</summary>
    public string Text(string path) => repository.Lookup<Blob>(tree[path].Blob).GetContentText(Encoding.UTF8);

    /// <summary>Replaces the one place in a file where a text stands.</summary>
    public GitFixture Replace(string path, string old, string replacement)
    {
        var parts = Text(path).Split(old);
        return parts.Length == 2 ? Write(path, string.Join(replacement, parts)) : throw new InvalidOperationException($"'{old}' does not stand exactly once in {path}");
    }

    /// <summary>Takes a file away.</summary>
    public GitFixture Delete(string path) => tree.Remove(path) ? this : throw new InvalidOperationException($"there is no {path}");

    /// <summary>Moves a file.</summary>
    public GitFixture Rename(string from, string to)
    {
        tree[to] = tree[from];
        return Delete(from);
    }

    /// <summary>Makes a file executable.</summary>
    public GitFixture MakeExecutable(string path)
    {
        tree[path] = (Mode.ExecutableFile, tree[path].Blob);
        return this;
    }

    /// <summary>Puts a symbolic link in a file's place.</summary>
    public GitFixture Link(string path, string target) => Put(path, Mode.SymbolicLink, Encoding.UTF8.GetBytes(target));

    /// <summary>Puts a commit of another repository in a file's place.</summary>
    public GitFixture Submodule(string path, string commit)
    {
        tree[path] = (Mode.GitLink, commit);
        return this;
    }

    /// <summary>Records the tree on the branch that stands.</summary>
    /// <param name="message">The message.</param>
    /// <param name="at">When; absent: an hour after the commit before.</param>
    /// <param name="also">Further parents: their branches or ids.</param>
    /// <returns>The commit's id.</returns>
    public string Commit(string message, DateTimeOffset? at = null, params string[] also)
    {
        var parents = also.Select(IdOf).Prepend(tips[Branch]).OfType<string>().Select(id => repository.Lookup<Commit>(id)).ToList();
        return Record(message, at, parents);
    }

    /// <summary>Records the tree in place of the branch's newest commit: what a forced push leaves behind.</summary>
    public string Amend(string message, DateTimeOffset? at = null) => Record(message, at, repository.Lookup<Commit>(Head).Parents.ToList());

    /// <summary>Begins a branch at the one that stands, and stands on it.</summary>
    public GitFixture StartBranch(string name)
    {
        tips.Add(name, tips[Branch]);
        Branch = name;
        return this;
    }

    /// <summary>Begins a branch without any history, on the tree as it stands.</summary>
    public GitFixture StartOrphan(string name)
    {
        tips.Add(name, null);
        Branch = name;
        return this;
    }

    /// <summary>Stands on another branch; what was not committed is lost.</summary>
    public GitFixture SwitchTo(string name)
    {
        _ = tips[name];
        Branch = name;
        return Restore();
    }

    /// <summary>Moves the branch that stands to another commit, and takes its tree.</summary>
    public GitFixture Force(string revision)
    {
        tips[Branch] = IdOf(revision);
        repository.Refs.Add("refs/heads/" + Branch, Head, allowOverwrite: true);
        return Restore();
    }

    /// <summary>Lays what another branch changed over the tree, as git would; conflicts are not resolved. Then <see cref="Commit"/> with the branch as further parent.</summary>
    public GitFixture TakeChangesOf(string branch)
    {
        var (ours, theirs) = (repository.Lookup<Commit>(Head), repository.Lookup<Commit>(IdOf(branch)));
        var merge = repository.ObjectDatabase.MergeCommits(ours, theirs, new MergeTreeOptions());
        return merge.Status == MergeTreeStatus.Succeeded ? Take(merge.Tree) : throw new InvalidOperationException($"{branch} does not merge by itself");
    }

    /// <summary>Merges another branch as git would, with a commit of two parents.</summary>
    public string Merge(string branch, DateTimeOffset? at = null) => TakeChangesOf(branch).Commit($"Merge {branch}", at, branch);

    /// <summary>Adds a name for a commit, e.g. <c>refs/tags/v1</c>.</summary>
    public GitFixture Reference(string name, string revision)
    {
        repository.Refs.Add(name, IdOf(revision), allowOverwrite: true);
        return this;
    }

    /// <summary>Tags the newest commit with a message.</summary>
    public GitFixture Tag(string name, string message)
    {
        repository.Tags.Add(name, repository.Lookup<Commit>(Head), new Signature("desk", "desk@example.invalid", new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(8))), message);
        return this;
    }

    /// <summary>Marks the repository as cut off at the newest commit, as <c>git clone --depth 1</c> does.</summary>
    public GitFixture CutOff()
    {
        File.WriteAllText(Path.Combine(Root, ".git", "shallow"), Head + "\n");
        return this;
    }

    /// <summary>The path on disk of an object, for tests that damage the store.</summary>
    public string ObjectFile(string id) => Path.Combine(Root, ".git", "objects", id[..2], id[2..]);

    /// <summary>The blob of a file of the tree.</summary>
    public string BlobOf(string path) => tree[path].Blob;

    /// <summary>Fills the work tree with the main branch.</summary>
    public GitFixture CheckOut()
    {
        repository.Reset(ResetMode.Hard, repository.Lookup<Commit>(tips[Main]!));
        return this;
    }

    /// <summary>Runs the command line on the work tree, as a user would.</summary>
    public Outcome Run(params string[] arguments) => CommandLine.RunOn(Root, arguments);

    /// <inheritdoc/>
    public void Dispose()
    {
        repository.Dispose();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, ".git"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal); // objects are read-only
        }

        Directory.Delete(Root, recursive: true);
    }

    private string Record(string message, DateTimeOffset? at, IReadOnlyList<Commit> parents)
    {
        clock = at ?? clock.AddHours(1);
        var who = new Signature("registry", "registry@example.invalid", clock);
        var commit = repository.ObjectDatabase.CreateCommit(who, who, message, WrittenTree(), parents, prettifyMessage: false);
        tips[Branch] = commit.Sha;
        repository.Refs.Add("refs/heads/" + Branch, commit.Sha, allowOverwrite: true);
        return commit.Sha;
    }

    private Tree WrittenTree()
    {
        var definition = new TreeDefinition();
        foreach (var (path, (mode, blob)) in tree)
        {
            _ = mode == Mode.GitLink ? definition.AddGitLink(path, new ObjectId(blob)) : definition.Add(path, repository.Lookup<Blob>(blob), mode);
        }

        return repository.ObjectDatabase.CreateTree(definition);
    }

    private GitFixture Put(string path, Mode mode, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        tree[path] = (mode, repository.ObjectDatabase.CreateBlob(content).Sha);
        return this;
    }

    private GitFixture Restore() => Take(repository.Lookup<Commit>(Head).Tree);

    private GitFixture Take(Tree from)
    {
        tree.Clear();
        Enter(from, "");
        return this;
    }

    private void Enter(Tree folder, string below)
    {
        foreach (var entry in folder)
        {
            if (entry.Target is Tree inner)
            {
                Enter(inner, $"{below}{entry.Name}/");
            }
            else
            {
                tree[below + entry.Name] = (entry.Mode, entry.Target?.Sha ?? entry.Path);
            }
        }
    }

    private string IdOf(string revision) => tips.GetValueOrDefault(revision) ?? repository.Lookup<Commit>(revision)?.Sha ?? throw new InvalidOperationException($"no commit is {revision}");
}
