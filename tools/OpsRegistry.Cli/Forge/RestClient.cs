using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace OpsRegistry.Cli.Forge;

/// <summary>
/// Speaks JSON with a forge, with the patience of <see cref="RetryHandler"/>: answers come as types, refusals as <see cref="RestRefusalException"/>,
/// and a request that writes and ends unclearly as <see cref="UnclearAnswerException"/>.
/// </summary>
internal sealed class RestClient : IDisposable
{
    private const int MostPages = 1000;

    private readonly HttpClient http;

    /// <summary>A client of one forge.</summary>
    /// <param name="authorization">The header that bears the secret.</param>
    public RestClient(ForgeSettings settings, RetryPolicy policy, (string Name, string Value) authorization)
    {
        var network = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(15), UseCookies = false };
        // Patience is the handler's, for each attempt; all of them together get this long.
        http = new(new RetryHandler(policy, network)) { BaseAddress = settings.Address, Timeout = TimeSpan.FromHours(1) };
        http.DefaultRequestHeaders.UserAgent.Add(new("ops-registry", ToolVersion.Current));
        http.DefaultRequestHeaders.Accept.Add(new("application/json"));
        http.DefaultRequestHeaders.TryAddWithoutValidation(authorization.Name, authorization.Value);
    }

    /// <summary>A part of an address, as it may stand between slashes.</summary>
    public static string Part(string text) => Uri.EscapeDataString(text);

    /// <summary>A path whose slashes stay.</summary>
    public static string Path(string path) => string.Join('/', path.Split('/').Select(Part));

    /// <summary>JSON to send.</summary>
    public static HttpContent Json(JsonObject body) => new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>Asks for one thing.</summary>
    public async Task<T> Get<T>(string path)
    {
        using var answer = await Send(HttpMethod.Get, path, null);
        return await Read<T>(answer);
    }

    /// <summary>Asks for one thing that may not be there.</summary>
    public async Task<T?> Find<T>(string path)
    {
        try
        {
            return await Get<T>(path);
        }
        catch (RestRefusalException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return default;
        }
    }

    /// <summary>Reads a list to its end.</summary>
    /// <param name="path">The path, with a question mark in it.</param>
    public async Task<IReadOnlyList<T>> GetAll<T>(string path)
    {
        var all = new List<T>();
        for (var page = 1; page <= MostPages; page++)
        {
            using var answer = await Send(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{path}&page={page}"), null);
            var some = await Read<List<T>>(answer);
            all.AddRange(some);
            if (some.Count == 0 || IsLast(answer.Headers, page))
            {
                return all;
            }
        }

        throw new AnswerTooLargeException($"more than {MostPages} pages");
    }

    /// <summary>Writes something and reads what became of it.</summary>
    public async Task<T> Write<T>(HttpMethod method, string path, JsonObject body)
    {
        using var answer = await Send(method, path, Json(body));
        return await Read<T>(answer);
    }

    /// <summary>Writes something whose answer says nothing more.</summary>
    public async Task Write(HttpMethod method, string path, HttpContent? content) => (await Send(method, path, content)).Dispose();

    /// <summary>Removes something; what is gone already is no fault.</summary>
    public async Task Delete(string path)
    {
        try
        {
            await Write(HttpMethod.Delete, path, null);
        }
        catch (RestRefusalException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            // Somebody else removed it first.
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var answer = await http.SendAsync(request);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw new RestRefusalException(answer.StatusCode, Said(await answer.Content.ReadAsStringAsync(), answer.ReasonPhrase));
        }
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer)
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(), (JsonTypeInfo<T>)RestContext.Default.GetTypeInfo(typeof(T))!) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new UnclearAnswerException("an answer that is not what the forge describes");
        }
    }

    /// <summary>Every forge says in its own way that a list has come to its end; where none does, an empty page is the end.</summary>
    private static bool IsLast(HttpResponseHeaders headers, int page) =>
        headers.TryGetValues("Link", out var links) ? !links.Any(link => link.Contains("rel=\"next\"", StringComparison.Ordinal))
        : headers.TryGetValues("total_page", out var total) && int.TryParse(total.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && page >= pages;

    /// <summary>The forge's words: a text, or an object with one message for each field.</summary>
    private static string Said(string body, string? reason)
    {
        try
        {
            var root = JsonNode.Parse(body);
            return (root as JsonObject)?["message"] is { } message ? message is JsonValue ? message.ToString() : message.ToJsonString()
                : (root as JsonObject)?["error_description"]?.ToString() ?? (root as JsonObject)?["error"]?.ToString() ?? reason ?? "";
        }
        catch (JsonException)
        {
            return reason ?? "";
        }
    }
}

/// <summary>The forge said no.</summary>
internal sealed class RestRefusalException(HttpStatusCode status, string said) : Exception(said)
{
    /// <summary>The status of its answer.</summary>
    public HttpStatusCode Status => status;
}
