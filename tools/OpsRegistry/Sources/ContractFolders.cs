namespace OpsRegistry.Sources;

/// <summary>Where the contracts' folders stand.</summary>
internal static class ContractFolders
{
    private const string Folder = "ops-registry/contracts/";

    /// <summary>Folders of a registry that people take for one at the top of the repository; a record in one of these would be counted nowhere.</summary>
    public static IReadOnlyList<string> Mistaken { get; } = ["contracts", "records", "evidence", "amendments", "disputes", "judgements", "determinations", "staff", "systems", "assets", "parties", "calendars"];

    /// <summary>The contract folder that a path stands in; null for paths elsewhere.</summary>
    public static string? NameIn(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.IndexOf('/', Folder.Length) is var end and > 0 ? path[Folder.Length..end] : null;

    /// <summary>True for a path that stands in a contract's folder; never for the empty name.</summary>
    public static bool Holds(string name, string path) =>
        name.Length > 0 && path.StartsWith(Folder, StringComparison.Ordinal) && path.Length > Folder.Length + name.Length &&
        path[Folder.Length + name.Length] == '/' && string.CompareOrdinal(path, Folder.Length, name, 0, name.Length) == 0;
}
