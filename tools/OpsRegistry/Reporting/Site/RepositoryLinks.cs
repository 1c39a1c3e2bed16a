using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Site;

/// <summary>The registry's repository on its forge, and how files are addressed there.</summary>
/// <param name="Url">Its address, without a slash at the end.</param>
/// <param name="Forge">Whose way of addressing files holds.</param>
internal sealed record RepositoryLinks(string Url, RepositoryForge Forge = RepositoryForge.Github)
{
    /// <summary>The repository that the registry's settings name; null where they name none.</summary>
    public static RepositoryLinks? Of(RegistrySettings? settings) =>
        settings?.RepositoryUrl is { } url ? new(url.TrimEnd('/'), settings.RepositoryForge ?? RepositoryForge.Github) : null;

    /// <summary>A file as it stood at a commit.</summary>
    /// <param name="commit">The commit's id.</param>
    /// <param name="path">The file's path from the repository's root.</param>
    public string File(string commit, string path) => $"{Url}/{FilesOf(Forge)}/{commit}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private static string FilesOf(RepositoryForge forge) => forge switch
    {
        RepositoryForge.Github or RepositoryForge.Gitee => "blob",
        RepositoryForge.Gitea => "src/commit",
        RepositoryForge.Gitlab => "-/blob",
    };
}
