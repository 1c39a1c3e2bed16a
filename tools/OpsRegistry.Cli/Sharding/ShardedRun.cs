using System.CommandLine;
using System.CommandLine.Parsing;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Shards;
using OpsRegistry.Rules;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Sharding;

/// <summary>A run of a verb over a part of the contracts (<c>--shard 2/4</c>), or the joining of such runs: the same registry, divided in the same way wherever it is divided.</summary>
internal sealed class ShardedRun
{
    private const string ContractsFolder = "ops-registry/contracts/";

    private readonly ParseResult parse;
    private readonly CommitInfo? at;
    private readonly IRegistrySource source;
    private readonly Lazy<SchemaSet> schemas; // not for a list of files: a partial clone holds no bytes yet
    private readonly SortedDictionary<string, int> files;

    private ShardedRun(ParseResult parse, Workspace workspace, Shard shard)
    {
        this.parse = parse;
        Workspace = workspace;
        Shard = shard;
        at = parse.GetValue(GlobalOptions.At) is { } revision ? workspace.Commit(revision) : null;
        source = workspace.SourceOf(at);
        schemas = new(() => workspace.SchemasOf(at));
        files = CountFiles();
        Own = shard.Share(files.Select(contract => (contract.Key, contract.Value)));
    }

    /// <summary>The option of verbs that can do a part of their work.</summary>
    public static Option<string?> Option { get; } = new("--shard")
    {
        Description = "只算第 i 份（共 n 份，按合同分，各份大小相近），结果用 ./opsreg merge 合并 / only part i of n, divided by contract into parts of about equal size; ./opsreg merge joins what the parts give",
        HelpName = "i/n",
    };

    /// <summary>The checkout.</summary>
    public Workspace Workspace { get; }

    /// <summary>Which part.</summary>
    public Shard Shard { get; }

    /// <summary>The folders of its contracts, by name.</summary>
    public IReadOnlyList<string> Own { get; }

    /// <summary>The commit asked for; null for the work tree.</summary>
    public CommitInfo? At => at;

    /// <summary>The run that the command line asks for; null where it asks for the whole.</summary>
    /// <exception cref="UsageException">What is asked for is no part.</exception>
    public static ShardedRun? Open(ParseResult parse)
    {
        if (parse.GetValue(Option) is not { } asked)
        {
            return null;
        }

        return new(parse, Session.Find(parse), Read(asked));
    }

    /// <summary>The whole registry, which parts are joined for.</summary>
    public static ShardedRun OpenWhole(ParseResult parse) => new(parse, Session.Find(parse), new(1, 1));

    /// <summary>The part of a registry that a text names, e.g. <c>2/4</c>.</summary>
    /// <exception cref="UsageException">It names none.</exception>
    public static ShardedRun OpenPart(ParseResult parse, string asked) => new(parse, Session.Find(parse), Read(asked));

    /// <summary>The files that a part reads, as patterns of a sparse checkout.</summary>
    public IEnumerable<string> Patterns()
    {
        var folder = $"/{Workspace.Repository?.Below}{ContractsFolder}";
        return ["/*", $"!{folder}*/", $"{folder}*/contract.yaml", .. Own.Select(name => $"{folder}{name}/")];
    }

    /// <summary>Checks the part's contracts and the files that all share.</summary>
    /// <exception cref="ShardFault">A sparse checkout lacks files of the part.</exception>
    public PartlyChecked Check()
    {
        RefuseMissing(Own.ToHashSet(StringComparer.Ordinal));
        return SlicedChecker.CheckSome(source, schemas.Value, Cache(), Own);
    }

    /// <summary>What a check of the whole would find, from what the parts found.</summary>
    /// <param name="documents">The documents of all parts.</param>
    public CheckedRegistry Join(IReadOnlyList<ShardDocument> documents)
    {
        var slices = documents.SelectMany(document => document.Slices() ?? throw Torn(document.Shard)).ToDictionary(slice => slice.Key, slice => slice.Value, StringComparer.Ordinal);
        return SlicedChecker.Join(source, schemas.Value, Cache(), slices, documents.SelectMany(document => document.InSchemas() ?? throw Torn(document.Shard)).ToList(), RefuseMissing);
    }

