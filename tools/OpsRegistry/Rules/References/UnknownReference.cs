using System.Runtime.CompilerServices;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>A file of a contract names a file of another kind that is not there. Which fields name what stands in the schemas (<c>x-references</c>).</summary>
/// <param name="kind">The kind that is named; null where a rule is of several.</param>
internal abstract class UnknownReference(string id, Text title, string? kind) : Rule(id, title)
{
    /// <summary>The kind that is named; null where the rule is of several.</summary>
    public string? Kind => kind;

    /// <summary>True where a reference to a kind is this rule's to look at.</summary>
    protected virtual bool IsOf(string named) => named == kind;

    // By the contract, then by the kind that is named: each rule of one kind looks at its own.
    private static readonly ConditionalWeakTable<Registry, IReadOnlyDictionary<string, ILookup<string, Reference>>> Given = [];

    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        return
            from folder in registry.Contracts
            let names = folder.Resources.Where(resource => IsOf(resource.Kind.Name)).Select(resource => (resource.Kind.Name, resource.Name)).ToHashSet()
            from references in Given.GetValue(registry, ByContract).TryGetValue(folder.Name, out var given) ? given : Enumerable.Empty<IGrouping<string, Reference>>()
            where IsOf(references.Key)
            from reference in references
            where !names.Contains((reference.Kind, reference.Name.Value)) && !registry.IsUnread(folder.Name, reference.Name.Value)
            let fault = unknown.Describe(Kinds.Named(reference.Kind)!, reference.Name.Value, folder.Name)
            select At(reference.Name.Place, fault.Message, fault.Help);
    }

    // A scenario's files are made up.
    private static Dictionary<string, ILookup<string, Reference>> ByContract(Registry registry) => registry.References
        .Where(given => given.Resource.Metadata.Contract is not null && given.Resource.Spec is not Scenario)
        .GroupBy(given => given.Resource.Metadata.Contract!, StringComparer.Ordinal)
        .ToDictionary(contract => contract.Key, contract => contract.ToLookup(given => given.To.Kind, given => given.To, StringComparer.Ordinal), StringComparer.Ordinal);
}
