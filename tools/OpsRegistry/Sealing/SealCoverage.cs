using System.Security.Cryptography;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;
using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Sealing;

/// <summary>
/// What a period's result rests on: the contract's folder up to the period's end, the files that contracts share, and the schemas. Records
/// that happened later are left out, with what proves nothing else.
/// </summary>
internal static class SealCoverage
{
    private const string Registry = "ops-registry";
    private const string Schemas = "schemas";

    /// <summary>The covered files of a commit, by path.</summary>
    /// <param name="folder">The contract as the commit has it.</param>
    /// <param name="end">The day after the period's last.</param>
    /// <exception cref="MissingObjectException">The repository does not hold a file's bytes.</exception>
    public static IReadOnlyList<SealedFile> List(GitRepository git, CommitInfo commit, ContractFolder folder, LocalDate end)
    {
        var byPath = folder.Resources.ToDictionary(resource => resource.Path, StringComparer.Ordinal);
        var evidence = EvidenceOf(folder, end);
        return (
            from file in git.FilesBelow(commit, Registry, Schemas)
            let part = PartOf(file.Path, folder, byPath, evidence, end)
            where part is not null
            select new SealedFile(file.Path, SealedFile.Octal(file.State.Mode), file.State.Blob, DigestOf(git, file.State), part.Value)).ToList();
    }

    private static SealedPartId? PartOf(string path, ContractFolder folder, Dictionary<string, Resource> byPath, HashSet<string> evidence, LocalDate end)
    {
        if (path.StartsWith(Schemas + "/", StringComparison.Ordinal))
        {
            return path.EndsWith(".schema.json", StringComparison.Ordinal) ? SealedPartId.Schemas : null;
        }

        if (path.EndsWith(".md", StringComparison.Ordinal) && !evidence.Contains(path))
        {
            return null; // a guide for readers
        }

        if (!path.StartsWith($"{Registry}/contracts/", StringComparison.Ordinal))
        {
            return SealedPartId.Shared;
        }

        return evidence.Contains(path) ? SealedPartId.Evidence
            : !path.StartsWith(FolderOf(folder), StringComparison.Ordinal) || !byPath.TryGetValue(path, out var resource) ? null
            : PartOf(resource, end);
    }

    private static SealedPartId? PartOf(Resource resource, LocalDate end) => resource.Spec switch
    {
        RecordSpec record => record.OccurredOn < end ? SealedPartId.Records : null,
        Seal seal => seal.To < end ? SealedPartId.Decisions : null,
        _ => resource.Kind.Area switch
        {
            Area.Governance => SealedPartId.Governance,
            Area.MasterData => SealedPartId.MasterData,
            Area.Records or Area.Claims or Area.Decisions => SealedPartId.Decisions,
            Area.Shared or Area.Code => null, // No kind of file stands there.
        },
    };

    /// <summary>The paths of the files that prove the records before a day.</summary>
    public static HashSet<string> EvidenceOf(ContractFolder folder, LocalDate end) => (
        from resource in folder.Resources
        let record = resource.Spec as RecordSpec
        where record is not null && record.OccurredOn < end
        from evidence in record.Evidence
        select $"{FolderOf(folder)}evidence/{evidence.File}").ToHashSet(StringComparer.Ordinal);

    /// <summary>The contract's folder with a slash at its end.</summary>
    public static string FolderOf(ContractFolder folder) => $"{Registry}/contracts/{folder.Name}/";

    private static string DigestOf(GitRepository git, FileState state) => state.Mode == FileMode.Submodule
        ? state.Blob
        : Convert.ToHexStringLower(SHA256.HashData(git.Read(state.Blob) ?? throw new MissingObjectException(state.Blob)));
}