    /// <summary>Opens a session on the part's contracts.</summary>
    /// <exception cref="ShardFault">A file says that it belongs to another contract than the one it stands with: then no contract can be told by its own folder.</exception>
    public Session OpenSession()
    {
        RefuseMissing(Own.ToHashSet(StringComparer.Ordinal));
        var session = Session.OpenSome(parse, Own);
        if (session.Loaded.Registry.Resources.FirstOrDefault(resource => ContractFolders.NameIn(resource.Path) is { } folder && resource.Metadata.Contract is { } contract && contract != folder) is { } stray)
        {
            throw new ShardFault(new(
                $"{stray.Path} 自称属于合同“{stray.Metadata.Contract}”，不能按合同分开计算；先改正（见 ./opsreg check），或不用 --shard",
                $"{stray.Path} says that it belongs to contract '{stray.Metadata.Contract}', so contracts cannot be computed apart: mend it (see ./opsreg check), or leave --shard out"));
        }

        return session;
    }

    /// <summary>Opens a session on the part's contracts and checks them; says what is wrong, and gives null, where there are errors.</summary>
    /// <param name="undone">What was therefore not done.</param>
    public (Session Session, PartlyChecked Check)? OpenChecked(Text undone)
    {
        var (session, check) = (OpenSession(), Check());
        return CheckedInputs.Refuses(parse, session.Language, check.Findings, check.Lines, undone) ? null : (session, check);
    }

    /// <summary>Computes the part's contracts, each up to its cut-off, several at once.</summary>
    /// <returns>What is said of each and the exit code it asks for, and its results: one, or none where its terms cannot be read.</returns>
    public IReadOnlyList<(ShardPart Part, IReadOnlyList<ContractResult> Results)> Compute(Session session, Option<string?> asOf) => Progress.OverAtOnce(session, Parts().ToList(), part => part.Contract, part =>
    {
        var results = session.ContractsIn(part.Contract).Select(contract => session.Result(contract, session.AsOf(asOf, contract))).ToList();
        var said = results.SelectMany(session.Uncovered).ToList();
        return (part with { Said = said, Exit = said.Count > 0 ? ExitCode.CannotVerify : ExitCode.Clean }, (IReadOnlyList<ContractResult>)results);
    });

    /// <summary>The terms of every contract, without records: what cut-offs are told by.</summary>
    public Registry Terms()
    {
        RefuseMissing(new HashSet<string>(StringComparer.Ordinal));
        return RegistryLoader.Load(new PartSource(source, source.Entries.Where(entry => ContractFolders.NameIn(entry.Path) is not { } folder || entry.Path == TermsOf(folder)).ToList()), schemas.Value).Registry;
    }

    /// <summary>What a document of this run says of itself.</summary>
    /// <param name="format">The format that the joined output will have.</param>
    public ShardHead Head(string format, Language language) => Head(parse.CommandResult.Command.Name, Asked(), format, language);

    /// <summary>What documents of a verb say of themselves that are parts of this registry; what was asked for is taken from one of them.</summary>
    public ShardHead Head(ShardHead part) => Head(part.Verb, part.Asked, part.Format, part.Language) with { Of = part.Of };

    private ShardHead Head(string verb, IReadOnlyDictionary<string, string> asked, string format, Language language) => new(
        verb,
        Shard.Number,
        Shard.Count,
        ToolVersion.Exact,
        (at ?? Workspace.CleanCommit())?.Id,
        Identity(),
        asked,
        format,
        language,
        files.Keys.ToList());

    /// <summary>The part's contracts, of which nothing is known yet.</summary>
    public IEnumerable<ShardPart> Parts() => Own.Select(name => new ShardPart(name, files[name]));

