using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Tests.Forge;

/// <summary>What a repository of Gitea, Gitee or GitLab holds, in memory, and how it answers.</summary>
internal sealed partial class RestRepository : IServedRepository
{
    /// <summary>Owner and name.</summary>
    public const string FullName = "harbour-office/ops-registry";

    /// <summary>The account that the token belongs to.</summary>
    public const string Bot = "registry-robot";

    private const string Home = "/repos/{owner}/{repo}";

    private readonly ForgeKind kind;
    private readonly RestAnswers answers;
    private readonly Lock door = new();
    private long lastId = 1000;

    /// <summary>An empty repository.</summary>
    public RestRepository(ForgeKind kind) => (this.kind, answers) = (kind, new(kind, Labels));

    /// <inheritdoc/>
    public string Address { get; set; } = "";

    /// <summary>Comments with what they stand under, oldest first.</summary>
    public List<(string Place, string Number, StoredComment Comment)> Comments { get; } = [];

    /// <inheritdoc/>
    public Dictionary<int, StoredRequest> Requests { get; } = [];

    /// <summary>Statuses in the order in which they came.</summary>
    public List<(string Commit, string State, string Description)> Statuses { get; } = [];

    /// <summary>Issues in the order in which they came.</summary>
    public List<StoredIssue> Issues { get; } = [];

    /// <summary>Releases in the order in which they came.</summary>
    public List<StoredRelease> Releases { get; } = [];

    /// <summary>Branches, each with its tip and its files.</summary>
    public Dictionary<string, (string Tip, Dictionary<string, byte[]> Files)> Branches { get; } = new(StringComparer.Ordinal) { ["main"] = (Hash("first"), []) };

    /// <inheritdoc/>
    public IEnumerable<(string Commit, string State, string Description)> Verdicts => Statuses;

    /// <inheritdoc/>
    public IEnumerable<(string Number, string Author, string Body)> Said => Comments.Select(one => (one.Number, one.Comment.Author, one.Comment.Body));

    /// <inheritdoc/>
    public IEnumerable<(string Tag, string Commit, bool IsPublished, IReadOnlyList<string> Files)> Released => Releases.Select(release => (release.Tag, release.Commit, !release.IsBegun, (IReadOnlyList<string>)release.Files.Keys.ToList()));

    /// <inheritdoc/>
    public IEnumerable<(string Title, string Body)> Opened => Issues.Select(issue => (issue.Title, issue.Body));

