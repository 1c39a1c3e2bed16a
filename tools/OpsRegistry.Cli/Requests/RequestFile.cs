using System.Text.Json;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Requests;

/// <summary>A request to be judged, as one step of a workflow leaves it to the next (<c>request.json</c>).</summary>
/// <param name="Base">The commit that judges, 40 hexadecimal digits.</param>
/// <param name="Head">The commit to be judged.</param>
/// <param name="Actor">The account that answers for it; null where nobody told.</param>
/// <param name="FilesAddress">Where the head's files can be looked at.</param>
internal sealed record RequestFile(int Number, string Base, string Head, string? Actor, string? FilesAddress)
{
    /// <summary>The accounts that approved exactly this head; none where nobody did or nobody told.</summary>
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];

    /// <summary>The file's name.</summary>
    public const string Name = "request.json";

    /// <summary>Writes it into a folder.</summary>
    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), ReportFiles.Text(output => JsonOutput.Write(output, this, Handover.Options)));

    /// <summary>Reads it from a folder; what another step wrote is not believed to be well-formed.</summary>
    /// <exception cref="UsageException">It is missing or means nothing.</exception>
    public static RequestFile Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            if (File.Exists(path) && JsonSerializer.Deserialize<RequestFile>(File.ReadAllBytes(path), Handover.Options) is { Number: > 0 } found && CommitInfo.IsId(found.Base) && CommitInfo.IsId(found.Head))
            {
                return found;
            }
        }
        catch (JsonException)
        {
            // said below
        }

        throw new UsageException(new(
            $"“{path}”不存在或不是合并请求的说明；先运行 ./opsreg request --output {folder}",
            $"'{path}' is missing or describes no request: run ./opsreg request --output {folder} first"));
    }
}
