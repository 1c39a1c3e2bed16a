using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>A contract's governance files by the names that readings use in their paths.</summary>
internal static class GovernanceFiles
{
    /// <summary>Kind in kebab-case, e.g. <c>service-levels</c>, to the file's versions.</summary>
    public static ILookup<string, Resource> ByName(ContractFolder folder) => folder.Resources
        .Where(resource => resource.Kind.Area == Area.Governance)
        .ToLookup(resource => resource.Kind.KebabName, StringComparer.Ordinal);
}
