using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OpsRegistry.Tests.Forge;

/// <summary>What a repository of GitHub holds, in memory, and how it answers. Answers are the description's own examples with the facts written over.</summary>
internal sealed partial class GitHubRepository(ApiDescription description) : IServedRepository
{
    /// <summary>Owner and name.</summary>
    public const string FullName = "harbour-office/ops-registry";

    /// <summary>The account of workflows.</summary>
    public const string Bot = "github-actions[bot]";

    private readonly Lock door = new();
    private long lastId = 1000;

    /// <summary>Where the server listens.</summary>
    public string Address { get; set; } = "";

    /// <summary>Comments by the number of what they stand under, oldest first.</summary>
    public List<(int Number, StoredComment Comment)> Comments { get; } = [];

    /// <summary>Statuses in the order in which they came.</summary>
    public List<JsonObject> Statuses { get; } = [];

    /// <summary>Requests by number.</summary>
    public Dictionary<int, StoredRequest> Requests { get; } = [];

    /// <summary>Issues in the order in which they came.</summary>
    public List<JsonObject> Issues { get; } = [];

    /// <summary>Releases in the order in which they came.</summary>
    public List<JsonObject> Releases { get; } = [];

    /// <summary>The bytes of assets by the release's id and the file's name.</summary>
    public Dictionary<(long Release, string Name), (long Id, byte[] Bytes, string State)> Assets { get; } = [];

    /// <summary>Commits that branches point to.</summary>
    public Dictionary<string, string> Branches { get; } = new(StringComparer.Ordinal) { ["main"] = Hash("first") };

    /// <summary>Trees of commits, and parents.</summary>
    public Dictionary<string, (string Tree, string? Parent)> Commits { get; } = new(StringComparer.Ordinal) { [Hash("first")] = (Hash("empty"), null) };

    /// <summary>Files by path of each tree.</summary>
    public Dictionary<string, Dictionary<string, string>> Trees { get; } = new(StringComparer.Ordinal) { [Hash("empty")] = [] };

