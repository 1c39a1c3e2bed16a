using OpsRegistry.Loading;
using OpsRegistry.Sources;

namespace OpsRegistry.Reviewing;

/// <summary>
/// One thing that can be wrong with a change, whatever the registry is like afterwards. A pure function of the change: what judges comes from
/// the base. An error refuses the change, a warning needs the reviewer's eye, a note only says.
/// </summary>
public abstract class PolicyRule
{
    private RuleInfo? info;

    /// <summary><c>OPS6</c> and two digits; given once, for ever.</summary>
    public abstract string Id { get; }

    /// <summary>The fault in a few words.</summary>
    public abstract Text Title { get; }

    /// <summary>How much it weighs.</summary>
    public virtual Severity Severity => Severity.Error;

    /// <summary>What is known of the rule without running it.</summary>
    public RuleInfo Info => info ??= new(Id, GetType().Name, Title, Severity);

    /// <summary>Everything in the change that has the fault, in any order.</summary>
    public abstract IEnumerable<Finding> Check(RegistryChange change);

    /// <summary>A finding of this rule.</summary>
    protected Finding At(Place place, Text message, Text help, params RelatedPlace[] related) =>
        new(Info, place, message, help) { Related = related };

    /// <summary>A finding about a file as a whole.</summary>
    protected Finding At(FileChange file, Text message, Text help, params RelatedPlace[] related) =>
        At(Place.StartOf(file.Path), message, help, related);
}
