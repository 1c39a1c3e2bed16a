using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>What checking one contract's folder gives, in a form that a cache can keep.</summary>
/// <param name="Findings">What is wrong in the folder, in the one order.</param>
/// <param name="Uses">The proofs that its records name.</param>
internal sealed record SliceResult(IReadOnlyList<Finding> Findings, IReadOnlyList<EvidenceUse> Uses)
{
    private const string ContractsFolder = "ops-registry/contracts/";

    /// <summary>What is known of each rule, by its id.</summary>
    public static IReadOnlyDictionary<string, RuleInfo> Rules { get; } = RuleCatalog.Infos.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>How many files were read into their types.</summary>
    public int Files { get; init; }

    /// <summary>The names of other contracts that files of the folder say they belong to: those have to be checked together with it.</summary>
    public IReadOnlyList<string> OtherContracts { get; init; } = [];

    /// <summary>True where a file stands so far from its place that every contract may see it.</summary>
    public bool ReachesAll { get; init; }

    /// <summary>The same for the same <see cref="Uses"/>.</summary>
    public CacheKey UsesIdentity { get; init; }

    /// <summary>The result of a folder that was loaded.</summary>
    /// <param name="folder">The folder's name, which its contract should have.</param>
    /// <param name="shared">The files that all contracts share.</param>
    /// <param name="readings">What is known of its periods under other readings.</param>
    /// <param name="judged">What is known of its files one by one; null for nothing.</param>
    public static SliceResult Check(string folder, Loaded own, Loaded shared, KnownReadings readings, JudgedFiles? judged)
    {
        var others = own.Registry.Resources.SelectMany(NamesIn).Where(name => name != folder).Distinct(StringComparer.Ordinal).ToList();
        var findings = own.Findings.Concat(judged?.In(own.Registry) ?? Checker.Check(own.Registry, Reach.File)).Concat(Checker.Check(LineInForce.With(Joined(shared.Registry, own.Registry), readings), Reach.Contract))
            .Where(finding => ContractFolders.NameIn(finding.Place.Path) == folder);
        return new(FindingOrder.Sorted(findings), own.Registry.EvidenceUses)
        {
            Files = own.Registry.Resources.Count,
            UsesIdentity = EvidenceUse.IdentityOf(own.Registry.EvidenceUses),
            OtherContracts = others,
            ReachesAll = own.Registry.Resources.Any(resource => IsStray(resource, folder)),
        };
    }

    /// <summary>The files of two registries, by path.</summary>
    public static Registry Joined(Registry one, Registry other) => new(
        one.Resources.Concat(other.Resources).OrderBy(resource => resource.Path, StringComparer.Ordinal).ToList(),
        one.EvidenceFiles.Concat(other.EvidenceFiles).OrderBy(file => file.Path, StringComparer.Ordinal).ToList(),
        one.Unread.Concat(other.Unread).Order(StringComparer.Ordinal).ToList())
    {
        ReadAt = one.ReadAt ?? other.ReadAt,
        Templates = one.Templates.Concat(other.Templates).OrderBy(file => file.Path, StringComparer.Ordinal).ToList(),
        SourceTexts = one.SourceTexts.Concat(other.SourceTexts).OrderBy(file => file.Path, StringComparer.Ordinal).ToList(),
    };

    /// <summary>True for a file that every contract may see although it does not stand where such files stand.</summary>
    /// <param name="folder">The contract's folder in which it stands; null for none.</param>
    public static bool IsStray(Resource resource, string? folder) =>
        (resource.Metadata.Contract is null) != (folder is null) ||
        resource.Kind.PathPattern.StartsWith(ContractsFolder, StringComparison.Ordinal) != (folder is not null) ||
        (resource.Spec is Contract && resource.Path != $"{ContractsFolder}{folder}/contract.yaml");

    /// <summary>Writes the result.</summary>
    public void Write(CompactWriter output)
    {
        output.Number(ReachesAll ? 1 : 0);
        output.Number(Files);
        output.Texts(OtherContracts);
        output.Key(UsesIdentity);
        FindingCodec.Write(output, Findings);
        output.Number(Uses.Count);
        foreach (var use in Uses)
        {
            output.Text(use.Path);
            output.Text(use.Record);
            output.Text(use.File);
            output.Text(use.Sha256);
            FindingCodec.Write(output, use.Place);
        }
    }

    /// <summary>Reads a result back; null when the bytes are not a whole result.</summary>
    public static SliceResult? Read(ReadOnlySpan<byte> bytes)
    {
        var input = new CompactReader(bytes);
        var reachesAll = input.Number() == 1;
        var files = input.Number();
        var others = input.Texts();
        var identity = input.Key();
        var findings = FindingCodec.Read(ref input, Rules);
        var uses = new List<EvidenceUse>();
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            uses.Add(new(input.Text(), input.Text(), input.Text(), input.Text(), FindingCodec.ReadPlace(ref input)));
        }

        return input.IsFinished ? new(findings, uses) { Files = files, OtherContracts = others, ReachesAll = reachesAll, UsesIdentity = identity } : null;
    }

    private static IEnumerable<string> NamesIn(Resource resource) =>
        new[] { resource.Metadata.Contract, resource.Spec is Contract ? resource.Name : null }.OfType<string>();
}
