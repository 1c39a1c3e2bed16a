namespace OpsRegistry.Sources;

/// <summary>Where the contracts' folders stand.</summary>
internal static class ContractFolders
{
    private const string Folder = "ops-registry/contracts/";

    /// <summary>The contract folder that a path stands in; null for paths elsewhere.</summary>
    public static string? NameIn(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.IndexOf('/', Folder.Length) is var end and > 0 ? path[Folder.Length..end] : null;
}
