using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>What the registry allows as evidence: the settings of the base judge, and their defaults where they say nothing.</summary>
internal static class EvidenceLimit
{
    public const long Megabyte = 1024 * 1024;

    /// <summary>The limits in force.</summary>
    public static (IReadOnlyList<string> Types, int LargestMegabytes, int MostFiles, int MostMegabytes) InForce(RegistryChange change) =>
        change.Before.Registry.Settings?.EvidenceLimits is not { } own
            ? (EvidenceLimits.UsualTypes, EvidenceLimits.UsualMegabytes, EvidenceLimits.UsualFiles, EvidenceLimits.UsualMegabytesTogether)
            : (own.Types.Count > 0 ? own.Types : EvidenceLimits.UsualTypes, own.LargestMegabytes, own.MostFiles, own.MostMegabytes);

    /// <summary>The evidence that a change brings or replaces, by path; null for what could not be read.</summary>
    public static IEnumerable<(FileChange File, EvidenceFile? Evidence)> Brought(RegistryChange change)
    {
        var files = change.After.Registry.EvidenceFiles.ToDictionary(file => file.Path, StringComparer.Ordinal);
        return change.Files.Where(file => !file.IsRemoval && IsEvidence(file.Path)).Select(file => (file, files.GetValueOrDefault(file.Path)));
    }

    private static bool IsEvidence(string path) =>
        path.StartsWith("ops-registry/contracts/", StringComparison.Ordinal) && path.Split('/') is [_, _, _, "evidence", _, ..];
}
