using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OpsRegistry.Cli.Serving;

/// <summary>What goes over the wire between the browser and the server: questions within their bounds, answers, files and refusals.</summary>
internal static class Wire
{
    public const string HtmlPage = "text/html; charset=utf-8";

    /// <summary>The most bytes of a question.</summary>
    public const long LargestQuestion = 1024 * 1024;

    /// <summary>What a page asks: one object of JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static async Task<JsonObject> Question(HttpContext http) => JsonNode.Parse(await Body(http, LargestQuestion)) as JsonObject ?? throw new JsonException();

    /// <summary>A text of a question, without blanks round it; empty where it is not there.</summary>
    public static string TextIn(JsonObject question, string key) => question[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";

    /// <summary>What was sent, whole; more than may be is refused before it is read.</summary>
    public static async Task<byte[]> Body(HttpContext http, long most)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = most;
        if (http.Request.ContentLength > most)
        {
            throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    /// <summary>Answers a page.</summary>
    public static Task Answer(HttpContext http, JsonObject answer) => Write(http, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(answer.ToJsonString()));

    /// <summary>Hands out a file under its name.</summary>
    public static Task Download(HttpContext http, string type, string name, byte[] bytes)
    {
        http.Response.Headers.ContentDisposition = "attachment; filename*=UTF-8''" + Uri.EscapeDataString(name);
        return Write(http, type, bytes);
    }

    /// <summary>Hands out bytes.</summary>
    public static async Task Write(HttpContext http, string type, byte[] bytes)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>Says in one line why not.</summary>
    public static async Task Refuse(HttpContext http, int status, string why)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = status;
        await Write(http, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why + "\n"));
    }
}
