using System.Security.Cryptography;
using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>What keeps a finding the same finding when lines above it move: its identity, and its number among equal ones.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprints of findings, in their order: sixteen hexadecimal digits, a colon, a number from 1.</summary>
    public static IReadOnlyList<string> Compute(IReadOnlyList<Finding> findings) =>
        [.. FindingIdentity.Number(findings).Select(one => $"{Digest(one.Identity)}:{FindingWords.Number(one.Number)}")];

    private static string Digest(FindingIdentity identity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity.Rule}\n{identity.Path}\n{identity.Values.Joined}")))[..16];
}
