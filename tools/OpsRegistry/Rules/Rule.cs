using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules;

/// <summary>How far a rule looks. A test holds that contracts checked one by one give what the whole registry gives.</summary>
public enum Reach
{
    /// <summary>At one contract and the files that all contracts share; its findings there do not depend on other contracts.</summary>
    Contract,

    /// <summary>Across contracts: at the shared files, at each <c>contract.yaml</c> and at <see cref="Registry.EvidenceUses"/>. The other files are not there.</summary>
    Registry,
}

/// <summary>
/// One thing that can be wrong with a registry. A rule is a pure function of the registry: it reads no file, clock or setting.
/// Its class name names the fault; its doc comment says why the fault matters and becomes the rule's page.
/// </summary>
public abstract class Rule
{
    private RuleInfo? info;

    /// <summary><c>OPS</c> and three digits by stage; given once, for ever.</summary>
    public abstract string Id { get; }

    /// <summary>The fault in a few words.</summary>
    public abstract Text Title { get; }

    /// <summary>How much it weighs.</summary>
    public virtual Severity Severity => Severity.Error;

    /// <summary>How far it looks.</summary>
    public virtual Reach Reach => Reach.Contract;

    /// <summary>What is known of the rule without running it.</summary>
    public RuleInfo Info => info ??= new(Id, GetType().Name, Title, Severity);

    /// <summary>Everything in the registry that has the fault, in any order.</summary>
    public abstract IEnumerable<Finding> Check(Registry registry);

    /// <summary>A finding of this rule.</summary>
    protected Finding At(Place place, Text message, Text help, params RelatedPlace[] related) =>
        new(Info, place, message, help) { Related = related };
}
