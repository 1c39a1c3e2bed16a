using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>A file of a contract names a file of another kind that is not there. Which fields name what stands in the schemas (<c>x-references</c>).</summary>
/// <param name="id">Its id.</param>
/// <param name="title">The fault in a few words.</param>
/// <param name="kind">The kind that is named.</param>
public abstract class UnknownReference(string id, Text title, string kind) : Rule(id, title)
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        var known = Kinds.Named(kind)!;
        return
            from folder in registry.Contracts
            let names = folder.Resources.Where(resource => resource.Kind == known).Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal)
            from resource in folder.Resources
            from reference in resource.Spec.References
            where reference.Kind == kind && !names.Contains(reference.Name.Value)
            let fault = unknown.Of(known, reference.Name.Value, folder.Name)
            select At(reference.Name.Place, fault.Message, fault.Help);
    }
}
