using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace OpsRegistry.Cli.Serving;

/// <summary>
/// Who may speak to the server: the person who holds the address that the terminal showed, in the browser that opened it. Every other program, page or
/// machine is refused before anything is read: by the host it asks for (a name that somebody bent to this computer), by where the question
/// comes from, by the cookie, and for whatever changes something by a word that only the server's own pages hold.
/// </summary>
internal sealed class Guard
{
    /// <summary>The header in which pages send back the word that they were given.</summary>
    public const string WordHeader = "X-Opsreg-Word";

    /// <summary>The parameter of the address that the terminal shows.</summary>
    public const string TokenName = "token";

    private readonly string session = Secret();

    /// <summary>What stands in the address that the terminal shows.</summary>
    public string Token { get; } = Secret();

    /// <summary>What pages hold and send with whatever changes something.</summary>
    public string Word { get; } = Secret();

    /// <summary>The port that is served, known once the server has started.</summary>
    public int Port { get; set; }

    private string CookieName => FormattableString.Invariant($"opsreg-{Port}");

    /// <summary>Writes what every answer carries.</summary>
    public static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>Why a question is not answered, with the status to say it by; null where it is.</summary>
    public (int Status, Text Why)? Refusal(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        if (host != FormattableString.Invariant($"127.0.0.1:{Port}") && host != FormattableString.Invariant($"localhost:{Port}"))
        {
            return (StatusCodes.Status421MisdirectedRequest, new("只答复本机的地址", "only this computer's own address is answered"));
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, new("只有 GET 和 POST", "there are GET and POST alone"));
        }

        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if ((origin.Length > 0 && origin != $"http://{host}") || site is "cross-site" or "same-site")
        {
            return (StatusCodes.Status403Forbidden, new("不答复别的网页", "other pages are not answered"));
        }

        if (!Same(request.Cookies[CookieName], session))
        {
            return (StatusCodes.Status403Forbidden, new("请从终端里显示的地址打开（带 token）", "open the address that the terminal shows, with its token"));
        }

        return HttpMethods.IsPost(request.Method) && (origin.Length == 0 || !Same(request.Headers[WordHeader], Word))
            ? (StatusCodes.Status403Forbidden, new("请刷新页面再试", "load the page again and try once more"))
            : null;
    }

    /// <summary>Lets the browser in that opened the address from the terminal.</summary>
    /// <returns>False where the question does not carry the right token, or asks for another host.</returns>
    public bool Admit(HttpContext http)
    {
        var host = http.Request.Host.Value ?? "";
        if (!HttpMethods.IsGet(http.Request.Method) || (host != FormattableString.Invariant($"127.0.0.1:{Port}") && host != FormattableString.Invariant($"localhost:{Port}")) || !Same(http.Request.Query[TokenName], Token))
        {
            return false;
        }

        http.Response.Cookies.Append(CookieName, session, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return true;
    }

    private static bool Same(string? given, string secret) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