    /// <summary>Bytes by hash.</summary>
    public Dictionary<string, byte[]> Blobs { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<(string Commit, string State, string Description)> Verdicts => Statuses.Select(status => (Path.GetFileName((string)status["url"]!), (string)status["state"]!, (string)status["description"]!));

    /// <inheritdoc/>
    public IEnumerable<(string Number, string Author, string Body)> Said => Comments.Select(pair => (pair.Number.ToString(CultureInfo.InvariantCulture), pair.Comment.Author, pair.Comment.Body));

    /// <inheritdoc/>
    public IEnumerable<(string Tag, string Commit, bool IsPublished, IReadOnlyList<string> Files)> Released => Releases.Select(release =>
        ((string)release["tag_name"]!, (string)release["target_commitish"]!, !(bool)release["draft"]!, (IReadOnlyList<string>)Assets.Keys.Where(asset => asset.Release == (long)release["id"]!).Select(asset => asset.Name).ToList()));

    /// <inheritdoc/>
    public IEnumerable<(string Title, string Body)> Opened => Issues.Select(issue => ((string)issue["title"]!, (string)issue["body"]!));

    /// <inheritdoc/>
    public JsonObject Error(int code, string message) => new() { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest", ["status"] = $"{code}" };

    /// <summary>Answers a request.</summary>
    public ServerAnswer Answer(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        lock (door)
        {
            return operation.ToString() switch
            {
                "GET /user" => new(200, Example("GET", "/user", 200, ("login", Bot))),
                _ when operation.Path.Contains("/git/", StringComparison.Ordinal) => Git(operation, body),
                _ when operation.Path.Contains("/releases", StringComparison.Ordinal) => Release(operation, query, body),
                _ => Talk(operation, query, body),
            };
        }
    }

    /// <summary>A comment by somebody else, or by an earlier run.</summary>
    public StoredComment AddComment(int number, string author, string body)
    {
        var comment = new StoredComment(++lastId, author) { Body = body };
        Comments.Add((number, comment));
        return comment;
    }

    private ServerAnswer Talk(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        const string One = "/repos/{owner}/{repo}/issues/comments/{comment_id}", All = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
        var number = operation.Values.TryGetValue("issue_number", out var stated) || operation.Values.TryGetValue("pull_number", out stated) ? int.Parse(stated, CultureInfo.InvariantCulture) : 0;
        var comment = operation.Values.TryGetValue("comment_id", out var id) ? Comments.FirstOrDefault(pair => pair.Comment.Id.ToString(CultureInfo.InvariantCulture) == id) : default;
        switch (operation.ToString())
        {
            case "GET " + All:
                return Page(operation, query, Comments.Where(pair => pair.Number == number).Select(pair => (JsonNode)CommentJson(pair.Comment, "GET", All, 200)).ToList());
            case "POST " + All:
                return new(201, CommentJson(AddComment(number, Bot, Text(body, "body")!), "POST", All, 201));
            case "PATCH " + One when comment.Comment is { } changed:
                changed.Body = Text(body, "body")!;
                return new(200, CommentJson(changed, "PATCH", One, 200));
            case "DELETE " + One when comment.Comment is not null:
                Comments.Remove(comment);
                return new(204, null);
            case "POST /repos/{owner}/{repo}/statuses/{sha}":
                var status = Example("POST", operation.Path, 201, ("context", Text(body, "context")), ("state", Text(body, "state")), ("description", Text(body, "description")), ("target_url", Text(body, "target_url")));
                status["url"] = $"{Address}/repos/{FullName}/statuses/{operation.Values["sha"]}";
                Statuses.Add(status);
                return new(201, status.DeepClone());
            case "GET /repos/{owner}/{repo}/pulls/{pull_number}" when Requests.TryGetValue(number, out var request):
                return new(200, RequestJson(request, "GET", operation.Path, 200));
            case "GET /repos/{owner}/{repo}/pulls/{pull_number}/files" when Requests.TryGetValue(number, out var request):
                return Page(operation, query, request.Files.Select(file => (JsonNode)Example("GET", operation.Path, 200, ("filename", file))).ToList());
            case "GET /repos/{owner}/{repo}/pulls":
                return Page(operation, query, Requests.Values.Where(request => request.IsOpen && $"{FullName.Split('/')[0]}:{request.HeadRef}" == query.GetValueOrDefault("head")).Select(request => (JsonNode)RequestJson(request, "GET", operation.Path, 200)).ToList());
            case "POST /repos/{owner}/{repo}/pulls":
                var opened = new StoredRequest(Requests.Count + Issues.Count + 1, Text(body, "head")!, Bot) { HeadSha = Branches[Text(body, "head")!], Title = Text(body, "title")!, Body = Text(body, "body") ?? "" };
                Requests.Add(opened.Number, opened);
                return new(201, RequestJson(opened, "POST", operation.Path, 201));
            case "GET /repos/{owner}/{repo}/issues":
                return Page(operation, query, Issues.AsEnumerable().Reverse().Where(issue => query.GetValueOrDefault("labels") is not { } label || issue["labels"]!.AsArray().Any(one => (string?)one!["name"] == label)).Select(issue => issue.DeepClone()).ToList());
            case "POST /repos/{owner}/{repo}/issues":
                Issues.Add(IssueJson(body));
                return new(201, Issues[^1].DeepClone());
            case "PATCH /repos/{owner}/{repo}/issues/{issue_number}" when Issues.FirstOrDefault(issue => (int)issue["number"]! == number) is { } kept:
                kept["title"] = Text(body, "title");
                kept["body"] = Text(body, "body");
                kept["state"] = Text(body, "state");
                return new(200, kept.DeepClone());
            default:
                return new(404, new JsonObject { ["message"] = "Not Found", ["documentation_url"] = "https://docs.github.com/rest", ["status"] = "404" });
        }
    }

    private JsonObject IssueJson(byte[] body)
    {
        var issue = Example("POST", "/repos/{owner}/{repo}/issues", 201, ("number", Requests.Count + Issues.Count + 1), ("title", Text(body, "title")), ("body", Text(body, "body")), ("state", "open"));
        var label = issue["labels"]![0]!.AsObject();
        issue["labels"] = new JsonArray(JsonNode.Parse(body)!["labels"]!.AsArray().Select(name =>
        {
            var one = label.DeepClone();
            one["name"] = name!.DeepClone();
            return one;
        }).ToArray());
        issue.Remove("pull_request");
        issue["user"]!["login"] = Bot;
        return issue;
    }

    private JsonObject CommentJson(StoredComment comment, string method, string path, int status)
    {
        var json = Example(method, path, status, ("id", comment.Id), ("body", comment.Body));
        json["user"]!["login"] = comment.Author;
        return json;
    }

    private JsonObject RequestJson(StoredRequest request, string method, string path, int status)
    {
        var json = Example(method, path, status, ("number", request.Number), ("title", request.Title), ("body", request.Body), ("state", request.IsOpen ? "open" : "closed"), ("html_url", $"https://github.com/{FullName}/pull/{request.Number}"));
        // The description's example of a team lacks what its schema asks for.
        json["requested_teams"] = new JsonArray();
        json["user"]!["login"] = request.Author;
        json["head"]!["sha"] = request.HeadSha;
        json["head"]!["ref"] = request.HeadRef;
        json["base"]!["sha"] = request.BaseSha;
        return json;
    }

    /// <summary>One page of a list, with the link to the next one.</summary>
    private ServerAnswer Page(ApiOperation operation, Dictionary<string, string> query, IReadOnlyList<JsonNode> all, string? within = null)
    {
        var size = int.Parse(query.GetValueOrDefault("per_page", "30"), CultureInfo.InvariantCulture);
        var page = int.Parse(query.GetValueOrDefault("page", "1"), CultureInfo.InvariantCulture);
        JsonNode list = new JsonArray(all.Skip((page - 1) * size).Take(size).ToArray());
        var others = string.Join('&', query.Where(pair => pair.Key != "page").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        var path = operation.Values.Aggregate(operation.Path, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
        return new(200, within is null ? list : new JsonObject { ["total_count"] = all.Count, [within] = list })
        {
            Headers = page * size < all.Count ? [("Link", $"<{Address}{path}?{others}&page={page + 1}>; rel=\"next\"")] : [],
        };
    }

    private JsonObject Example(string method, string path, int status, params (string Name, JsonNode? Value)[] facts)
    {
        var json = description.Example(method, path, status);
        foreach (var (name, value) in facts)
        {
            json[name] = value;
        }

        return json;
    }

    private static string? Text(byte[] body, string name) => (string?)JsonNode.Parse(body)![name];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}

/// <summary>A comment.</summary>
internal sealed record StoredComment(long Id, string Author)
{
    /// <summary>Its Markdown.</summary>
    public required string Body { get; set; }
}

/// <summary>A request.</summary>
internal sealed record StoredRequest(int Number, string HeadRef, string Author)
{
    /// <summary>The commit at its end.</summary>
    public string HeadSha { get; set; } = new('a', 40);

    /// <summary>The commit that it would be merged into.</summary>
    public string BaseSha { get; set; } = new('b', 40);

    /// <summary>Not merged and not closed.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>The files that it changes.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "request";

    /// <summary>Its Markdown.</summary>
    public string Body { get; init; } = "";
}
