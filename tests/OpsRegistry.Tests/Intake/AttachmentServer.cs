using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpsRegistry.Tests.Intake;

/// <summary>A forge's attachments on this machine: one that is there, and some that lead astray.</summary>
internal sealed class AttachmentServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private AttachmentServer(WebApplication application) => this.application = application;

    public string Address { get; private set; } = "";

    public ConcurrentQueue<(string Path, IReadOnlyCollection<string> Headers)> Asked { get; } = new();

    public static async Task<AttachmentServer> Start(byte[] file)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var server = new AttachmentServer(host);
        host.Run(context => server.Answer(context, file));
        await host.StartAsync();
        server.Address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private async Task Answer(HttpContext context, byte[] file)
    {
        var path = context.Request.Path.Value ?? "";
        Asked.Enqueue((path, context.Request.Headers.Keys.ToList()));
        switch (path.Split('/')[^2])
        {
            case "17":
                context.Response.Redirect("/kept/18/form.xlsx");
                break;
            case "18":
                await context.Response.Body.WriteAsync(file);
                break;
            case "elsewhere":
                context.Response.Redirect("http://127.0.0.2:9/form.xlsx");
                break;
            case "round":
                context.Response.Redirect(path);
                break;
            case "endless":
                try
                {
                    for (var megabyte = 0; megabyte < 64; megabyte++)
                    {
                        await context.Response.Body.WriteAsync(new byte[1024 * 1024], context.RequestAborted);
                    }
                }
                catch (OperationCanceledException)
                {
                    // the reader had enough
                }

                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
