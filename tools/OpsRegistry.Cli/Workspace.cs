using System.CommandLine;
using System.Diagnostics;
using NodaTime.Text;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Cli;

/// <summary>A checkout on disk: the one place of the command line that looks for files to read.</summary>
internal sealed class Workspace
{
    private readonly Lazy<GitRepository?> repository;
    private string? unreadable;

    private Workspace(string root)
    {
        Root = root;
        repository = new(() => GitRepository.TryAt(root, out unreadable));
    }

    /// <summary>Why the checkout's repository cannot be read; null where it can, or where there is none.</summary>
    public string? Unreadable => Repository is null ? unreadable : null;

    /// <summary>The git repository that the registry stands in, at its root or below; null where it stands in none.</summary>
    public GitRepository? Repository => repository.Value;

    /// <summary>The repository's root folder.</summary>
    public string Root { get; }

    /// <summary>The checkout that holds a folder, or a repository of which nothing is checked out; null when none does.</summary>
    /// <param name="start">The folder asked for, or the current one.</param>
    public static Workspace? Find(string start) => Holding(start, "ops-registry") ?? Holding(start, ".git") ?? (GitFolder.IsRepository(start) ? new(Path.GetFullPath(start)) : null);

    /// <summary>Loads the registry of the work tree, or of a commit, by the schemas that stand beside it.</summary>
    /// <param name="commit">The commit; null for the work tree.</param>
    /// <param name="parse">The command line, which says whether results of earlier runs are used.</param>
    /// <param name="contracts">The contracts whose folders are read, beside the files that all share; null for all.</param>
    /// <param name="schemas">The schemas, where they are at hand.</param>
    /// <exception cref="UsageException">The work tree holds no registry.</exception>
    public Loaded Load(CommitInfo? commit, ParseResult parse, IReadOnlySet<string>? contracts, SchemaSet? schemas = null)
    {
        using var line = Progress.Begin(parse, GlobalOptions.LanguageOf(parse));
        var source = Progress.Watch(line, SourceOf(commit));
        schemas ??= SchemasOf(commit);
        var cache = CacheFolder.Open(parse, schemas);
        var loaded = RegistryLoader.Load(contracts is null ? source : source.Only(contracts), schemas, cache is null ? null : new TreeCache(cache));
        cache?.Trim();
        return loaded;
    }

    /// <summary>Loads the registry as it would be with other files in place of some of its own; nothing is written.</summary>
    /// <param name="commit">The commit; null for the work tree.</param>
    /// <param name="edits">The bytes by path; null for a file that is gone.</param>
    public Loaded Load(CommitInfo? commit, IReadOnlyDictionary<string, byte[]?> edits)
    {
        var (source, schemas) = (SourceOf(commit), SchemasOf(commit));
        return RegistryLoader.Load(new EditedSource(source, edits), schemas);
    }

    /// <summary>Loads the registry of a commit from its own bytes: a proof does not rest on results kept from earlier runs.</summary>
    public Loaded LoadAnew(CommitInfo commit) => RegistryLoader.Load(Repository!.SourceOf(commit), Schemas(commit));

    /// <summary>Checks the registry of the work tree, or of a commit, by every rule.</summary>
    /// <param name="commit">The commit; null for the work tree.</param>
    /// <param name="parse">The command line, which says whether results of earlier runs are used.</param>
    /// <returns>What was found, and where results of earlier runs are kept; null where they are not used.</returns>
    /// <exception cref="UsageException">The work tree holds no registry.</exception>
    public (CheckedRegistry Found, ResultCache? Cache) Check(CommitInfo? commit, ParseResult parse)
    {
        using var line = Progress.Begin(parse, GlobalOptions.LanguageOf(parse));
        var (source, schemas) = (Progress.Watch(line, SourceOf(commit)), SchemasOf(commit));
        var cache = CacheFolder.Open(parse, schemas);
        return (SlicedChecker.Check(source, schemas, cache), cache);
    }

    /// <summary>Results of earlier runs under the schemas of the work tree, or of a commit; null where none are to be used.</summary>
    public ResultCache? Results(CommitInfo? commit, ParseResult parse) => CacheFolder.Open(parse, SchemasOf(commit));

    /// <summary>Where the registry of the work tree, or of a commit, is read from.</summary>
    /// <exception cref="UsageException">The work tree holds no registry.</exception>
    public IRegistrySource SourceOf(CommitInfo? commit) =>
        commit is not null ? Repository!.SourceOf(commit)
        : Path.Exists(Path.Combine(Root, "ops-registry")) ? new WorkTreeSource(Root, path => Repository?.IsIgnored(path) ?? false) { ReadAt = SystemClock.Instance.GetCurrentInstant() }
        : throw new UsageException(new(
            $"“{Root}”的工作目录里没有 ops-registry/；用 --at 指明要读的提交",
            $"the work tree of '{Root}' holds no ops-registry/: name a commit with --at"));

    /// <summary>The schemas that stand beside the registry of the work tree, or of a commit.</summary>
    public SchemaSet SchemasOf(CommitInfo? commit) => commit is null ? Schemas() : Schemas(commit);

