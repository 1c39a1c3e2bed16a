using System.Security.Cryptography;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Intake;

/// <summary>A proof as a record names it.</summary>
/// <param name="File">Its path below the contract's <c>evidence/</c>.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
/// <param name="Bytes">What is to be written; null where the file is there already.</param>
internal sealed record ShelvedProof(string File, string Sha256, byte[]? Bytes);

/// <summary>
/// The evidence of a contract, into which files are taken: each under a name that every system can hold and every rule accepts, and never over
/// another. The same bytes are kept once.
/// </summary>
internal sealed class EvidenceShelf
{
    private readonly Dictionary<string, string> byDigest = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The shelf of a contract as it stands.</summary>
    public EvidenceShelf(string contract, IEnumerable<EvidenceFile> files)
    {
        Contract = contract;
        foreach (var file in files.Where(file => file.Contract == contract))
        {
            byDigest.TryAdd(file.Sha256, file.File);
            taken.Add(file.File);
        }
    }

    /// <summary>The contract's name.</summary>
    public string Contract { get; }

    /// <summary>Where a proof stands, from the repository's root.</summary>
    public string PathOf(ShelvedProof proof) => $"ops-registry/contracts/{Contract}/evidence/{proof.File}";

    /// <summary>Takes a file in.</summary>
    /// <param name="day">The day of the record that it proves: decides the folder.</param>
    public ShelvedProof Take(HandedFile file, LocalDate day)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        if (byDigest.TryGetValue(digest, out var there))
        {
            return new(there, digest, null);
        }

        var name = EvidenceName.Make(file.Name);
        var folder = string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}/{day.Month:00}/");
        var path = folder + name;
        for (var number = 2; !taken.Add(path); number++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{folder}{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");
        }

        byDigest.Add(digest, path);
        return new(path, digest, file.Bytes);
    }
}
