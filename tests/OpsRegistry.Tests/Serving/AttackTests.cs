using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace OpsRegistry.Tests.Serving;

/// <summary>Whoever is not the person at this computer is refused before anything is read; what is sent is taken whole or not at all.</summary>
[Collection(ServedCollection.Name)]
public sealed class AttackTests(ServedRegistry served)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/contracts/harbour-2026/index.html")]
    [InlineData("/assets/site.css")]
    [InlineData("/desk/index.html")]
    [InlineData("/?token=")]
    [InlineData("/?token=0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Without_the_token_of_the_terminal_nothing_is_shown(string address)
    {
        using var client = new HttpClient { BaseAddress = new(served.Origin) };
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:1")]
    public async Task A_name_that_was_bent_to_this_computer_is_not_answered_not_even_with_the_token(string host)
    {
        using var visitor = await served.Enter();
        foreach (var address in new[] { served.Origin + "/desk/index.html", served.Address })
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            question.Headers.TryAddWithoutValidation("Host", host.Replace("{port}", new Uri(served.Origin).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
            using var answer = await visitor.Client.SendAsync(question);
            Assert.Contains((int)answer.StatusCode, new[] { 400, 421 });
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("http://evil.example", true)]
    [InlineData("null", true)]
    [InlineData(null, true)]
    [InlineData("", false)]
    [InlineData("{own}", false)]
    public async Task Another_page_changes_nothing_and_neither_does_one_without_the_word(string? origin, bool hasWord)
    {
        using var visitor = await served.Enter();
        var word = hasWord ? visitor.Word : null;
        var drafts = Drafts();
        var (status, _) = await visitor.Post("check", new StringContent(Visitor.Incident().ToJsonString()), origin?.Replace("{own}", served.Origin, StringComparison.Ordinal), word);
        Assert.Equal(403, status);
        Assert.Equal(drafts, Drafts());
    }

    [Fact]
    public async Task Another_page_is_shown_nothing()
    {
        using var visitor = await served.Enter();
        foreach (var (name, value) in new[] { ("Origin", "http://evil.example"), ("Sec-Fetch-Site", "cross-site") })
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, served.Origin + "/desk/index.html");
            question.Headers.Add(name, value);
            using var answer = await visitor.Client.SendAsync(question);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_cookie_stays_with_the_server_and_every_answer_says_what_a_page_may_do()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(served.Address));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(served.Address.Split('=')[1], cookie, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc/passwd")]
    [InlineData("/assets/..%5c..%5csite.css")]
    [InlineData("/desk/files/{head}/../../../etc/passwd")]
    [InlineData("/desk/files/{head}/ops-registry/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/desk/files/{head}/.git/config")]
    [InlineData("/desk/files/main/ops-registry/registry.yaml")]
    [InlineData("/desk/answers/..%2f..%2fregistry.xlsx")]
    [InlineData("/desk/harbour-2026/new/..%2fregistry.html")]
    [InlineData("/desk/harbour-2026/new/incident.html?draft=../../config")]
    public async Task A_path_leads_nowhere_but_to_what_is_meant_to_be_shown(string path)
    {
        using var visitor = await served.Enter();
        var (head, rest) = await Raw($"GET {path.Replace("{head}", served.Git("rev-parse", "HEAD"), StringComparison.Ordinal)} HTTP/1.1", visitor);
        Assert.DoesNotContain("root:", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("[remote", rest, StringComparison.Ordinal);
        Assert.True(head.Contains(" 404 ", StringComparison.Ordinal) || path.Contains("?draft=", StringComparison.Ordinal), head);
    }

    [Theory]
    [InlineData("../../../hooks/pre-commit")]
    [InlineData("")]
    [InlineData("0123456789abcdeg")]
    public async Task A_draft_is_called_by_nothing_but_its_number(string id)
    {
        using var visitor = await served.Enter();
        var (status, _) = await visitor.Post($"evidence?draft={Uri.EscapeDataString(id)}&name=x.png", [1, 2, 3]);
        Assert.Equal(422, status);
        if (id.Length > 0)
        {
            Assert.Equal(400, (await visitor.Post("check", Visitor.Incident(draft: id))).Status);
        }

        Assert.False(File.Exists(Path.Combine(served.Root, ".git", "hooks", "pre-commit")));
    }

    [Fact]
    public async Task Hostile_text_becomes_text_in_the_file_and_on_the_page()
    {
        const string Hostile = "<img src=x onerror=alert(1)>\": !!python/object \u202e{{7*7}}\nkind: Rights";
        using var visitor = await served.Enter();
        var (status, answer) = await visitor.Post("check", Visitor.Incident(Hostile));
        Assert.Equal(200, status);
        Assert.Contains("summary:", answer!["yaml"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("\nkind: Rights", answer["yaml"]!.GetValue<string>(), StringComparison.Ordinal);
        var page = await visitor.Client.GetStringAsync(new Uri($"/desk/harbour-2026/new/incident.html?draft={answer["draft"]}", UriKind.Relative));
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        await visitor.Post("discard", new JsonObject { ["draft"] = answer["draft"]!.GetValue<string>() });
    }

    [Theory]
    [InlineData("evidence?draft={draft}&name=big.zip")]
    [InlineData("import?contract=harbour-2026")]
    [InlineData("check")]
    public async Task Two_hundred_megabytes_are_refused_before_they_are_read(string address)
    {
        using var visitor = await served.Enter();
        var draft = (await visitor.Post("check", Visitor.Incident())).Answer!["draft"]!.GetValue<string>();
        var before = Drafts();
        var (head, _) = await Raw($"POST /desk/api/{address.Replace("{draft}", draft, StringComparison.Ordinal)} HTTP/1.1", visitor, "Content-Length: 209715200", "Origin: " + served.Origin, "X-Opsreg-Word: " + visitor.Word);
        Assert.Contains(" 413 ", head, StringComparison.Ordinal);
        Assert.Equal(before, Drafts());
        await visitor.Post("discard", new JsonObject { ["draft"] = draft });
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_the_draft_as_it_was()
    {
        using var visitor = await served.Enter();
        var draft = (await visitor.Post("check", Visitor.Incident())).Answer!["draft"]!.GetValue<string>();
        var before = Drafts();
        using (var socket = new TcpClient("127.0.0.1", new Uri(served.Origin).Port))
        {
            var half = Encoding.ASCII.GetBytes($"POST /desk/api/evidence?draft={draft}&name=half.png HTTP/1.1\r\nHost: {new Uri(served.Origin).Authority}\r\nOrigin: {served.Origin}\r\nCookie: {visitor.Cookie}\r\nX-Opsreg-Word: {visitor.Word}\r\nContent-Length: 1000000\r\n\r\n");
            await socket.GetStream().WriteAsync(half.Concat(new byte[500_000]).ToArray());
        }

        await Task.Delay(200);
        Assert.Equal(before, Drafts());
        Assert.Equal(200, (await visitor.Post($"evidence?draft={draft}&name=whole.png", new byte[1000])).Status);
        await visitor.Post("discard", new JsonObject { ["draft"] = draft });
    }

    [Fact]
    public async Task Of_two_windows_on_one_draft_the_second_is_told_and_nothing_is_lost()
    {
        using var visitor = await served.Enter();
        var begun = (await visitor.Post("check", Visitor.Incident("First words"))).Answer!;
        var id = begun["draft"]!.GetValue<string>();
        Assert.Equal(200, (await visitor.Post("check", Visitor.Incident("From one window", id, 1))).Status);
        var (status, answer) = await visitor.Post("check", Visitor.Incident("From the other", id, 1));
        Assert.Equal((409, 2), (status, answer!["version"]!.GetValue<int>()));
        Assert.Equal(409, (await visitor.Post("submit", Visitor.Incident("From the other", id, 1))).Status);
        Assert.Contains("From one window", Drafts(), StringComparison.Ordinal);
        await visitor.Post("discard", new JsonObject { ["draft"] = id });
        Assert.Equal(409, (await visitor.Post("submit", Visitor.Incident("From the other", id, 2))).Status);
    }

    [Theory]
    [InlineData("/contracts/harbour-2026/periods/P1.xlsx", "PK")]
    [InlineData("/contracts/harbour-2026/periods/P1.json", "{")]
    [InlineData("/en/contracts/harbour-2026/index-records.csv", "\ufeffkind,")]
    public async Task What_is_taken_away_is_never_shown_as_a_page(string address, string begins)
    {
        using var visitor = await served.Enter();
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith(begins, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_damaged_is_passed_over_and_the_others_stay()
    {
        using var visitor = await served.Enter();
        var id = (await visitor.Post("check", Visitor.Incident("Damaged"))).Answer!["draft"]!.GetValue<string>();
        File.WriteAllText(Path.Combine(served.Root, ".git", "opsreg", "drafts", id, "draft.json"), "{\"version\":1,\"kind\":");
        using var answer = await visitor.Client.GetAsync(new Uri("/desk/index.html", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await visitor.Post("discard", new JsonObject { ["draft"] = id });
    }

    [Fact]
    public async Task Nothing_but_reading_and_the_pages_own_questions_is_understood()
    {
        using var visitor = await served.Enter();
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Patch })
        {
            using var question = new HttpRequestMessage(method, served.Origin + "/desk/api/submit");
            using var answer = await visitor.Client.SendAsync(question);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }

        Assert.Equal(404, (await visitor.Post("run", new JsonObject())).Status);
        Assert.Equal(400, (await visitor.Post("check", "{\"kind\":1}"u8.ToArray())).Status);
        Assert.Equal(400, (await visitor.Post("check", "[[[["u8.ToArray())).Status);
    }

    // Every byte that is kept of drafts, by file.
    private string Drafts()
    {
        var folder = Path.Combine(served.Root, ".git", "opsreg", "drafts");
        return !Directory.Exists(folder) ? "" : string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {File.ReadAllText(file)}"));
    }

    private async Task<(string Head, string Body)> Raw(string line, Visitor visitor, params string[] headers)
    {
        using var socket = new TcpClient("127.0.0.1", new Uri(served.Origin).Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", [line, "Host: " + new Uri(served.Origin).Authority, "Cookie: " + visitor.Cookie, .. headers, "Connection: close", "", ""])));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var head = await reader.ReadLineAsync() ?? "";
        return (head, await reader.ReadToEndAsync());
    }
}
