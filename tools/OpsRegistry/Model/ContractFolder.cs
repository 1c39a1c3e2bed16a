using System.Collections;
using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>One contract and all that belongs to it: one folder, one ownership boundary.</summary>
/// <param name="Contract">The contract itself.</param>
/// <param name="Resources">Every file of the folder that could be read, by path.</param>
internal sealed record ContractFolder(Resource<Contract> Contract, IReadOnlyList<Resource> Resources)
{
    private const string ScorecardFile = "scorecard";

    // The files that the score rests on, as their names begin.
    private static readonly string[] TermFiles = [ScorecardFile, "service-levels", "obligations", "interpretations", "services/"];

    private readonly IReadOnlyList<string> unreadTerms = [];
    private DaysOfFiles? days;

    private Dictionary<Type, FilesOfKind> ByKind { get; init; } = EachKind(Resources);

    /// <summary>The paths of the folder's files that are there and could not be read.</summary>
    public IReadOnlyList<string> Unread
    {
        get;
        init
        {
            var folder = FolderOf(Contract.Untyped);
            (field, unreadTerms) = (value, value.Select(path => path[folder.Length..]).Where(path => TermFiles.Any(file => path.StartsWith(file, StringComparison.Ordinal))).ToList());
        }
    } = [];

    /// <summary>What must come out of made-up records: no file of the line, so it stands beside the resources.</summary>
    public IReadOnlyList<Resource<Scenario>> Scenarios { get; init; } = [];

    /// <summary>The files that tell of days after the cut-off: nothing is computed of them; empty before <see cref="KnownAt"/>.</summary>
    public IReadOnlyList<Resource> Later { get; init; } = [];

    /// <summary>True for a contract with a scorecard, readable or not.</summary>
    public bool IsScored => Scorecard is not null || unreadTerms.Any(file => file.StartsWith(ScorecardFile, StringComparison.Ordinal));

    /// <summary>True where a file that the score rests on is there and could not be read: points and yuan are undetermined then, never zero.</summary>
    public bool IsIncomplete => unreadTerms.Count > 0 && IsScored;

    private Lazy<Dictionary<string, IReadOnlyList<Resource<FaultReport>>>> Reports { get; init; } = ReportsAmong(Resources);

    /// <summary>The contract's name.</summary>
    public string Name => Contract.Name;

    /// <summary>The contract's terms.</summary>
    public Contract Terms => Contract.Spec;

    /// <summary>Windows, levels and limits; null when the contract has none or the file could not be read.</summary>
    public ServiceLevels? ServiceLevels => Single<ServiceLevels>();

    /// <summary>Recurring duties.</summary>
    public Obligations? Obligations => Single<Obligations>();

    /// <summary>The scorecard; null for a contract that is not scored.</summary>
    public Scorecard? Scorecard => Single<Scorecard>();

    /// <summary>The readings in force.</summary>
    public Interpretations? Interpretations => Single<Interpretations>();

    /// <summary>The records, by path.</summary>
    public IReadOnlyList<Resource> Records { get; private init; } = RecordsAmong(Resources);

    /// <summary>The governance files of which there can be several versions.</summary>
    public IEnumerable<Resource> Versions => new[] { typeof(Scorecard), typeof(ServiceLevels), typeof(Obligations) }.SelectMany(FilesOf);

    /// <summary>The folder's resources of one kind.</summary>
    public IEnumerable<Resource<TSpec>> Of<TSpec>()
        where TSpec : Spec => FilesOf(typeof(TSpec)).Select(resource => new Resource<TSpec>(resource, (TSpec)resource.Spec));

    /// <summary>The reports on an incident, by path.</summary>
    public IReadOnlyList<Resource<FaultReport>> ReportsOn(string incident) => Reports.Value.GetValueOrDefault(incident, []);

    /// <summary>The folder's files of one kind, by path.</summary>
    public IReadOnlyList<Resource> Of(Kind kind) => FilesOf(kind.SpecType);

    /// <summary>The resource of a kind and name, or null.</summary>
    public Resource<TSpec>? Find<TSpec>(string name)
        where TSpec : Spec =>
        ByKind.GetValueOrDefault(typeof(TSpec))?.Named(name) is { } found ? new Resource<TSpec>(found, (TSpec)found.Spec) : null;

    /// <summary>The file of a kind and name, or null.</summary>
    public Resource? Find(Kind kind, string name) => ByKind.GetValueOrDefault(kind.SpecType)?.Named(name);

