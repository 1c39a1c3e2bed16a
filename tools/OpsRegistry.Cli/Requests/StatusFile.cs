using OpsRegistry.Cli.Commands;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Cli.Requests;

/// <summary>What a check came to, for a system that sets statuses by its own means (<c>status.json</c>).</summary>
/// <param name="Commit">The commit judged, 40 hexadecimal digits.</param>
/// <param name="Context">The name under which rules of a branch ask for it.</param>
/// <param name="State"><c>success</c>, <c>failure</c> where it must not be merged, <c>error</c> where nothing could be judged.</param>
/// <param name="Description">The verdict in one short line.</param>
/// <param name="Exit">The exit code that goes with it.</param>
internal sealed record StatusFile(string Commit, string Context, StatusState State, string Description, int Exit)
{
    /// <summary>The file's name.</summary>
    public const string Name = "status.json";

    /// <summary>Writes it into a folder.</summary>
    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), ReportFiles.Text(output => JsonOutput.Write(output, this, Handover.Options)));
}
