using System.Globalization;
using System.Text.Json.Nodes;

namespace OpsRegistry.Tests.Forge;

/// <content>Git objects and releases.</content>
internal sealed partial class GitHubRepository
{
    private ServerAnswer Git(ApiOperation operation, byte[] body)
    {
        var json = body.Length == 0 ? null : JsonNode.Parse(body);
        switch (operation.ToString())
        {
            case "GET /repos/{owner}/{repo}/git/ref/{ref}" when Branches.TryGetValue(operation.Values["ref"]["heads/".Length..], out var tip):
                return new(200, Reference("GET", operation.Path, 200, operation.Values["ref"], tip));
            case "GET /repos/{owner}/{repo}/git/commits/{commit_sha}" when Commits.TryGetValue(operation.Values["commit_sha"], out var commit):
                return new(200, CommitJson("GET", operation.Path, 200, operation.Values["commit_sha"], commit.Tree));
            case "POST /repos/{owner}/{repo}/git/blobs":
                var hash = Hash((string)json!["content"]!);
                Blobs[hash] = Convert.FromBase64String((string)json["content"]!);
                return new(201, Example("POST", operation.Path, 201, ("sha", hash)));
            case "POST /repos/{owner}/{repo}/git/trees":
                var files = new Dictionary<string, string>(Trees[(string)json!["base_tree"]!], StringComparer.Ordinal);
                foreach (var entry in json["tree"]!.AsArray())
                {
                    files[(string)entry!["path"]!] = (string)entry["sha"]!;
                }

                var tree = Hash(string.Join('\n', files.OrderBy(file => file.Key, StringComparer.Ordinal)));
                Trees[tree] = files;
                return new(201, Example("POST", operation.Path, 201, ("sha", tree)));
            case "POST /repos/{owner}/{repo}/git/commits":
                var made = Hash(json!.ToJsonString());
                Commits[made] = ((string)json["tree"]!, (string)json["parents"]![0]!);
                return new(201, CommitJson("POST", operation.Path, 201, made, (string)json["tree"]!));
            case "POST /repos/{owner}/{repo}/git/refs" when !Branches.ContainsKey(((string)json!["ref"]!)["refs/heads/".Length..]):
                Branches[((string)json["ref"]!)["refs/heads/".Length..]] = (string)json["sha"]!;
                return new(201, Reference("POST", operation.Path, 201, ((string)json["ref"]!)["refs/".Length..], (string)json["sha"]!));
            case "PATCH /repos/{owner}/{repo}/git/refs/{ref}" when Follows((string)json!["sha"]!, Branches[operation.Values["ref"]["heads/".Length..]]):
                Branches[operation.Values["ref"]["heads/".Length..]] = (string)json["sha"]!;
                return new(200, Reference("PATCH", operation.Path, 200, operation.Values["ref"], (string)json["sha"]!));
            case "POST /repos/{owner}/{repo}/git/refs":
                return new(422, Refusal("Reference already exists"));
            case "PATCH /repos/{owner}/{repo}/git/refs/{ref}":
                return new(422, Refusal("Update is not a fast forward"));
            default:
                return new(404, new JsonObject { ["message"] = "Not Found", ["documentation_url"] = "https://docs.github.com/rest", ["status"] = "404" });
        }
    }

    private ServerAnswer Release(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        const string One = "/repos/{owner}/{repo}/releases/{release_id}";
        var id = operation.Values.TryGetValue("release_id", out var stated) ? long.Parse(stated, CultureInfo.InvariantCulture) : 0;
        var found = Releases.FirstOrDefault(release => (long)release["id"]! == id);
        switch (operation.ToString())
        {
            case "GET /repos/{owner}/{repo}/releases":
                return Page(operation, query, Releases.Select(release => release.DeepClone()).ToList());
            case "POST /repos/{owner}/{repo}/releases":
                Releases.Add(Example("POST", operation.Path, 201, ("id", ++lastId), ("tag_name", Text(body, "tag_name")), ("name", Text(body, "name")), ("body", Text(body, "body")), ("draft", (bool)JsonNode.Parse(body)!["draft"]!), ("target_commitish", Text(body, "target_commitish")),
                    ("upload_url", $"{Address}/repos/{FullName}/releases/{lastId}/assets{{?name,label}}"), ("html_url", $"https://github.com/{FullName}/releases/tag/{Text(body, "tag_name")}")));
                return new(201, Releases[^1].DeepClone());
            case "PATCH " + One:
                found!["draft"] = (bool?)JsonNode.Parse(body)!["draft"] ?? (bool)found["draft"]!;
                found["name"] = Text(body, "name");
                found["body"] = Text(body, "body");
                return new(200, found.DeepClone());
            case "GET " + One + "/assets":
                return Page(operation, query, Assets.Where(asset => asset.Key.Release == id).Select(asset => (JsonNode)AssetJson("GET", operation.Path, 200, asset.Key.Name, asset.Value)).ToList());
            case "POST " + One + "/assets":
                if (Assets.ContainsKey((id, query["name"])))
                {
                    return new(422, Refusal("already_exists"));
                }

                Assets[(id, query["name"])] = (++lastId, body, "uploaded");
                return new(201, AssetJson("POST", operation.Path, 201, query["name"], Assets[(id, query["name"])]));
            case "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}":
                Assets.Remove(Assets.First(asset => asset.Value.Id.ToString(CultureInfo.InvariantCulture) == operation.Values["asset_id"]).Key);
                return new(204, null);
            default:
                return new(404, new JsonObject { ["message"] = "Not Found", ["documentation_url"] = "https://docs.github.com/rest", ["status"] = "404" });
        }
    }

    private JsonObject AssetJson(string method, string path, int status, string name, (long Id, byte[] Bytes, string State) asset) =>
        Example(method, path, status, ("id", asset.Id), ("name", name), ("size", asset.Bytes.Length), ("state", asset.State));

    private JsonObject Reference(string method, string path, int status, string name, string sha)
    {
        var json = Example(method, path, status, ("ref", $"refs/{name}"));
        json["object"]!["sha"] = sha;
        return json;
    }

    private JsonObject CommitJson(string method, string path, int status, string sha, string tree)
    {
        var json = Example(method, path, status, ("sha", sha));
        json["tree"]!["sha"] = tree;
        return json;
    }

    private bool Follows(string sha, string tip)
    {
        for (var at = sha; at is not null; at = Commits.TryGetValue(at, out var commit) ? commit.Parent : null)
        {
            if (at == tip)
            {
                return true;
            }
        }

        return false;
    }

    private static JsonObject Refusal(string message) => new() { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest", ["status"] = "422" };
}
