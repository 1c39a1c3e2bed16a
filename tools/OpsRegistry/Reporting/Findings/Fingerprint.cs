using System.Security.Cryptography;
using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>What keeps a finding the same finding when lines above it move: rule, path, message, and its number among equal ones.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprints of findings, in their order: sixteen hexadecimal digits, a colon, a number from 1.</summary>
    public static IReadOnlyList<string> Compute(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var identity = Encoding.UTF8.GetBytes($"{finding.Rule.Id}\n{finding.Place.Path}\n{finding.Message.En}");
            var digest = Convert.ToHexStringLower(SHA256.HashData(identity))[..16];
            seen[digest] = seen.GetValueOrDefault(digest) + 1;
            return $"{digest}:{FindingWords.Number(seen[digest])}";
        })];
    }
}
