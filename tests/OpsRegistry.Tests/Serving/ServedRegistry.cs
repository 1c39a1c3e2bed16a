using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpsRegistry.Cli;
using OpsRegistry.Cli.Serving;
using OpsRegistry.Tests.Site;
using Xunit;

namespace OpsRegistry.Tests.Serving;

/// <summary>The invented harbour in a fresh clone with a bare repository on the other side, served on a real port of this computer.</summary>
public sealed partial class ServedRegistry : IAsyncLifetime, IDisposable
{
    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();
    private readonly GitFixture fixture;
    private readonly TemporaryFolder remote = new();
    private LocalServer? server;

    public ServedRegistry()
    {
        fixture = GitFixture.Of(registry).CheckOut();
        Git("init", "--quiet", "--bare", "--initial-branch=main", remote.Path);
        Git("remote", "add", "origin", remote.Path);
        Git("push", "--quiet", "origin", "main");
        Git("fetch", "--quiet", "origin");
        Git("config", "user.name", "harbour-op-01");
        Git("config", "user.email", "operator@example.org");
    }

    /// <summary>The clone.</summary>
    public string Root => fixture.Root;

    /// <summary>The bare repository.</summary>
    public string Remote => remote.Path;

    /// <summary>The address that the terminal shows.</summary>
    public string Address => server!.Address;

    /// <summary>The address without its token, and without a slash at its end.</summary>
    public string Origin => new Uri(Address).GetLeftPart(UriPartial.Authority);

    /// <summary>Opens the address of the terminal in a browser, which leads on to the first page.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(Browser browser, BrowserNewContextOptions? options = null)
    {
        var opened = await browser.OpenAsync(Address, isOffline: false, options);
        await Browser.IsAt(opened.Page, Origin + "/");
        return opened;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => server = await LocalServer.Start(Application.Root().Parse(["serve", "--no-browser", "--no-cache", "--root", Root]), null, GlobalOptions.AsOf(), 0);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server!.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        fixture.Dispose();
        registry.Dispose();
        remote.Dispose();
    }

    /// <summary>Runs git in the clone, as a person would.</summary>
    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.TrimEnd() : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {complaint.Result}");
    }

    /// <summary>A browser's part without one: let in by the token, it holds the cookie and the word of the pages.</summary>
    public async Task<Visitor> Enter()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() };
        var client = new HttpClient(handler) { BaseAddress = new Uri(Origin) };
        using var entrance = await client.GetAsync(new Uri(Address));
        Assert.Equal(200, (int)entrance.StatusCode);
        var page = await client.GetStringAsync(new Uri("/desk/index.html", UriKind.Relative));
        return new(client, Origin, Word().Match(page).Groups["word"].Value, handler.CookieContainer.GetCookieHeader(new(Origin)));
    }

    [GeneratedRegex("opsreg-word\" content=\"(?<word>[0-9a-f]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}

/// <summary>Somebody whom the server let in.</summary>
public sealed class Visitor(HttpClient client, string origin, string word, string cookie) : IDisposable
{
    /// <summary>The client, with its cookie.</summary>
    public HttpClient Client => client;

    /// <summary>The cookie.</summary>
    public string Cookie => cookie;

    /// <summary>The word of the pages.</summary>
    public string Word => word;

    /// <summary>Sends what a page would send.</summary>
    public async Task<(int Status, JsonObject? Answer)> Post(string address, JsonObject question) =>
        await Post(address, new StringContent(question.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")), origin, word);

    /// <summary>Sends bytes as a page would.</summary>
    public async Task<(int Status, JsonObject? Answer)> Post(string address, byte[] bytes) => await Post(address, new ByteArrayContent(bytes), origin, word);

    /// <summary>Sends something from an origin with a word; null for none.</summary>
    public async Task<(int Status, JsonObject? Answer)> Post(string address, HttpContent content, string? from, string? with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/api/" + address, UriKind.Relative)) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd("en");
        if (from is not null)
        {
            request.Headers.Add("Origin", from);
        }

        if (with is not null)
        {
            request.Headers.Add("X-Opsreg-Word", with);
        }

        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text)!.AsObject() : null);
    }

    /// <summary>An incident of the harbour, filled in.</summary>
    public static JsonObject Incident(string summary = "Berth list does not open", string draft = "", int version = 0) => new()
    {
        ["draft"] = draft,
        ["version"] = version,
        ["kind"] = "incident",
        ["contract"] = "harbour-2026",
        ["request"] = "",
        ["proofs"] = new JsonArray(),
        ["values"] = new JsonObject
        {
            ["summary"] = summary,
            ["category"] = "fault",
            ["systems"] = new JsonArray("scheduling"),
            ["channel"] = "phone",
            ["reportedAt"] = "2026-07-20T10:00",
            ["respondedAt"] = "2026-07-20T10:05",
            ["restoredAt"] = "2026-07-20T10:30",
            ["resolvedAt"] = "2026-07-20T10:30",
            ["interruptions"] = new JsonArray(new JsonObject { ["from"] = "2026-07-20T10:00", ["to"] = "2026-07-20T10:30" }),
            ["attributable"] = "true",
            ["causeCategory"] = "operation",
            ["responders"] = new JsonArray("harbour-op-01"),
        },
    };

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}

/// <summary>Tests of one served registry, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ServedCollection : ICollectionFixture<ServedRegistry>, ICollectionFixture<Site.Browser>
{
    public const string Name = "served";
}