    /// <summary>The folder as it is known at a cut-off: what happened, was judged, decided, disputed or ruled on a later day is not there yet.</summary>
    /// <param name="asOf">The cut-off.</param>
    /// <param name="decidedBy">Until when what is no record is known, where that is later.</param>
    public ContractFolder KnownAt(Instant asOf, Instant? decidedBy = null)
    {
        var decided = decidedBy is { } last && last > asOf ? last : asOf;
        var (lastOfRecords, lastOfOthers) = (BeijingTime.DateEndingAt(asOf), BeijingTime.DateEndingAt(decided));
        var (known, later) = (new List<Resource>(Resources.Count), new List<Resource>());
        days = days is { } told && ReferenceEquals(told.Files, Resources) ? told : new(Resources);
        for (var place = 0; place < days.KnownOn.Length; place++)
        {
            var (day, isRecord) = days.KnownOn[place];
            (day > (isRecord ? lastOfRecords : lastOfOthers) ? later : known).Add(Resources[place]);
        }

        return later.Count == 0 ? this : With(known, [.. Later, .. later]);
    }

    /// <summary>The folder with, of each kind that has versions, only the one in force on a day.</summary>
    public ContractFolder InForceOn(LocalDate day)
    {
        var outdated = Versions
            .GroupBy(resource => resource.Kind)
            .SelectMany(versions => versions
                .OrderByDescending(version => FirstDay(version) <= day)
                .ThenByDescending(FirstDay)
                .Skip(1))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return outdated.Count == 0 ? this : With(Resources.Where(resource => !outdated.Contains(resource)).ToList(), Later);
    }

    /// <summary>The folder without some of its files.</summary>
    public ContractFolder Without(Func<Resource, bool> isLeftOut) => With(Resources.Where(resource => !isLeftOut(resource)).ToList(), Later);

    /// <summary>The folder with each resource replaced.</summary>
    public ContractFolder With(Func<Resource, Resource> replace)
    {
        var others = new Dictionary<Resource, Resource>(ByIdentity.Instance);
        foreach (var resource in Resources)
        {
            if (replace(resource) is var other && !ReferenceEquals(other, resource))
            {
                others[resource] = other;
            }
        }

        // A contract.yaml that names another contract as its owner is not among the folder's own files.
        if (!others.ContainsKey(Contract.Untyped))
        {
            others[Contract.Untyped] = replace(Contract.Untyped);
        }

        return With(others);
    }

    /// <summary>The folder with some of its files replaced by others of their kinds; what does not look at them is shared with this one.</summary>
    public ContractFolder With(IReadOnlyDictionary<Resource, Resource> others)
    {
        var touched = others.Keys.Select(resource => resource.Spec.GetType()).Distinct().ToArray(); // one or two: of a list so short looking through it is the quickest
        var contract = Replaced(Contract.Untyped);
        var resources = new ReplacedFiles(Resources, others);
        var byKind = new Dictionary<Type, FilesOfKind>(ByKind);
        foreach (var type in touched.Where(ByKind.ContainsKey))
        {
            byKind[type] = new([.. ByKind[type].All.Select(Replaced)]);
        }

        return this with
        {
            Contract = new(contract, (Contract)contract.Spec),
            Resources = resources,
            ByKind = byKind,
            Records = touched.Any(type => type.IsAssignableTo(typeof(RecordSpec))) ? [.. Records.Select(Replaced)] : Records,
            Reports = touched.Contains(typeof(FaultReport)) ? ReportsAmong(resources) : Reports,
        };

        Resource Replaced(Resource resource) => others.GetValueOrDefault(resource, resource);
    }

    /// <summary>The files that differ between two states of a contract, each beside the other one; null where one has files that the other has not.</summary>
    public IReadOnlyList<(Resource Here, Resource There)>? DifferentIn(ContractFolder other)
    {
        if (Resources.Count != other.Resources.Count || ByKind.Any(kind => other.FilesOf(kind.Key).Count != kind.Value.All.Count))
        {
            return null;
        }

        return
        [
            .. ByKind.Where(kind => !ReferenceEquals(kind.Value, other.ByKind[kind.Key]))
                .SelectMany(kind => kind.Value.All.Zip(other.ByKind[kind.Key].All))
                .Where(pair => !ReferenceEquals(pair.First, pair.Second)),
        ];
    }

