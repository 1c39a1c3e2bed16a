using OpsRegistry.Loading;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Model;

/// <summary>A record that names a proof: all that is looked at across contracts.</summary>
/// <param name="Path">The record's path.</param>
/// <param name="Record">The record's name.</param>
/// <param name="File">The proof's file as the record names it.</param>
/// <param name="Sha256">The hash that the record states.</param>
/// <param name="Place">Where the record names the file.</param>
internal sealed record EvidenceUse(string Path, string Record, string File, string Sha256, Place Place)
{
    /// <summary>The same for the same uses in the same order.</summary>
    public static CacheKey IdentityOf(IReadOnlyList<EvidenceUse> uses)
    {
        using var digest = new KeyDigest();
        foreach (var use in uses)
        {
            digest.Add(use.Path).Add(use.Record).Add(use.File).Add(use.Sha256).Add(use.Place.ToString()).Add(use.Place.Length.ToString(CultureInfo.InvariantCulture));
        }

        return digest.Finish();
    }

    /// <summary>The uses of proofs in a registry, in the order of its records.</summary>
    public static IReadOnlyList<EvidenceUse> Collect(IReadOnlyList<Resource> resources) =>
    [
        .. from resource in resources
           where resource.Spec is IProven
           from evidence in ((IProven)resource.Spec).Evidence
           select new EvidenceUse(resource.Path, resource.Name, evidence.File, evidence.Sha256, evidence.PlaceOf(nameof(evidence.File))),
    ];
}