    /// <summary>The commit that a name means.</summary>
    /// <param name="revision">A branch, a tag or an id.</param>
    /// <exception cref="UsageException">There is no repository, or the name means no commit.</exception>
    public CommitInfo Commit(string revision)
    {
        if (Unreadable is { } said)
        {
            throw new RepositoryFault(RepositoryFault.Unreadable(said));
        }

        if (Repository is not { } git)
        {
            throw new UsageException(new($"“{Root}”不在 git 仓库里，没有提交可读", $"'{Root}' stands in no git repository, so there is no commit to read"));
        }

        return git.Resolve(revision) ?? throw new UsageException(new(
            $"“{revision}”不是提交：写分支名、标签名或提交号，可加 ~n；浅克隆须先 git fetch --unshallow",
            $"'{revision}' is no commit: name a branch, a tag or an id, perhaps with ~n; in a shallow clone run git fetch --unshallow first"));
    }

    /// <summary>The schemas of a commit; the tool's own where it keeps none.</summary>
    public SchemaSet Schemas(CommitInfo commit)
    {
        var files = Repository!.FilesIn(commit, "schemas").Where(name => name.EndsWith(".schema.json", StringComparison.Ordinal))
            .ToDictionary(name => name, name => Encoding.UTF8.GetString(Repository.Read(commit, $"schemas/{name}")!), StringComparer.Ordinal);
        return SchemaSet.Load(files.Count > 0 ? files : EmbeddedSchemas.Texts);
    }

    /// <summary>The commit that the files which decide figures are equal to; null where there is none.</summary>
    public CommitInfo? CleanCommit() => Repository is { Head: { } head } git && !HasChanges(git, "ops-registry", "schemas", "tools") ? head : null;

    /// <summary>True where git was told to leave some files out of the work tree, or once was.</summary>
    public bool IsSparse => Repository is { } git && File.Exists(Path.Combine(git.Folder, "info", "sparse-checkout"));

    /// <summary>Whether files differ from the commit checked out. What a sparse checkout leaves out is no change; git alone knows what that is.</summary>
    private bool HasChanges(GitRepository git, params string[] folders)
    {
        if (!IsSparse)
        {
            return git.HasChanges(folders);
        }

        string[] asked = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-optional-locks", "status", "--porcelain", "--untracked-files=normal", "--", .. folders];
        var start = new ProcessStartInfo("git", asked) { UseShellExecute = false, WorkingDirectory = Root, RedirectStandardOutput = true };
        using var status = Process.Start(start) ?? throw new IOException("git does not start");
        var changes = status.StandardOutput.ReadToEnd();
        status.WaitForExit();
        return status.ExitCode != 0 || changes.Length > 0;
    }

    /// <summary>The checkout's schemas; the tool's own where it keeps none.</summary>
    public SchemaSet Schemas()
    {
        var folder = Path.Combine(Root, "schemas");
        return SchemaSet.Load(Directory.Exists(folder) && Directory.GetFiles(folder, "*.schema.json") is { Length: > 0 } files
            ? files.ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)
            : EmbeddedSchemas.Texts);
    }

    private static Workspace? Holding(string start, string name)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, name)))
            {
                return new(folder.FullName);
            }
        }

        return null;
    }

    /// <summary>The cut-off: what was asked for, or the end of the day up to which records are complete.</summary>
    /// <param name="asked">A date (its end is meant), a time with offset, or null.</param>
    /// <param name="registry">The registry; null where one must be asked for.</param>
    /// <exception cref="UsageException">The text is neither, or nothing was asked and the registry has no settings.</exception>
    public static Instant AsOf(string? asked, Registry? registry, ContractFolder? contract = null)
    {
        if (asked is null)
        {
            return registry?.Settings is null
                ? throw new UsageException(new(
                    "登记库没有可用的 registry.yaml，须用 --as-of 指明截止日期",
                    "the registry has no readable registry.yaml: name the cut-off with --as-of"))
                : contract is null ? registry.CutOff : registry.CutOffOf(contract);
        }

        if (LocalDatePattern.Iso.Parse(asked) is { Success: true } day)
        {
            return BeijingTime.EndOf(day.Value);
        }

        return OffsetDateTimePattern.Rfc3339.Parse(asked) is { Success: true } time
            ? time.Value.ToInstant()
            : throw new UsageException(new(
                $"--as-of “{asked}”既不是日期（2026-11-20），也不是带时区的时间（2026-11-20T18:00:00+08:00）",
                $"--as-of '{asked}' is neither a date (2026-11-20) nor a time with offset (2026-11-20T18:00:00+08:00)"));
    }
}

/// <summary>A contract's figures cannot be computed: exit code 1.</summary>
internal sealed class FigureException(Finding finding) : Exception(finding.Message.En)
{
    /// <summary>What is wrong, and where.</summary>
    public Finding Finding { get; } = finding;
}

/// <summary>The command line was used in a way that means nothing: exit code 2.</summary>
internal sealed class UsageException(Text message) : Exception(message.En)
{
    /// <summary>What is wrong, in both languages.</summary>
    public Text Words { get; } = message;
}