    /// <summary>The contract folders among a registry's resources.</summary>
    /// <param name="unread">The paths of what could not.</param>
    public static IReadOnlyList<ContractFolder> AllOf(IReadOnlyList<Resource> resources, IReadOnlyList<string> unread)
    {
        var byContract = resources.Where(resource => resource.Metadata.Contract is not null).ToLookup(resource => resource.Metadata.Contract);
        return resources
            .Where(resource => resource.Spec is Contract)
            .Select(resource => new ContractFolder(new(resource, (Contract)resource.Spec), byContract[resource.Name].Where(one => one.Spec is not Scenario).ToList())
            {
                Scenarios = byContract[resource.Name].Where(one => one.Spec is Scenario).Select(one => new Resource<Scenario>(one, (Scenario)one.Spec)).ToList(),
                Unread = unread.Where(path => path.StartsWith(FolderOf(resource), StringComparison.Ordinal)).ToList(),
            })
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The first day on which a governance file is in force; null for a first version and for files without versions.</summary>
    public static LocalDate? ValidFrom(Spec spec) => spec switch
    {
        Model.Scorecard scorecard => scorecard.ValidFrom,
        Model.ServiceLevels levels => levels.ValidFrom,
        Model.Obligations obligations => obligations.ValidFrom,
        _ => null,
    };

    private static List<Resource> RecordsAmong(IReadOnlyList<Resource> resources)
    {
        var records = new List<Resource>(resources.Count);
        for (var place = 0; place < resources.Count; place++)
        {
            if (resources[place].Spec is RecordSpec)
            {
                records.Add(resources[place]);
            }
        }

        return records;
    }

    // Made anew for each of the many moments at which a contract is looked at.
    private static Dictionary<Type, FilesOfKind> EachKind(IReadOnlyList<Resource> resources)
    {
        var lists = resources.CountBy(resource => resource.Spec.GetType()).ToDictionary(kind => kind.Key, kind => new List<Resource>(kind.Value));
        for (var place = 0; place < resources.Count; place++)
        {
            lists[resources[place].Spec.GetType()].Add(resources[place]);
        }

        return lists.ToDictionary(kind => kind.Key, kind => new FilesOfKind(kind.Value));
    }

    private static string FolderOf(Resource contract) => contract.Path[..(contract.Path.LastIndexOf('/') + 1)];

    private ContractFolder With(IReadOnlyList<Resource> resources, IReadOnlyList<Resource> later) => new(Contract, resources) { Unread = Unread, Scenarios = Scenarios, Later = later };

    private static LocalDate FirstDay(Resource resource) => ValidFrom(resource.Spec) ?? LocalDate.MinIsoValue;

    private TSpec? Single<TSpec>()
        where TSpec : Spec => (TSpec?)FilesOf(typeof(TSpec)).FirstOrDefault()?.Spec;

    private static Lazy<Dictionary<string, IReadOnlyList<Resource<FaultReport>>>> ReportsAmong(IReadOnlyList<Resource> resources) => new(() => resources
        .Where(resource => resource.Spec is FaultReport)
        .Select(resource => new Resource<FaultReport>(resource, (FaultReport)resource.Spec))
        .GroupBy(report => report.Spec.Incident, StringComparer.Ordinal)
        .ToDictionary(reports => reports.Key, reports => (IReadOnlyList<Resource<FaultReport>>)reports.ToList(), StringComparer.Ordinal));

    private IReadOnlyList<Resource> FilesOf(Type kind) => ByKind.GetValueOrDefault(kind)?.All ?? [];

    /// <summary>On which day each file is known: a contract is looked at as of many.</summary>
    private sealed class DaysOfFiles(IReadOnlyList<Resource> files)
    {
        public IReadOnlyList<Resource> Files => files;

        public (LocalDate? Day, bool IsRecord)[] KnownOn { get; } = [.. files.Select(resource => (resource.Spec.KnownOn, resource.Spec is RecordSpec))];
    }

    /// <summary>Files of which some are replaced by others. A contract is looked at under many readings, and each rewrites a file or two of a thousand.</summary>
    private sealed class ReplacedFiles(IReadOnlyList<Resource> files, IReadOnlyDictionary<Resource, Resource> others) : IReadOnlyList<Resource>
    {
        public int Count => files.Count;

        public Resource this[int index] => others.GetValueOrDefault(files[index], files[index]);

        public IEnumerator<Resource> GetEnumerator() => files.Select(file => others.GetValueOrDefault(file, file)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>The files of one kind; of several with one name the first is found.</summary>
    private sealed class FilesOfKind(IReadOnlyList<Resource> all)
    {
        private readonly Lazy<Dictionary<string, Resource>> byName = new(() => all.DistinctBy(resource => resource.Name, StringComparer.Ordinal).ToDictionary(resource => resource.Name, StringComparer.Ordinal));

        public IReadOnlyList<Resource> All => all;

        public Resource? Named(string name) => byName.Value.GetValueOrDefault(name);
    }
}