    private Dictionary<string, long> Labels { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, byte[]> Packages { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public JsonObject Error(int code, string message) => new() { ["message"] = message };

    /// <inheritdoc/>
    public ServerAnswer Answer(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        lock (door)
        {
            var call = operation.ToString();
            if (call == "GET /user")
            {
                return new(200, answers.User(Bot));
            }

            return (call.Contains("comments", StringComparison.Ordinal) || call.Contains("/notes", StringComparison.Ordinal) ? Talk(operation, query, body)
                : call.Contains("/releases", StringComparison.Ordinal) || call.Contains("/packages/", StringComparison.Ordinal) ? Publish(operation, query, body)
                : call.Contains("/issues", StringComparison.Ordinal) || call.Contains("/labels", StringComparison.Ordinal) ? Report(operation, query, body)
                : call.Contains("/pulls", StringComparison.Ordinal) || call.Contains("/merge_requests", StringComparison.Ordinal) ? Request(operation, query, body)
                : Git(operation, query, body)) ?? new(404, Error(404, "Not Found"));
        }
    }

    /// <summary>A comment by somebody else, or by an earlier run.</summary>
    public void AddComment(string author, string body) => Comments.Add((kind switch { ForgeKind.GitLab => "merge_requests", ForgeKind.Gitee => "pulls", _ => "issues" }, "7", new(++lastId, author) { Body = body }));

    private ServerAnswer? Talk(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        var place = operation.Path.Contains("/pulls/", StringComparison.Ordinal) ? "pulls" : operation.Path.Contains("/merge_requests/", StringComparison.Ordinal) ? "merge_requests" : "issues";
        var isOne = operation.Path.EndsWith("/comments/{id}", StringComparison.Ordinal) || operation.Path.EndsWith("{note_id}", StringComparison.Ordinal);
        var number = Value(operation, "index") ?? Value(operation, "number") ?? Value(operation, "iid") ?? "";
        if (!isOne)
        {
            if (operation.Method == "GET")
            {
                var under = Comments.Where(one => one.Place == place && one.Number == number).Select(one => (JsonNode)answers.Show(one.Comment)).ToList();
                return kind == ForgeKind.Gitea ? new(200, new JsonArray(under.ToArray())) : Page(query, under); // Gitea gives all of them at once
            }

            Comments.Add((place, number, new(++lastId, Bot) { Body = Text(body, "body")! }));
            return new(201, answers.Show(Comments[^1].Comment));
        }

        var id = Value(operation, "note_id") ?? Value(operation, "id");
        var found = Comments.FirstOrDefault(one => one.Place == place && one.Comment.Id.ToString(CultureInfo.InvariantCulture) == id);
        if (found.Comment is null)
        {
            return null;
        }

        if (operation.Method == "DELETE")
        {
            Comments.Remove(found);
            return new(204, null);
        }

        found.Comment.Body = Text(body, "body")!;
        return new(200, answers.Show(found.Comment));
    }

    private ServerAnswer? Request(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        if (operation.Method == "POST")
        {
            var head = Text(body, "head") ?? Text(body, "source_branch")!;
            var made = new StoredRequest(Requests.Count + 1, head, Bot) { HeadSha = Branches[head].Tip, Title = Text(body, "title")!, Body = Text(body, "body") ?? Text(body, "description") ?? "" };
            Requests.Add(made.Number, made);
            return new(201, answers.Show(made));
        }

        if (Value(operation, "index") is null && Value(operation, "number") is null && Value(operation, "iid") is null)
        {
            return Page(query, Requests.Values.Where(request => request.IsOpen && request.HeadRef == query.GetValueOrDefault("source_branch", request.HeadRef)).Select(request => (JsonNode)answers.Show(request)).ToList());
        }

        var number = int.Parse(Value(operation, "index") ?? Value(operation, "number") ?? Value(operation, "iid")!, CultureInfo.InvariantCulture);
        return Requests.TryGetValue(number, out var found) ? new(200, answers.Show(found)) : null;
    }

    private ServerAnswer? Git(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        switch (operation.ToString())
        {
            case "POST " + Home + "/statuses/{sha}" or "POST /projects/{id}/statuses/{sha}":
                Statuses.Add((operation.Values["sha"], Text(body, "state")!, Text(body, "description") ?? ""));
                return new(201, new JsonObject { ["id"] = ++lastId, ["context"] = Text(body, "context"), ["name"] = Text(body, "name"), ["sha"] = operation.Values["sha"], ["status"] = Text(body, "state") }.Without(kind == ForgeKind.GitLab ? "context" : "name"));
            case "POST " + Home + "/check-runs":
                Statuses.Add((Text(body, "head_sha")!, Text(body, "conclusion") ?? Text(body, "status")!, (string)JsonNode.Parse(body)!["output"]!["summary"]!));
                return new(201, new JsonObject { ["id"] = ++lastId, ["name"] = Text(body, "name"), ["head_sha"] = Text(body, "head_sha"), ["status"] = Text(body, "status") });
            case "GET " + Home + "/branches/{branch}" or "GET /projects/{id}/repository/branches/{branch}" when Branches.TryGetValue(operation.Values["branch"], out var branch):
                return new(200, new JsonObject { ["name"] = operation.Values["branch"], ["commit"] = new JsonObject { [kind == ForgeKind.Gitee ? "sha" : "id"] = branch.Tip } });
            case "GET " + Home + "/contents/{filepath}" or "GET " + Home + "/contents/{path}" or "GET /projects/{id}/repository/files/{path}":
                var path = Value(operation, "filepath") ?? operation.Values["path"];
                return Branches.TryGetValue(query["ref"], out var there) && there.Files.TryGetValue(path, out var bytes)
                    ? new(200, new JsonObject { ["path"] = path, ["file_path"] = path, ["sha"] = Hash(Convert.ToBase64String(bytes)), ["encoding"] = "base64", ["content"] = Convert.ToBase64String(bytes) })
                    : kind == ForgeKind.Gitee ? new(200, new JsonArray()) : null;
            case "POST " + Home + "/contents" or "POST " + Home + "/commits" or "POST /projects/{id}/repository/commits":
                return Commit(JsonNode.Parse(body)!.AsObject());
            default:
                return null;
        }
    }

    private ServerAnswer Commit(JsonObject body)
    {
        var (basis, name) = kind == ForgeKind.Gitea ? ((string)body["branch"]!, (string?)body["new_branch"] ?? (string)body["branch"]!) : ((string?)body["start_branch"] ?? (string)body["branch"]!, (string)body["branch"]!);
        if (name != basis && Branches.ContainsKey(name))
        {
            return new(422, Error(422, "branch already exists"));
        }

        var files = new Dictionary<string, byte[]>(Branches[basis].Files, StringComparer.Ordinal);
        foreach (var action in (body["files"] ?? body["actions"])!.AsArray())
        {
            var path = (string?)action!["path"] ?? (string)action["file_path"]!;
            var isNew = (string?)(action["operation"] ?? action["action"]) == "create";
            if (isNew == files.ContainsKey(path) || (kind == ForgeKind.Gitea && !isNew && (string?)action["sha"] != Hash(Convert.ToBase64String(files[path]))))
            {
                return new(422, Error(422, $"{path} is not as you think"));
            }

            files[path] = Convert.FromBase64String((string)action["content"]!);
        }

        var tip = Hash(body.ToJsonString());
        Branches[name] = (tip, files);
        return new(201, kind switch
        {
            ForgeKind.Gitea => new JsonObject { ["commit"] = new JsonObject { ["sha"] = tip }, ["files"] = new JsonArray() },
            ForgeKind.Gitee => new JsonObject { ["sha"] = tip },
            _ => new JsonObject { ["id"] = tip },
        });
    }

    /// <summary>One page of a list, with what the forge says of the others.</summary>
    private ServerAnswer Page(Dictionary<string, string> query, List<JsonNode> all)
    {
        var size = int.Parse(query.GetValueOrDefault("per_page") ?? query.GetValueOrDefault("limit") ?? "20", CultureInfo.InvariantCulture);
        var page = int.Parse(query.GetValueOrDefault("page", "1"), CultureInfo.InvariantCulture);
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        return new(200, new JsonArray(all.Skip((page - 1) * size).Take(size).ToArray()))
        {
            Headers = kind == ForgeKind.Gitee ? [("total_page", $"{pages}")] : [("Link", page < pages ? $"<{Address}/?page={page + 1}>; rel=\"next\"" : $"<{Address}/?page=1>; rel=\"first\"")],
        };
    }

    private static string? Value(ApiOperation operation, string name) => operation.Values.GetValueOrDefault(name);

    private static string? Text(byte[] body, string name) => (JsonNode.Parse(body) as JsonObject)?[name]?.ToString();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}
