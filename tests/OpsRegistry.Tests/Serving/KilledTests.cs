using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Serving;

/// <summary>A server that is killed in the middle of writing leaves whole drafts, a sound repository and no file half written.</summary>
public sealed partial class KilledTests : IDisposable
{
    private const int Writers = 4;

    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();
    private readonly GitFixture fixture;

    public KilledTests()
    {
        fixture = GitFixture.Of(registry).CheckOut();
        Git("config", "user.name", "harbour-op-01");
        Git("config", "user.email", "operator@example.org");
    }

    [Fact]
    public async Task What_was_being_written_is_there_whole_or_not_at_all()
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "opsreg.dll"), "serve", "--no-browser", "--no-cache", "--root", fixture.Root]) { RedirectStandardOutput = true })!;
        var address = new Uri((await server.StandardOutput.ReadLineAsync())!);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() };
        using var client = new HttpClient(handler) { BaseAddress = new(address.GetLeftPart(UriPartial.Authority)) };
        (await client.GetAsync(address)).EnsureSuccessStatusCode();
        var word = Word().Match(await client.GetStringAsync(new Uri("/desk/index.html", UriKind.Relative))).Groups["word"].Value;
        var saved = 0;
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; ; number++)
            {
                // Long words, so that a write takes its time; every third is handed in as a commit.
                await Post(client, word, number % 3 == 2 ? "submit" : "check", Visitor.Incident(string.Create(CultureInfo.InvariantCulture, $"{writer}.{number} {new string('x', 300)}")));
                Interlocked.Increment(ref saved);
            }
        })).ToList();
        while (Volatile.Read(ref saved) < Writers * 2)
        {
            await Task.Delay(20);
        }

        server.Kill();
        await server.WaitForExitAsync();
        await Task.WhenAll(writing.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        var drafts = Directory.GetFiles(Path.Combine(fixture.Root, ".git", "opsreg", "drafts"), "draft.json", SearchOption.AllDirectories);
        Assert.NotEmpty(drafts);
        Assert.All(drafts, draft => Assert.Equal("incident", JsonNode.Parse(File.ReadAllText(draft))!["kind"]!.GetValue<string>()));
        Git("fsck", "--strict", "--no-dangling");
        Assert.Equal("", Git("status", "--porcelain"));
        foreach (var branch in Git("branch", "--format=%(refname:short)", "--list", "desk/*").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains("causeCategory:", Git("show", $"{branch}:{Git("diff", "--name-only", "main..." + branch)}"), StringComparison.Ordinal);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        fixture.Dispose();
        registry.Dispose();
    }

    private static async Task Post(HttpClient client, string word, string address, JsonObject question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/api/" + address, UriKind.Relative)) { Content = new StringContent(question.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("X-Opsreg-Word", word);
        using var answer = await client.SendAsync(request);
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = fixture.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.TrimEnd() : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {complaint.Result}");
    }

    [GeneratedRegex("opsreg-word\" content=\"(?<word>[0-9a-f]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
