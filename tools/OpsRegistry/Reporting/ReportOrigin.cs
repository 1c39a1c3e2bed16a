using OpsRegistry.Model;

namespace OpsRegistry.Reporting;

/// <summary>Where a report comes from: what a reader needs to make it again and find the same bytes.</summary>
/// <param name="Commit">The commit id, 40 lower-case hexadecimal digits, or <see cref="Uncommitted"/>.</param>
/// <param name="ToolVersion">The version of this tool.</param>
internal sealed record ReportOrigin(string Commit, string ToolVersion)
{
    /// <summary>Stands for a commit id where the work tree has changes that no commit holds.</summary>
    public const string Uncommitted = "uncommitted";

    /// <summary>The files outside the contract's folder that the result rests on: settings, calendars and parties, by path.</summary>
    public IReadOnlyList<Resource> SharedFiles { get; init; } = [];

    /// <summary>True where calendars without a published notice were used.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>What git says of the registry's files, oldest first; null where there is no git to ask, which is not the same as no change.</summary>
    public IReadOnlyList<HistoryLine>? History { get; init; }

    /// <summary>True where the figures can be traced to a commit.</summary>
    public bool IsCommitted => Commit != Uncommitted;

    /// <summary>The origin of reports on a loaded registry.</summary>
    /// <param name="commit">The commit id, or <see cref="Uncommitted"/>.</param>
    public static ReportOrigin State(Registry registry, string commit, string toolVersion) => new(commit, toolVersion)
    {
        SharedFiles = registry.Resources
            .Where(resource => resource.Metadata.Contract is null)
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .ToList(),
    };

    /// <summary>The organization of an id; null when its file is not among the shared ones.</summary>
    public Organization? Party(string id) =>
        (Organization?)SharedFiles.FirstOrDefault(resource => resource.Spec is Organization && resource.Name == id)?.Spec;

    /// <summary>What an organization is called; its id where its file is missing.</summary>
    public Text TitleOf(string organization) => Party(organization)?.Title ?? Text.Same(organization);
}
