using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>
/// A forge on this machine: answers from memory, holds every request and every answer of its own to the forge's description, writes down
/// what was asked, and fails where a test tells it to. Disposing it fails the test where anything was not as described.
/// </summary>
internal abstract class ForgeServer<TRepository>(ApiDescription description, TRepository repository) : IForgeServer
    where TRepository : IServedRepository
{
    /// <summary>The secret that the server takes.</summary>
    public const string Token = "ghs_0123456789abcdefTOKEN";

    private static readonly DateTimeOffset Clock = new(2026, 9, 10, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Failure>> failures = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> faults = new();
    private readonly ConcurrentQueue<string> transcript = new();
    private WebApplication application = null!;

    /// <summary>The repository that it serves.</summary>
    public TRepository Repository => repository;

    IServedRepository IForgeServer.Repository => repository;

    /// <inheritdoc/>
    public abstract IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What was asked and answered, a line each, in order.</summary>
    public IReadOnlyList<string> Transcript => transcript.ToList();

    /// <summary>How long the client was told to wait, in order; nobody waited.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>Starts listening on a free port.</summary>
    public async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Run(Answer);
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new(address + "/");
        Repository.Address = address;
    }

    /// <summary>Fails the next requests of an operation, one after the other.</summary>
    public void Fail(string operation, params Failure[] failing)
    {
        foreach (var failure in failing)
        {
            failures.GetOrAdd(operation, _ => new()).Enqueue(failure);
        }
    }

    /// <summary>The patience of its clients.</summary>
    public RetryPolicy Policy => new()
    {
        Now = () => Clock,
        Delay = (wait, _) =>
        {
            Waits.Enqueue(wait);
            return Task.CompletedTask;
        },
    };

    /// <summary>Forgets failures that were planned and not met.</summary>
    public void Drop() => failures.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        Assert.True(faults.IsEmpty, string.Join("\n", faults.Distinct()));
        Assert.All(failures, failure => Assert.Empty(failure.Value));
    }

    private async Task Answer(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        if (description.Find(context.Request.Method, path) is not { } operation)
        {
            faults.Enqueue($"{context.Request.Method} {path} is not described");
            await Write(context, new(404, Error(404, "Not Found")));
            return;
        }

        foreach (var complaint in description.Complaints(operation, query, buffer.ToArray()))
        {
            faults.Enqueue(complaint);
        }

        var failure = failures.TryGetValue(operation.ToString(), out var planned) && planned.TryDequeue(out var next) ? next : null;
        await Fail(context, failure, () => Done(context, operation, query, buffer.ToArray()), operation);
    }

    private async Task Fail(HttpContext context, Failure? failure, Func<ServerAnswer> answer, ApiOperation operation)
    {
        switch (failure)
        {
            case Failure.Status(var code, var message, var headers):
                transcript.Enqueue($"{operation} → {code} (scripted)");
                await Write(context, new(code, Error(code, message)) { Headers = headers });
                break;
            case Failure.StatusAfterwards(var code):
                answer();
                await Write(context, new(code, Error(code, "Bad Gateway")));
                break;
            case Failure.Cut:
                transcript.Enqueue($"{operation} → cut (scripted)");
                context.Abort();
                break;
            case Failure.CutAfterwards:
                answer();
                context.Abort();
                break;
            case Failure.HalfAnswer:
                var half = Encoding.UTF8.GetBytes(answer().Body!.ToJsonString());
                context.Response.ContentLength = half.Length;
                await context.Response.Body.WriteAsync(half.AsMemory(0, half.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case Failure.Slow(var time):
                var late = answer();
                await Task.Delay(time, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                await Write(context, late);
                break;
            case Failure.Endless:
                for (var sent = 0; sent < 400 && !context.RequestAborted.IsCancellationRequested; sent++)
                {
                    await context.Response.Body.WriteAsync(new byte[10_000]);
                }

                context.Abort();
                break;
            case Failure.Meanwhile(var act):
                act();
                await Write(context, answer());
                break;
            default:
                await Write(context, answer());
                break;
        }
    }

    private ServerAnswer Done(HttpContext context, ApiOperation operation, Dictionary<string, string> query, byte[] body)
    {
        var answer = $"{context.Request.Headers.Authorization}{context.Request.Headers["PRIVATE-TOKEN"]}".EndsWith(Token, StringComparison.Ordinal)
            ? Repository.Answer(operation, query, body)
            : new ServerAnswer(401, Error(401, "Bad credentials"));
        foreach (var complaint in description.Complaints(operation, answer.Status, answer.Body))
        {
            faults.Enqueue(complaint);
        }

        transcript.Enqueue($"{operation} → {answer.Status}");
        return answer;
    }

    private JsonObject Error(int code, string message) => Repository.Error(code, message);

    private static async Task Write(HttpContext context, ServerAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body is { } body && answer.Status != 204)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(body.ToJsonString());
        }
    }
}

/// <summary>A forge on this machine, whichever it is.</summary>
internal interface IForgeServer : IAsyncDisposable
{
    /// <summary>The repository that it serves.</summary>
    IServedRepository Repository { get; }

    /// <summary>What a pipeline of the forge tells its jobs.</summary>
    IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>What was asked and answered, a line each, in order.</summary>
    IReadOnlyList<string> Transcript { get; }

    /// <summary>The patience of its clients.</summary>
    RetryPolicy Policy { get; }

    /// <summary>Fails the next requests of an operation, one after the other.</summary>
    void Fail(string operation, params Failure[] failing);
}

/// <summary>What a forge holds, and how it answers.</summary>
internal interface IServedRepository
{
    /// <summary>Where the server listens.</summary>
    string Address { get; set; }

    /// <summary>Requests by number.</summary>
    Dictionary<int, StoredRequest> Requests { get; }

    /// <summary>What was said of commits, in the forge's own words, in the order in which it came.</summary>
    IEnumerable<(string Commit, string State, string Description)> Verdicts { get; }

    /// <summary>What stands under requests, oldest first.</summary>
    IEnumerable<(string Number, string Author, string Body)> Said { get; }

    /// <summary>Releases, with whether they are published, and their files.</summary>
    IEnumerable<(string Tag, string Commit, bool IsPublished, IReadOnlyList<string> Files)> Released { get; }

    /// <summary>Issues.</summary>
    IEnumerable<(string Title, string Body)> Opened { get; }

    /// <summary>Answers a request.</summary>
    ServerAnswer Answer(ApiOperation operation, Dictionary<string, string> query, byte[] body);

    /// <summary>A refusal as the forge words it.</summary>
    JsonObject Error(int code, string message);
}

/// <summary>What the server answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The JSON; null for none.</param>
internal sealed record ServerAnswer(int Status, JsonNode? Body)
{
    /// <summary>Headers beside the usual ones.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
