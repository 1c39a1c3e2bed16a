using System.Text.Json;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Cli;

/// <summary>
/// What started a pipeline, as the forge tells it: names and numbers in variables, the rest in a file of JSON (<c>GITHUB_EVENT_PATH</c>, GitLab's
/// <c>TRIGGER_PAYLOAD</c>). Texts in it were written by anybody; they are read here and never stand on a command line.
/// </summary>
internal sealed class WorkflowEvent
{
    private const string StatedRequest = "OPSREG_PULL_REQUEST";

    private readonly JsonElement root;
    private readonly Func<string, string?> variable;
    private readonly ForgeVariables names;

    private WorkflowEvent(JsonElement root, Func<string, string?> variable, ForgeVariables names)
    {
        this.root = root;
        this.variable = variable;
        this.names = names;
    }

    /// <summary>The forge that tells it.</summary>
    public ForgeVariables Forge => names;

    /// <summary>The request's number, where the event names one or <c>OPSREG_PULL_REQUEST</c> does.</summary>
    public int? PullRequest =>
        int.TryParse(ForgeVariables.First(variable, [StatedRequest, .. names.RequestNumbers]), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated
        : Number("pull_request", "number") ?? OnlyRequest ?? (Text("object_kind") == "merge_request" ? Number("object_attributes", "iid") : null);

    /// <summary>The request's head when the event happened; null where the event names none.</summary>
    public string? HeadSha =>
        Text("pull_request", "head", "sha") ?? Text("workflow_run", "head_sha") ?? Text("object_attributes", "last_commit", "id") ?? ForgeVariables.First(variable, names.RequestCommits);

    /// <summary>The account that opened the request, where the event tells it.</summary>
    public string? Author => Text("pull_request", "user", "login");

    /// <summary>The issue's number.</summary>
    public int? Issue => Number("issue", "number");

    /// <summary>The issue's text; empty where it has none.</summary>
    public string IssueBody => Text("issue", "body") ?? "";

    /// <summary>The account that opened the issue.</summary>
    public string? IssueAuthor => Text("issue", "user", "login");

    /// <summary>When the issue was last changed.</summary>
    public DateTimeOffset? IssueTime => DateTimeOffset.TryParse(Text("issue", "updated_at") ?? Text("issue", "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The branch that requests are merged into.</summary>
    public string DefaultBranch => Text("repository", "default_branch") ?? Text("project", "default_branch") ?? "main";

    /// <summary>Owner and name of the repository.</summary>
    public string? Repository => ForgeVariables.First(variable, names.Repositories) ?? Text("repository", "full_name") ?? Text("project", "path_with_namespace");

    /// <summary>Where the forge's pages stand.</summary>
    public string Server => names.Server(variable);

    /// <summary>The page of this run, where what it made is kept; null outside a workflow.</summary>
    public string? RunAddress => variable("GITHUB_RUN_ID") is { Length: > 0 } run && Repository is { } repository ? $"{Server}/{repository}/actions/runs/{run}" : null;

    /// <summary>The secret for reading and writing; null where there is none.</summary>
    public string? Token => ForgeVariables.First(variable, names.Tokens);

    /// <summary>Reads the event of this run.</summary>
    /// <param name="asked">The forge from the command line; null to tell by the environment.</param>
    /// <exception cref="UsageException">There is none where there must be one, or its file is no JSON.</exception>
    public static WorkflowEvent Read(Func<string, string?> variable, ForgeKind? asked = null)
    {
        var told = ForgeVariables.Find(variable, asked);
        if (told.EventFile is not { } file || variable(file) is not { Length: > 0 } path || !File.Exists(path))
        {
            return !told.NeedsEvent || variable(StatedRequest) is { Length: > 0 } ? new(JsonElement.Parse("{}"), variable, told) : throw new UsageException(new(
                $"没有事件文件：在工作流里运行，或用 {told.EventFile} 指明一个 JSON 文件",
                $"there is no event: run in a workflow, or name a JSON file in {told.EventFile}"));
        }

        try
        {
            return new(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement, variable, told);
        }
        catch (JsonException)
        {
            throw new UsageException(new($"“{path}”不是 JSON", $"'{path}' is not JSON"));
        }
    }

    /// <summary>The request of a run, where the event names exactly one; a run for a fork names none.</summary>
    private int? OnlyRequest => Find(["workflow_run", "pull_requests"]) is { ValueKind: JsonValueKind.Array } requests && requests.GetArrayLength() == 1
        && requests[0] is { ValueKind: JsonValueKind.Object } request && request.TryGetProperty("number", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var only) ? only : null;

    private int? Number(params string[] path) => Find(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : null;

    private string? Text(params string[] path) => Find(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private JsonElement? Find(string[] path)
    {
        var at = root;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }
}
