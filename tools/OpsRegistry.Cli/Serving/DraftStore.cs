using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsRegistry.Cli.Serving;

/// <summary>A file that a draft brings as a proof.</summary>
/// <param name="Name">What it was called.</param>
/// <param name="Sha256">The SHA-256 of its bytes, by which the draft keeps it.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Role">What it is to the record; empty until somebody has said it.</param>
internal sealed record DraftProof(string Name, string Sha256, long Size, string Role);

/// <summary>Something that is being filled in and was not handed in yet.</summary>
/// <param name="Id">Its name among the drafts: 16 hexadecimal digits.</param>
/// <param name="Version">Grows with every saving, so that two windows do not write over each other.</param>
/// <param name="Request">The branch of the request that it shall join; empty for one of its own.</param>
/// <param name="Values">What was filled in, by field.</param>
internal sealed record Draft(string Id, int Version, string Kind, string Contract, string Request, string SavedAt, JsonElement Values, IReadOnlyList<DraftProof> Proofs);

/// <summary>
/// Drafts, each in a folder of its own in the folder of git: they are on nobody else's computer and in no commit. A draft is written whole or not at all,
/// and by whoever has seen its last version.
/// </summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class DraftStore(string folder)
{
    private const string FileName = "draft.json";
    private const int MostProofs = 50;

    private static readonly Lock Gate = new();

    /// <summary>True for what can be a draft's id.</summary>
    public static bool IsId(string? text) => text is { Length: 16 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>An id that no draft has.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Every draft, the last saved first; what cannot be read is passed over.</summary>
    public IReadOnlyList<Draft> All() => !Directory.Exists(folder) ? [] :
        Directory.GetDirectories(folder).Select(path => Find(Path.GetFileName(path))).OfType<Draft>().OrderByDescending(draft => draft.SavedAt, StringComparer.Ordinal).ToList();

    /// <summary>A draft; null where there is none.</summary>
    public Draft? Find(string? id)
    {
        if (!IsId(id))
        {
            return null;
        }

        try
        {
            return Read(id!, JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, id!, FileName)))!.AsObject());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Saves a draft; one that was not there is begun with version 1.</summary>
    /// <param name="draft">What it says now, with the version that its writer has seen last; 0 for a new one.</param>
    /// <returns>The draft as saved; null where somebody else has saved, or handed in, a later one.</returns>
    public Draft? Save(Draft draft)
    {
        lock (Gate)
        {
            var known = Find(draft.Id);
            if ((known?.Version ?? 0) != draft.Version)
            {
                return null;
            }

            // Files are added by their own way; a writer says what they are, or leaves them out.
            var roles = draft.Proofs.ToDictionary(proof => proof.Sha256, proof => proof.Role, StringComparer.Ordinal);
            var saved = draft with
            {
                Version = draft.Version + 1,
                SavedAt = Now(),
                Proofs = (known?.Proofs ?? []).Where(proof => roles.ContainsKey(proof.Sha256)).Select(proof => proof with { Role = roles[proof.Sha256] }).ToList(),
            };
            Write(saved);
            foreach (var gone in (known?.Proofs ?? []).Where(proof => !roles.ContainsKey(proof.Sha256)))
            {
                File.Delete(Path.Combine(folder, draft.Id, gone.Sha256));
            }

            return saved;
        }
    }

    /// <summary>Adds a proof to a draft.</summary>
    /// <returns>The draft with it; null where there is no such draft, or it has too many.</returns>
    public Draft? Add(string id, string name, byte[] bytes)
    {
        lock (Gate)
        {
            if (Find(id) is not { } draft || draft.Proofs.Count >= MostProofs)
            {
                return null;
            }

            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (draft.Proofs.Any(proof => proof.Sha256 == digest))
            {
                return draft;
            }

            AtomicFile.Write(Path.Combine(folder, id, digest), bytes);
            var saved = draft with { Version = draft.Version + 1, SavedAt = Now(), Proofs = [.. draft.Proofs, new(name, digest, bytes.Length, "")] };
            Write(saved);
            return saved;
        }
    }

    /// <summary>The bytes of a draft's proof; null where they are gone.</summary>
    public byte[]? Read(Draft draft, DraftProof proof)
    {
        var file = Path.Combine(folder, draft.Id, proof.Sha256);
        return File.Exists(file) && File.ReadAllBytes(file) is var bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == proof.Sha256 ? bytes : null;
    }

    /// <summary>Takes a draft away.</summary>
    public void Remove(string id)
    {
        lock (Gate)
        {
            if (IsId(id) && Directory.Exists(Path.Combine(folder, id)))
            {
                Directory.Delete(Path.Combine(folder, id), recursive: true);
            }
        }
    }

    private void Write(Draft draft) => AtomicFile.Write(Path.Combine(folder, draft.Id, FileName), Encoding.UTF8.GetBytes(new JsonObject
    {
        ["version"] = draft.Version,
        ["kind"] = draft.Kind,
        ["contract"] = draft.Contract,
        ["request"] = draft.Request,
        ["savedAt"] = draft.SavedAt,
        ["values"] = JsonNode.Parse(draft.Values.GetRawText()),
        ["proofs"] = new JsonArray([.. draft.Proofs.Select(proof => new JsonObject { ["name"] = proof.Name, ["sha256"] = proof.Sha256, ["size"] = proof.Size, ["role"] = proof.Role })]),
    }.ToJsonString()));

    private static Draft Read(string id, JsonObject file) => new(
        id,
        file["version"]!.GetValue<int>(),
        file["kind"]!.GetValue<string>(),
        file["contract"]!.GetValue<string>(),
        file["request"]!.GetValue<string>(),
        file["savedAt"]!.GetValue<string>(),
        JsonDocument.Parse(file["values"]!.ToJsonString()).RootElement,
        file["proofs"]!.AsArray().Select(proof => new DraftProof(proof!["name"]!.GetValue<string>(), proof["sha256"]!.GetValue<string>(), proof["size"]!.GetValue<long>(), proof["role"]!.GetValue<string>()))
            .Where(proof => proof.Sha256.Length == 64 && proof.Sha256.All(char.IsAsciiHexDigitLower)).ToList());

    private static string Now() => NodaTime.Text.InstantPattern.General.Format(SystemClock.Instance.GetCurrentInstant());
}
