using OpsRegistry.Model;

namespace OpsRegistry.Reporting;

/// <summary>Files of a contract as its folder has them.</summary>
internal static class ContractFiles
{
    /// <summary>Where a contract's files stand, with a slash at the end.</summary>
    public static string FolderOf(ContractFolder folder) => $"ops-registry/contracts/{folder.Name}/";

    /// <summary>A file of the contract as its folder has it: <c>records/2026/01/…</c>; any other from the repository's root.</summary>
    public static string Short(ContractFolder folder, string path) =>
        path.StartsWith(FolderOf(folder), StringComparison.Ordinal) ? path[FolderOf(folder).Length..] : path;
}
