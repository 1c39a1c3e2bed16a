using System.Collections.Concurrent;
using OpsRegistry.Loading;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>Everything that was loaded and could be read. Immutable; ordered by path.</summary>
/// <param name="Resources">Every file that was read into its type.</param>
/// <param name="EvidenceFiles">The files under the contracts' <c>evidence/</c>, by path.</param>
/// <param name="Unread">The paths of the YAML files that are there and could not be read into their type.</param>
internal sealed record Registry(IReadOnlyList<Resource> Resources, IReadOnlyList<EvidenceFile> EvidenceFiles, IReadOnlyList<string> Unread)
{
    /// <summary>A registry of which every file could be read.</summary>
    public Registry(IReadOnlyList<Resource> resources, IReadOnlyList<EvidenceFile> evidenceFiles)
        : this(resources, evidenceFiles, [])
    {
    }

    private readonly Dictionary<Type, object> bySpec = Resources
        .GroupBy(resource => resource.Spec.GetType())
        .ToDictionary(group => group.Key, group => (object)group.ToList());

    /// <summary>The contracts whose <c>contract.yaml</c> could be read, by name.</summary>
    public IReadOnlyList<ContractFolder> Contracts { get; } = ContractFolder.AllOf(Resources, Unread);

    private readonly ILookup<string, string> unread = Unread.ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);

    /// <summary>True where a file of a name is there and could not be read: whoever names it names something.</summary>
    /// <param name="contract">The contract in whose folder it stands; null for files outside contracts.</param>
    public bool IsUnread(string? contract, string name) => unread[name].Any(path => ContractFolders.NameIn(path) == contract);

    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> kindsAt = new(StringComparer.Ordinal);

    /// <summary>The kinds, by name, that a file may be of by where it stands: what is known of one that cannot be read.</summary>
    public IReadOnlySet<string> KindsAt(string path) =>
        kindsAt.GetOrAdd(path, static path => Kinds.All.Where(kind => kind.MayStandAt(path)).Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal));

    /// <summary>True where a contract is there and its own file could not be read.</summary>
    public bool IsUnreadContract(string name) => Unread.Contains($"ops-registry/contracts/{name}/contract.yaml", StringComparer.Ordinal);

    /// <summary>The document templates, by path.</summary>
    public IReadOnlyList<TemplateFile> Templates { get; init; } = [];

    /// <summary>The texts of source documents that an office put beside its contracts, by path.</summary>
    public IReadOnlyList<SourceText> SourceTexts { get; init; } = [];

    /// <summary>The values of every file whose text is in question, in their order. Nearly none is: that is told before anything is made of a value.</summary>
    /// <param name="isInQuestion">Tells by the text.</param>
    public IReadOnlyList<ScalarNode> ScalarsWhere(Func<string, bool> isInQuestion)
    {
        var found = new List<ScalarNode>();
        foreach (var resource in Resources)
        {
            var nodes = resource.Nodes;
            for (var index = 0; index < nodes.Count; index++)
            {
                if (nodes[index] is ScalarNode scalar && isInQuestion(scalar.Text))
                {
                    found.Add(scalar);
                }
            }
        }

        return found;
    }

    private IReadOnlyList<(Resource Resource, Reference To)>? references;

    /// <summary>Every name of another file that a file gives, with the file that gives it; several rules look at them.</summary>
    public IReadOnlyList<(Resource Resource, Reference To)> References =>
        references ??= Resources.SelectMany(resource => resource.Spec.References, (resource, reference) => (resource, reference)).ToList();

    private IReadOnlyList<EvidenceUse>? evidenceUses;

    /// <summary>Every use of a proof by a record, in the order of the records; given where the records themselves are not at hand.</summary>
    public IReadOnlyList<EvidenceUse> EvidenceUses
    {
        get => evidenceUses ??= EvidenceUse.Collect(Resources);
        init => evidenceUses = value;
    }

    /// <summary>The registry's settings; null when the file is missing or could not be read.</summary>
    public RegistrySettings? Settings => Of<RegistrySettings>().Select(resource => resource.Spec).FirstOrDefault();

    /// <summary>The moment that the files are of; null where none is known.</summary>
    public Instant? ReadAt { get; init; }

    /// <summary>
    /// The cut-off where no other is asked for: the end of the last day whose records are complete, else the moment that the files are of. A registry
    /// that has neither is known to its last day.
    /// </summary>
    public Instant CutOff => Settings?.RecordsUntil is { } day ? BeijingTime.EndOf(day) : ReadAt ?? BeijingTime.EndOf(BeijingTime.LastDate);

    /// <summary>A contract's cut-off: its own day, or the registry's.</summary>
    public Instant CutOffOf(ContractFolder folder) => folder.Terms.RecordsUntil is { } day ? BeijingTime.EndOf(day) : CutOff;

    /// <summary>The registry as if it had one contract alone.</summary>
    public Registry Alone(ContractFolder contract) => new( // not a copy, which would keep the contracts that were found among all files
        Resources.Where(resource => resource.Metadata.Contract is not { } owner || owner == contract.Name).ToList(),
        EvidenceFiles.Where(file => file.Contract == contract.Name).ToList(),
        Unread.Where(path => ContractFolders.NameIn(path) is not { } owner || owner == contract.Name).ToList())
    {
        Templates = Templates,
        SourceTexts = SourceTexts,
        ReadAt = ReadAt,
    };

    /// <summary>Every resource of one kind, by path.</summary>
    public IEnumerable<Resource<TSpec>> Of<TSpec>()
        where TSpec : Spec =>
        bySpec.TryGetValue(typeof(TSpec), out var found)
            ? ((List<Resource>)found).Select(resource => new Resource<TSpec>(resource, (TSpec)resource.Spec))
            : [];

    /// <summary>The texts of a contract's source documents, as far as they are at hand.</summary>
    public IReadOnlyList<SourceText> SourceTextsOf(string contract) => SourceTexts.Where(text => text.Contract == contract).ToList();

    /// <summary>The contract of a name, or null.</summary>
    public ContractFolder? ContractNamed(string? name) => Contracts.FirstOrDefault(contract => contract.Name == name);
}

/// <summary>A file that proves something.</summary>
/// <param name="Path">Path from the repository's root.</param>
/// <param name="Contract">The contract whose folder holds it.</param>
/// <param name="File">Path below that contract's <c>evidence/</c>, as records name it.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
internal sealed record EvidenceFile(string Path, string Contract, string File, string Sha256)
{
    /// <summary>How many bytes it has.</summary>
    public long Size { get; init; }

    /// <summary>True where the file only names a proof that Git LFS keeps elsewhere: the proof itself is not there.</summary>
    public bool IsPointer { get; init; }
}

/// <summary>What loading gives: the registry, and everything found wrong on the way.</summary>
/// <param name="Registry">What could be read.</param>
/// <param name="Findings">What could not, ordered.</param>
/// <param name="Lines">The lines of a file by path, for excerpts; null for a path that was not read as text.</param>
internal sealed record Loaded(Registry Registry, IReadOnlyList<Finding> Findings, Func<string, IReadOnlyList<string>?> Lines)
{
    /// <summary>What each file of the source gave, by path in their order.</summary>
    public IReadOnlyList<(string Path, LoadedFile File)> Files { get; init; } = [];

    /// <summary>Every path of the source with what decides all that was found in the file: its blob id, or why it is not read; null where the next try may find something else.</summary>
    public IEnumerable<(string Path, string? Content)> Contents => Files.Select(one => (one.Path, one.File.Content));
}
