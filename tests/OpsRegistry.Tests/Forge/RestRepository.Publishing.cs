using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Tests.Forge;

/// <content>What it tells of results: releases with their files, issues with their labels.</content>
internal sealed partial class RestRepository
{
    private ServerAnswer? Publish(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        var id = Value(operation, "release_id") ?? (kind == ForgeKind.GitLab ? null : Value(operation, "id"));
        var found = Releases.FirstOrDefault(release => release.Id.ToString(CultureInfo.InvariantCulture) == id || release.Tag == Value(operation, "tag_name"));
        switch (operation.ToString())
        {
            case "GET " + Home + "/releases":
                return Page(query, Releases.Select(release => (JsonNode)answers.Show(release)).ToList());
            case "GET /projects/{id}/releases/{tag_name}" when found is not null:
                return new(200, answers.Show(found));
            case "POST " + Home + "/releases" or "POST /projects/{id}/releases":
                var json = JsonNode.Parse(body)!;
                var made = new StoredRelease(++lastId, Text(body, "tag_name")!, Text(body, "target_commitish") ?? Text(body, "ref")!) { IsBegun = (bool?)(json["draft"] ?? json["prerelease"]) ?? false };
                if (kind == ForgeKind.Gitee)
                {
                    made.IsBegun = (bool)json["prerelease"]!;
                }

                foreach (var link in json["assets"]?["links"]?.AsArray() ?? [])
                {
                    made.Files[(string)link!["name"]!] = Packages[(string)link["url"]!];
                }

                Releases.Add(made);
                return new(201, answers.Show(made));
            case "PATCH " + Home + "/releases/{id}" when found is not null:
                found.IsBegun = (bool)JsonNode.Parse(body)![kind == ForgeKind.Gitee ? "prerelease" : "draft"]!;
                return new(200, answers.Show(found));
            case "GET " + Home + "/releases/{id}/assets" when found is not null:
                return new(200, new JsonArray(found.Files.Select(file => (JsonNode)RestAnswers.Show(found, file.Key)).ToArray()));
            case "GET " + Home + "/releases/{release_id}/attach_files" when found is not null:
                return Page(query, found.Files.Select(file => (JsonNode)RestAnswers.Show(found, file.Key)).ToList());
            case "POST " + Home + "/releases/{id}/assets" or "POST " + Home + "/releases/{release_id}/attach_files" when found is not null:
                var (name, bytes) = Uploaded(body);
                found.Files[name] = bytes;
                return new(201, RestAnswers.Show(found, name));
            case "DELETE " + Home + "/releases/{id}/assets/{attachment_id}" or "DELETE " + Home + "/releases/{release_id}/attach_files/{attach_file_id}" when found is not null:
                var gone = Value(operation, "attachment_id") ?? operation.Values["attach_file_id"];
                found.Files.Remove(found.Files.Keys.Single(file => RestAnswers.IdOf(found, file).ToString(CultureInfo.InvariantCulture) == gone));
                return new(204, null);
            case "PUT /projects/{id}/packages/generic/{package_name}/{package_version}/{file_name}":
                Packages[$"{Address}/projects/{Uri.EscapeDataString(FullName)}/packages/generic/{operation.Values["package_name"]}/{operation.Values["package_version"]}/{operation.Values["file_name"]}"] = body;
                return new(201, new JsonObject { ["message"] = "201 Created" });
            default:
                return null;
        }
    }

    private ServerAnswer? Report(ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        if (operation.Path.EndsWith("/labels", StringComparison.Ordinal))
        {
            if (operation.Method == "GET")
            {
                return Page(query, Labels.Select(label => (JsonNode)answers.Show(label.Key)).ToList());
            }

            Labels[Text(body, "name")!] = ++lastId;
            return new(201, answers.Show(Text(body, "name")!));
        }

        switch (operation.Method)
        {
            case "GET":
                return Page(query, Issues.AsEnumerable().Reverse().Where(issue => issue.Labels.Contains(query["labels"]) || (kind == ForgeKind.Gitea && !Labels.ContainsKey(query["labels"]))).Select(issue => (JsonNode)answers.Show(issue)).ToList());
            case "POST":
                var labels = JsonNode.Parse(body)!["labels"]!;
                var number = kind == ForgeKind.Gitee ? $"I8XK{Issues.Count + 1}" : $"{Requests.Count + Issues.Count + 1}";
                Issues.Add(new(number, labels is JsonArray ids ? ids.Select(id => Labels.Single(label => label.Value == (long)id!).Key).ToList() : [.. ((string)labels!).Split(',')])
                {
                    Title = Text(body, "title")!,
                    Body = Text(body, "body") ?? Text(body, "description")!,
                });
                return new(201, answers.Show(Issues[^1]));
            default:
                var asked = Value(operation, "index") ?? Value(operation, "number") ?? operation.Values["iid"];
                if (Issues.FirstOrDefault(issue => issue.Number == asked) is not { } found)
                {
                    return null;
                }

                found.Title = Text(body, "title")!;
                found.Body = Text(body, "body") ?? Text(body, "description")!;
                found.IsOpen = (Text(body, "state") ?? Text(body, "state_event")) is "open" or "reopen";
                return new(kind == ForgeKind.Gitea ? 201 : 200, answers.Show(found));
        }
    }

    /// <summary>The one file of a form of several parts.</summary>
    private static (string Name, byte[] Bytes) Uploaded(byte[] body)
    {
        var text = Encoding.Latin1.GetString(body);
        var start = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, boundary) = (text[..start], text[..text.IndexOf("\r\n", StringComparison.Ordinal)]);
        var name = head.Split("filename=")[1].Split(';', '\r')[0].Trim('"');
        return (name, body[(start + 4)..text.LastIndexOf("\r\n" + boundary, StringComparison.Ordinal)]);
    }
}
