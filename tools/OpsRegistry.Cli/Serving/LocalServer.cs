using System.CommandLine;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Cli.Serving.Pages;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Site;
using static OpsRegistry.Cli.Serving.Wire;

namespace OpsRegistry.Cli.Serving;

/// <summary>
/// The registry in the browser of this computer: the site as the files stand now, and the desk. It listens on the loopback address alone, reads no settings from
/// outside, keeps nothing but drafts, and ends with the terminal.
/// </summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly ParseResult parse;
    private readonly LiveRegistry registry;
    private readonly Guard guard = new();
    private readonly WebApplication application;
    private readonly Lock gate = new();
    private readonly MarkedWorkbooks answers = new();
    private readonly Dictionary<string, TreeCache> trees = new(StringComparer.Ordinal);

    private LocalServer(ParseResult parse, string? branch, Option<string?> asOf, int port)
    {
        this.parse = parse;
        registry = new(parse, branch, asOf);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestQuestion;
            options.Listen(IPAddress.Loopback, port);
        });
        application = builder.Build();
        application.Run(Handle);
    }

    /// <summary>The address to open, with its token.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts a server.</summary>
    /// <param name="branch">The branch that the site shows; null for the work tree.</param>
    /// <param name="port">The port; 0 for one that is free.</param>
    /// <exception cref="UsageException">The port is taken.</exception>
    public static async Task<LocalServer> Start(ParseResult parse, string? branch, Option<string?> asOf, int port)
    {
        var server = new LocalServer(parse, branch, asOf, port);
        try
        {
            await server.application.StartAsync();
        }
        catch (IOException)
        {
            await server.DisposeAsync();
            throw new UsageException(new($"端口 {port} 已被占用；换一个，或不写 --port", $"port {port} is taken: name another one, or leave out --port"));
        }

        server.guard.Port = new Uri(server.application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        // The first page waits for the figures of all contracts: begun at once, they are there when it is opened.
        _ = Task.Run(server.registry.Look);
        server.Address = FormattableString.Invariant($"http://127.0.0.1:{server.guard.Port}/?{Guard.TokenName}={server.guard.Token}");
        return server;
    }

    /// <summary>Waits until the terminal or the system ends it.</summary>
    public Task WaitForEnd() => application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private async Task Handle(HttpContext http)
    {
        Guard.Protect(http.Response);
        var language = LanguageOf(http.Request);
        try
        {
            if (http.Request.Query.ContainsKey(Guard.TokenName) && guard.Admit(http))
            {
                await Write(http, HtmlPage, Encoding.UTF8.GetBytes(Entrance()));
                return;
            }

            if (guard.Refusal(http.Request) is var (status, why))
            {
                await Refuse(http, status, why.In(language));
                return;
            }

            await (HttpMethods.IsPost(http.Request.Method) ? Change(http, language) : Show(http, language));
        }
        catch (BadHttpRequestException refused)
        {
            await Refuse(http, refused.StatusCode, new Text("太大，或没有传完", "too large, or not whole").In(language));
        }
        catch (UsageException misuse)
        {
            await Refuse(http, StatusCodes.Status422UnprocessableEntity, misuse.Words.In(language));
        }
        catch (ForgeException refused)
        {
            await Refuse(http, StatusCodes.Status502BadGateway, refused.Words.In(language));
        }
        catch (JsonException)
        {
            await Refuse(http, StatusCodes.Status400BadRequest, new Text("看不懂的内容", "that cannot be read").In(language));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or LibGit2Sharp.LibGit2SharpException)
        {
            await Refuse(http, StatusCodes.Status500InternalServerError, failure.Message);
        }
    }

    // What is opened from outside must not be followed by a redirection: the browser would leave out the cookie that it has just been given.
    private string Entrance()
    {
        var start = registry.Look().Session.Language == Language.Zh ? "/" : "/en/";
        return $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>opsreg</title><link rel=\"icon\" href=\"data:,\"><meta http-equiv=\"refresh\" content=\"0;url={start}\"></head><body><main><h1>opsreg</h1><p><a href=\"{start}\">{start}</a></p></main></body></html>\n";
    }

    private async Task Show(HttpContext http, Language language)
    {
        var path = (http.Request.Path.Value ?? "/")[1..];
        if (path.Length == 0 || path.EndsWith('/'))
        {
            path += "index.html";
        }

        if (path.StartsWith("en/", StringComparison.Ordinal) ? path[3..].StartsWith("desk/", StringComparison.Ordinal) : path.StartsWith("desk/", StringComparison.Ordinal))
        {
            await ShowDesk(http, path.StartsWith("en/", StringComparison.Ordinal) ? path[3..] : path, language);
            return;
        }

        var bytes = path is DeskPage.Script or DeskPage.Style ? Asset(Path.GetFileName(path)) : registry.Look().File(path);
        await (bytes is null ? Refuse(http, StatusCodes.Status404NotFound, new Text("没有这一页", "there is no such page").In(language))
            : TypeOf(path) is { } type ? Write(http, type, bytes)
            : Download(http, "application/octet-stream", Path.GetFileName(path), bytes));
    }

    private async Task ShowDesk(HttpContext http, string path, Language language)
    {
        var site = registry.Look();
        var workspace = Session.Find(parse);
        using var git = workspace.Repository;
        var desk = new Desk(workspace, TreesOf);
        var pages = new DeskPages(site, desk, language, guard.Word);
        switch (path.Split('/'))
        {
            case ["desk", "index.html"]:
                await Write(http, HtmlPage, pages.Overview());
                break;
            case ["desk", "requests.html"]:
                await Write(http, HtmlPage, pages.RequestsPage());
                break;
            case ["desk", "requests", var file] when file.EndsWith(".html", StringComparison.Ordinal) && new DeskRequestPage(site, desk, language, guard.Word).Request(file[..^5]) is { } page:
                await Write(http, HtmlPage, page);
                break;
            case ["desk", "answers", var file] when answers.Find(Path.GetFileNameWithoutExtension(file)) is { } answer:
                await Download(http, Workbook, "answer.xlsx", answer);
                break;
            case ["desk", "files", var commit, .. var rest] when FileOf(desk, commit, string.Join('/', rest)) is { } bytes:
                await (Pictures.TypeOf(bytes) is { } picture ? Write(http, picture, bytes) : Download(http, "application/octet-stream", rest[^1], bytes));
                break;
            case ["desk", var contract, "form.xlsx"] when site.Contract(contract) is not null:
                await Download(http, Workbook, $"{contract}-form.xlsx", desk.Form(contract));
                break;
            case ["desk", var contract, "index.html"] when pages.Contract(contract, http.Request.Query["request"].ToString()) is { } page:
                await Write(http, HtmlPage, page);
                break;
            case ["desk", var contract, "new", var file] when file.EndsWith(".html", StringComparison.Ordinal)
                && new DeskFormPage(site, desk, language, guard.Word).Form(contract, file[..^5], http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)) is { } page:
                await Write(http, HtmlPage, page);
                break;
            default:
                await Refuse(http, StatusCodes.Status404NotFound, new Text("没有这一页", "there is no such page").In(language));
                break;
        }
    }

    // Only what an open request or the branch of the parties holds is handed out.
    private static byte[]? FileOf(Desk desk, string commit, string path) =>
        path.StartsWith("ops-registry/", StringComparison.Ordinal) && RequestBranches.Open(desk.Git).Select(request => request.Tip).Append(RequestBranches.MainEnd(desk.Git)!).FirstOrDefault(one => one.Id == commit) is { } known
            ? desk.Git.Read(known, path)
            : null;

    private async Task Change(HttpContext http, Language language)
    {
        var workspace = Session.Find(parse);
        using var git = workspace.Repository;
        var desk = new Desk(workspace, TreesOf);
        await new DeskActions(desk, new(registry.Look(), desk, language, guard.Word), answers, language).Do(http);
    }

    /// <summary>The trees known of files under some schemas, kept between questions.</summary>
    private TreeCache TreesOf(SchemaSet schemas)
    {
        lock (gate)
        {
            var key = schemas.Identity.ToString();
            if (!trees.TryGetValue(key, out var known))
            {
                trees[key] = known = new(CacheFolder.Open(parse, schemas));
            }

            return known;
        }
    }

    private static Language LanguageOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.Ordinal) ? Language.En : Language.Zh
        : request.Path.StartsWithSegments("/en", StringComparison.Ordinal) ? Language.En : Language.Zh;

    /// <summary>What a page and its parts are; null for what is taken away, which is never shown as a page, whatever it holds.</summary>
    private static string? TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => HtmlPage,
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => null,
    };

    private static byte[] Asset(string name) => new EmbeddedFiles(typeof(LocalServer).Assembly, "Serving/").Bytes(name);
}
