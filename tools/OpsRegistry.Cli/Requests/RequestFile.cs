using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsRegistry.Cli.Requests;

/// <summary>A request to be judged, as one step of a workflow leaves it to the next (<c>request.json</c>).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Base">The commit that judges, 40 hexadecimal digits.</param>
/// <param name="Head">The commit to be judged.</param>
/// <param name="Actor">The account that answers for it; null where nobody told.</param>
/// <param name="FilesAddress">Where the head's files can be looked at.</param>
public sealed partial record RequestFile(int Number, string Base, string Head, string? Actor, string? FilesAddress)
{
    /// <summary>The file's name.</summary>
    public const string Name = "request.json";

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Writes it into a folder.</summary>
    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), [.. JsonSerializer.SerializeToUtf8Bytes(this, Form), (byte)'\n']);

    /// <summary>Reads it from a folder; what another step wrote is not believed to be well-formed.</summary>
    /// <exception cref="UsageException">It is missing or means nothing.</exception>
    public static RequestFile Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            if (File.Exists(path) && JsonSerializer.Deserialize<RequestFile>(File.ReadAllBytes(path), Form) is { Number: > 0 } found && IsCommit(found.Base) && IsCommit(found.Head))
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

    /// <summary>True for the id of a commit.</summary>
    public static bool IsCommit(string? text) => text is not null && CommitPattern().IsMatch(text);

    [GeneratedRegex("^[0-9a-f]{40}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommitPattern();
}
