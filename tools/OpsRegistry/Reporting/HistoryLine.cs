using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Reporting;

/// <summary>One file that one commit of the main line added, changed or removed.</summary>
/// <param name="Commit">The commit that brought the bytes in.</param>
/// <param name="Change">What it did to the file.</param>
internal sealed record HistoryLine(CommitInfo Commit, FileChange Change);
