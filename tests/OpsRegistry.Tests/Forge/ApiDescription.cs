using System.Text.Json;
using System.Text.Json.Nodes;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Tests.Forge;

/// <summary>A forge's OpenAPI description: which operations there are, what they take and what they answer. GitHub's is the published one, the others are written by hand.</summary>
internal sealed class ApiDescription
{
    private const string File = ".artifacts/openapi-23.0.2/api.github.com.json";

    /// <summary>Parameters that Octokit always sends and that the description does not list; GitHub ignores them there.</summary>
    private static readonly HashSet<string> Ignored =
    [
        "GET /repos/{owner}/{repo}/issues?filter",
        "GET /repos/{owner}/{repo}/issues/{issue_number}/comments?sort",
        "GET /repos/{owner}/{repo}/issues/{issue_number}/comments?direction",
    ];

    private static readonly Lazy<ApiDescription> Published = new(() => new(JsonDocument.Parse(System.IO.File.ReadAllBytes(Found())).RootElement));

    /// <summary>Parameters at the end of a path that may have slashes.</summary>
    private static readonly HashSet<string> Long = ["{ref}", "{branch}", "{filepath}", "{path}"];

    private readonly JsonElement document;
    private readonly JsonMatcher matcher;

    private ApiDescription(JsonElement document)
    {
        this.document = document;
        matcher = new(document);
    }

    /// <summary>The description as published.</summary>
    public static ApiDescription GitHub => Published.Value;

    /// <summary>The description of the calls of another forge that the adapters make.</summary>
    public static ApiDescription Written(ForgeKind kind) => new(JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(Golden.RepositoryRoot, "tests", "forges", $"{kind}.json".ToLowerInvariant()))).RootElement);

    /// <summary>The operation that a request means; null where the description has none.</summary>
    public ApiOperation? Find(string method, string path)
    {
        var parts = path.Trim('/').Split('/');
        var found = document.GetProperty("paths").EnumerateObject()
            .Select(candidate => (candidate.Name, candidate.Value, Values: Match(candidate.Name.Trim('/').Split('/'), parts)))
            .Where(candidate => candidate.Values is not null && candidate.Value.TryGetProperty(method.ToLowerInvariant(), out _))
            .OrderByDescending(candidate => candidate.Name.Count(letter => letter == '/')).ThenBy(candidate => candidate.Values!.Count)
            .FirstOrDefault();
        return found.Values is null ? null : new(method, found.Name, found.Value.GetProperty(method.ToLowerInvariant()), found.Values);
    }

    /// <summary>What is wrong with a request.</summary>
    public IEnumerable<string> Complaints(ApiOperation operation, IReadOnlyDictionary<string, string> query, byte[] body)
    {
        var described = operation.Description.GetProperty("parameters").EnumerateArray().Select(matcher.Resolved).ToLookup(parameter => parameter.GetProperty("in").GetString()!);
        var names = described["query"].ToDictionary(parameter => parameter.GetProperty("name").GetString()!);
        foreach (var (name, text) in query)
        {
            if (!names.TryGetValue(name, out var parameter))
            {
                if (!Ignored.Contains($"{operation}?{name}"))
                {
                    yield return $"{operation}: the parameter '{name}' is not described";
                }
            }
            else if (parameter.GetProperty("schema") is var schema)
            {
                foreach (var complaint in matcher.Complaints(schema, ValueOf(matcher.Resolved(schema), text), $"{operation}?{name}"))
                {
                    yield return complaint;
                }
            }
        }

        foreach (var missing in names.Where(parameter => parameter.Value.TryGetProperty("required", out var required) && required.GetBoolean() && !query.ContainsKey(parameter.Key)))
        {
            yield return $"{operation}: the parameter '{missing.Key}' is missing";
        }

        if (operation.Description.TryGetProperty("requestBody", out var request) && request.GetProperty("content").TryGetProperty("application/json", out var content))
        {
            using var json = JsonDocument.Parse(body);
            foreach (var complaint in matcher.Complaints(content.GetProperty("schema"), json.RootElement, operation.ToString(), strict: true))
            {
                yield return complaint;
            }
        }
    }

    /// <summary>What is wrong with an answer. Failures that the description leaves out must have the form of its errors.</summary>
    public IEnumerable<string> Complaints(ApiOperation operation, int status, JsonNode? body)
    {
        JsonElement schema;
        if (operation.Description.GetProperty("responses").TryGetProperty($"{status}", out var response))
        {
            if (!matcher.Resolved(response).TryGetProperty("content", out var content))
            {
                return body is null ? [] : [$"{operation} {status}: an answer without content has one"];
            }

            schema = content.GetProperty("application/json").GetProperty("schema");
        }
        else if (status >= 400)
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty("basic-error");
        }
        else
        {
            return [$"{operation}: {status} is not described"];
        }

        using var json = JsonDocument.Parse(body?.ToJsonString() ?? "null");
        return matcher.Complaints(schema, json.RootElement.Clone(), $"{operation} {status}").ToList();
    }

    /// <summary>The description's own example of an answer; of a list its first entry.</summary>
    public JsonObject Example(string method, string path, int status)
    {
        var content = matcher.Resolved(document.GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant()).GetProperty("responses").GetProperty($"{status}")).GetProperty("content").GetProperty("application/json");
        var example = matcher.Resolved(content.GetProperty("examples").EnumerateObject().First().Value).GetProperty("value");
        return JsonNode.Parse((example.ValueKind == JsonValueKind.Array ? example[0] : example).GetRawText())!.AsObject();
    }

    private static string Found()
    {
        var file = Path.Combine(Golden.RepositoryRoot, File);
        return System.IO.File.Exists(file) ? file : throw new InvalidOperationException($"{File} is missing: ./test fetches it with npm (package @octokit/openapi)");
    }

    private static JsonElement ValueOf(JsonElement schema, string text) =>
        schema.TryGetProperty("type", out var type) && type.GetString() is "integer" or "boolean" && (long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) || bool.TryParse(text, out _))
            ? JsonDocument.Parse(text).RootElement
            : JsonSerializer.SerializeToElement(text);

    /// <summary>The parameters in a path by name; a reference at its end may have slashes. Null where it is another path.</summary>
    private static Dictionary<string, string>? Match(string[] template, string[] parts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < template.Length; index++)
        {
            if (index >= parts.Length)
            {
                return null;
            }

            if (Long.Contains(template[index]) && index == template.Length - 1)
            {
                values[template[index].Trim('{', '}')] = Uri.UnescapeDataString(string.Join('/', parts[index..]));
                return values;
            }

            if (template[index].StartsWith('{'))
            {
                values[template[index].Trim('{', '}')] = Uri.UnescapeDataString(parts[index]);
            }
            else if (template[index] != parts[index])
            {
                return null;
            }
        }

        return template.Length == parts.Length ? values : null;
    }
}

/// <summary>One operation, met in a request.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path with its parameters' names.</param>
/// <param name="Description">What the description says of it.</param>
/// <param name="Values">The parameters in the path.</param>
internal sealed record ApiOperation(string Method, string Path, JsonElement Description, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The operation in one line.</summary>
    public override string ToString() => $"{Method} {Path}";
}
