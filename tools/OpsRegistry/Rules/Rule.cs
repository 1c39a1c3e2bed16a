using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Rules;

/// <summary>How far a rule looks. A test holds that contracts checked one by one give what the whole registry gives.</summary>
internal enum Reach
{
    /// <summary>At each file by itself: what it finds in a file follows from the file's path and bytes.</summary>
    File,

    /// <summary>At one contract and the files that all contracts share; its findings there do not depend on other contracts.</summary>
    Contract,

    /// <summary>Across contracts: at the shared files, at each <c>contract.yaml</c> and at <see cref="Registry.EvidenceUses"/>. The other files are not there.</summary>
    Registry,
}

/// <summary>
/// One thing that can be wrong with something. A rule is a pure function of its subject: it reads no file, clock or setting.
/// Its class name names the fault; its doc comment says why the fault matters and becomes the rule's page.
/// </summary>
/// <param name="id"><c>OPS</c> and three digits by stage; given once, for ever.</param>
internal abstract class Rule<TSubject>(string id, Text title, Severity severity)
{
    private RuleInfo? info;

    /// <summary><c>OPS</c> and three digits.</summary>
    public string Id => id;

    /// <summary>What is known of the rule without running it.</summary>
    public RuleInfo Info => info ??= new(id, GetType().Name, title, severity) { IsAlarm = IsAlarm };

    /// <summary>Whether its findings are always shown one by one (<see cref="RuleInfo.IsAlarm"/>).</summary>
    protected virtual bool IsAlarm => false;

    /// <summary>Everything in the subject that has the fault, in any order.</summary>
    public abstract IEnumerable<Finding> Check(TSubject subject);

    /// <summary>A finding of this rule.</summary>
    protected Finding At(Place place, Message message, Text help, params RelatedPlace[] related) =>
        new(Info, place, message, help) { Related = related };
}

/// <summary>One thing that can be wrong with a registry.</summary>
internal abstract class Rule(string id, Text title, Severity severity = Severity.Error, Reach reach = Reach.Contract) : Rule<Registry>(id, title, severity)
{
    private static readonly ConditionalWeakTable<Registry, ConcurrentDictionary<Rule, IReadOnlyList<Finding>>> Known = [];

    /// <summary>How far it looks.</summary>
    public Reach Reach => reach;

    /// <summary>The kinds of file that its findings rest on. While one of these stands in the contract's folder and cannot be read, the rule says nothing there.</summary>
    public virtual IReadOnlyList<string> RestsOn => [];

    /// <summary>What the rule finds where all that it rests on could be read.</summary>
    public IEnumerable<Finding> Judge(Registry registry) =>
        registry.Unread.Where(path => RestsOnFile(registry, path)).Select(ContractFolders.NameIn).ToHashSet() is { Count: > 0 } unjudged
            ? Guarded(registry).Where(finding => !unjudged.Contains(ContractFolders.NameIn(finding.Place.Path)))
            : Guarded(registry);

    /// <summary>What the rule finds, looked for once in each registry: others count what it would say.</summary>
    internal IReadOnlyList<Finding> FoundIn(Registry registry) => Known.GetOrCreateValue(registry).GetOrAdd(this, rule => rule.Check(registry).ToList());

    // One contract's absurd value must not hide what the others have: where the rule fails on all, it looks at them one by one.
    private IEnumerable<Finding> Guarded(Registry registry)
    {
        var failures = new List<Finding>();
        if (StageGuard.Run(registry.Contracts is [var only] ? only.Contract.Path : "ops-registry", () => FoundIn(registry), failures.Add) is { } found)
        {
            return found;
        }

        if (registry.Contracts.Count <= 1)
        {
            return failures;
        }

        var each = new List<Finding>();
        var others = registry.Contracts.SelectMany(folder => StageGuard.Run(folder.Contract.Path, () => FoundIn(registry.Alone(folder)), each.Add) ?? []).ToList();
        return others.Concat(each.Count > 0 ? each : failures).DistinctBy(finding => (finding.Identity, finding.Place));
    }

    /// <summary>Whether findings in a contract's folder may be there only because one of its files could not be read.</summary>
    /// <param name="unread">The path of the file.</param>
    internal bool RestsOnFile(Registry registry, string unread) => RestsOn.Count > 0 && registry.KindsAt(unread) is var kinds && RestsOn.Any(kinds.Contains);
}