    /// <summary>Says on the error stream what was done.</summary>
    public void Say(Language language) => parse.InvocationConfiguration.Error.WriteLine(new Text(
        $"opsreg：第 {Shard} 份：{Own.Count} 份合同（共 {files.Count}）；各份都算完后用 ./opsreg merge 合并",
        $"opsreg: part {Shard}: {Own.Count} of {files.Count} contracts; when all parts are done, join them with ./opsreg merge").In(language));

    /// <summary>The complaint about a document that is not whole.</summary>
    public static ShardFault Torn(ShardHead head) => new(
        new($"第 {head.Number}/{head.Of} 份不完整；重新运行那一份", $"part {head.Number}/{head.Of} is not whole: run that part again"), ExitCode.InputOutput);

    private static Shard Read(string asked) => Shard.Parse(asked) ?? throw new UsageException(new(
        $"--shard “{asked}”不是一份：写作 i/n，i 从 1 到 n，例如 --shard 2/4",
        $"--shard '{asked}' is no part: write i/n with i from 1 to n, e.g. --shard 2/4"));

    private static string TermsOf(string folder) => $"{ContractsFolder}{folder}/contract.yaml";

    private ResultCache? Cache() => CacheFolder.Open(parse, schemas.Value);

    /// <summary>The contracts with the number of their files: by the commit checked out, whose tree a sparse checkout knows too, and what the work tree has besides.</summary>
    private SortedDictionary<string, int> CountFiles()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        if (at is null && Workspace.Repository is { Head: { } head } git)
        {
            Count(git.SourceOf(head), counts);
        }

        var here = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Count(source, here);
        foreach (var (name, count) in here)
        {
            counts.TryAdd(name, count);
        }

        return counts;
    }

    private static void Count(IRegistrySource source, SortedDictionary<string, int> counts)
    {
        foreach (var folder in source.Entries.Select(entry => ContractFolders.NameIn(entry.Path)).OfType<string>())
        {
            counts[folder] = counts.GetValueOrDefault(folder) + 1;
        }
    }

    /// <summary>A sparse checkout has to hold the shared files, every contract's terms and the whole of some contracts: what is not there must not pass for what does not exist.</summary>
    private void RefuseMissing(IReadOnlySet<string> whole)
    {
        if (at is not null || Workspace.Repository is not { Head: { } head } git || !Workspace.IsSparse)
        {
            return;
        }

        var here = source.Entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        if (git.SourceOf(head).Entries.Select(entry => entry.Path)
            .FirstOrDefault(path => !here.Contains(path) && (ContractFolders.NameIn(path) is not { } folder || path == TermsOf(folder) || whole.Contains(folder))) is { } missing)
        {
            throw new ShardFault(new(
                $"稀疏检出里没有 {missing}；运行 ./opsreg shard i/n --at HEAD | git sparse-checkout set --no-cone --stdin，或用 --at HEAD 直接读提交",
                $"the sparse checkout lacks {missing}: run ./opsreg shard i/n --at HEAD | git sparse-checkout set --no-cone --stdin, or read the commit with --at HEAD"));
        }
    }

    private string Identity()
    {
        using var digest = new KeyDigest();
        digest.Add(schemas.Value.Identity);
        foreach (var entry in source.Entries.Where(entry => ContractFolders.NameIn(entry.Path) is null))
        {
            digest.Add(entry.Path).Add(FileContent.Identify(source, entry) ?? "");
        }

        foreach (var (name, count) in files)
        {
            digest.Add(name).Add(string.Create(CultureInfo.InvariantCulture, $"{count}"));
        }

        var key = new byte[CacheKey.Size];
        digest.Finish().Write(key);
        return Convert.ToHexStringLower(key);
    }

    private SortedDictionary<string, string> Asked()
    {
        var asked = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in parse.CommandResult.Command.Options.Append(GlobalOptions.Provisional).Where(option => option.Name is not ("--shard" or "--output" or "--format")))
        {
            if (parse.GetResult(option) is OptionResult { Implicit: false } result)
            {
                asked[option.Name.TrimStart('-')] = string.Join(' ', result.Tokens.Select(token => token.Value));
            }
        }

        return asked;
    }
}
