using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>A contract's governance files by the names that readings use in their paths.</summary>
internal static class GovernanceFiles
{
    /// <summary>Kind in kebab-case, e.g. <c>service-levels</c>, to file.</summary>
    public static IReadOnlyDictionary<string, Resource> ByName(ContractFolder folder) => folder.Resources
        .Where(resource => resource.Kind.Layer == Layer.Governance)
        .DistinctBy(resource => resource.Kind.KebabName)
        .ToDictionary(resource => resource.Kind.KebabName, StringComparer.Ordinal);
}
