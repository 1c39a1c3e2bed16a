using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>What the client does when GitHub, or the network, does not work.</summary>
public sealed class ForgeFailureTests
{
    private const string Comments = "/repos/{owner}/{repo}/issues/{issue_number}/comments";

    public static TheoryData<string> Unclear => new("502 afterwards", "cut afterwards", "half an answer", "too slow", "502 before", "cut before");

    [Theory, MemberData(nameof(Unclear))]
    public async Task A_comment_whose_answer_got_lost_is_not_written_twice(string how)
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge(answerWithin: how == "too slow" ? TimeSpan.FromSeconds(1) : null);
        server.Repository.AddComment(7, "somebody", "text");
        server.Fail($"POST {Comments}", Named(how), Named(how));
        var made = await forge.CreateComment(Discussion.UnderRequest(7), "text");
        Assert.Equal(["somebody", "github-actions[bot]"], server.Repository.Comments.Select(pair => pair.Comment.Author));
        Assert.Equal(made.Id, server.Repository.Comments[1].Comment.Id);
        server.Drop();
    }

    [Theory, MemberData(nameof(Unclear))]
    public async Task A_question_is_asked_again(string how)
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge(answerWithin: how == "too slow" ? TimeSpan.FromSeconds(1) : null);
        server.Repository.AddComment(7, "somebody", "text");
        server.Fail($"GET {Comments}", Named(how), Named(how));
        Assert.Single(await forge.GetAllComments(Discussion.UnderRequest(7)));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], server.Waits);
    }

    [Fact]
    public async Task A_release_whose_answers_all_got_lost_is_still_one_release()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Fail("POST /repos/{owner}/{repo}/releases", new Failure.CutAfterwards());
        server.Fail("POST /repos/{owner}/{repo}/releases/{release_id}/assets", new Failure.StatusAfterwards(502));
        server.Fail("PATCH /repos/{owner}/{repo}/releases/{release_id}", new Failure.CutAfterwards());
        Assert.True((await forge.PublishRelease(new("t", new string('a', 40), "n", "b", new Dictionary<string, byte[]> { ["x"] = [1] }))).IsNew);
        Assert.False((bool)server.Repository.Releases.Single()["draft"]!);
        Assert.Single(server.Repository.Assets);
    }

    [Fact]
    public async Task A_commit_a_request_and_an_issue_whose_answers_got_lost_are_there_once()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Fail("POST /repos/{owner}/{repo}/git/blobs", new Failure.Cut());
        server.Fail("POST /repos/{owner}/{repo}/git/commits", new Failure.CutAfterwards());
        server.Fail("POST /repos/{owner}/{repo}/git/refs", new Failure.CutAfterwards());
        server.Fail("POST /repos/{owner}/{repo}/pulls", new Failure.StatusAfterwards(504));
        server.Fail("POST /repos/{owner}/{repo}/issues", new Failure.HalfAnswer());
        await forge.CreateCommit(new("main", "new", "m", new Dictionary<string, byte[]> { ["a"] = [1] }) { Date = DateTimeOffset.UnixEpoch });
        await forge.CreatePullRequest(new("main", "new", "t", "b"));
        await forge.CreateIssue(new("t", "b", ["assessment"]));
        Assert.Equal(2, server.Repository.Commits.Count);
        Assert.Single(server.Repository.Requests);
        Assert.Single(server.Repository.Issues);
    }

    [Fact]
    public async Task What_was_refused_for_asking_too_often_is_asked_again_after_the_time_asked_for()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Fail(
            $"POST {Comments}",
            new Failure.Status(403, "You have exceeded a secondary rate limit", ("Retry-After", "17")),
            new Failure.Status(403, "You have exceeded a secondary rate limit"),
            new Failure.Status(429, "slow down", ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1789002090")));
        await forge.CreateComment(Discussion.UnderRequest(7), "text");
        Assert.Equal([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(91)], server.Waits);
        Assert.Single(server.Repository.Comments);
    }

    [Fact]
    public async Task A_limit_that_lasts_an_hour_is_said_and_not_waited_for()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Fail($"GET {Comments}", new Failure.Status(403, "API rate limit exceeded", ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1789005600")));
        var refused = await Assert.ThrowsAsync<ForgeException>(() => forge.GetAllComments(Discussion.UnderRequest(7)));
        Assert.Equal("reading comments: asked too often (403 API rate limit exceeded): run it again after 2026-09-10 02:00:00 UTC", refused.Message);
        Assert.Empty(server.Waits);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_left_alone_after_five_attempts()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Fail($"GET {Comments}", Enumerable.Repeat(new Failure.Status(502), 5).ToArray<Failure>());
        var refused = await Assert.ThrowsAsync<ForgeException>(() => forge.GetAllComments(Discussion.UnderRequest(7)));
        Assert.Equal("reading comments: GitHub failed (502) in 5 attempts: run it again later", refused.Message);
        Assert.Equal([1, 2, 4, 8], server.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_machine_that_does_not_answer_is_one_line()
    {
        Uri address;
        await using (var server = await GitHubServer.Start())
        {
            address = server.Address;
        }

        using var forge = new GitHubForge(new(address, GitHubRepository.FullName, "secret", null), new() { Now = () => default, Delay = (_, _) => Task.CompletedTask });
        var refused = await Assert.ThrowsAsync<ForgeException>(() => forge.GetAllComments(Discussion.UnderRequest(7)));
        Assert.StartsWith("reading comments: GitHub gave no usable answer (", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "Resource not accessible by integration", "写评论：没有权限（403 Resource not accessible by integration）；令牌需要 pull-requests: write")]
    [InlineData(404, "Not Found", "写评论：找不到（404 Not Found）：harbour-office/ops-registry 中没有此对象，或令牌看不到它；核对编号与仓库，令牌需要 pull-requests: write")]
    [InlineData(422, "Validation Failed", "写评论：GitHub 不接受所写内容（422 Validation Failed）")]
    public async Task A_refusal_is_one_line_with_a_remedy_and_is_not_repeated(int status, string said, string expected)
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Fail($"POST {Comments}", new Failure.Status(status, said));
        Assert.Equal(expected, (await Assert.ThrowsAsync<ForgeException>(() => forge.CreateComment(Discussion.UnderRequest(7), "text"))).Words.Zh);
        Assert.Empty(server.Waits);
    }

    [Fact]
    public async Task The_permission_that_GitHub_names_is_the_one_that_is_said()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Fail($"POST {Comments}", new Failure.Status(403, "no", ("X-Accepted-GitHub-Permissions", "issues=write; pull_requests=write")));
        Assert.Equal("writing a comment: not permitted (403 no): the token needs issues=write; pull_requests=write", (await Assert.ThrowsAsync<ForgeException>(() => forge.CreateComment(Discussion.UnderRequest(7), "text"))).Message);
    }

    [Fact]
    public async Task A_wrong_token_is_said_and_never_shown()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge(token: "ghs_secret");
        Assert.Equal("reading comments: the token is not valid or has expired (401 Bad credentials): check GITHUB_TOKEN", (await Assert.ThrowsAsync<ForgeException>(() => forge.GetAllComments(Discussion.UnderRequest(7)))).Message);
        server.Fail($"GET {Comments}", new Failure.Status(422, "token ghs_secret is odd\nand more \u202e"));
        var refused = await Assert.ThrowsAsync<ForgeException>(() => forge.GetAllComments(Discussion.UnderRequest(7)));
        Assert.Equal(@"reading comments: GitHub does not accept what was written (422 token *** is odd and more \u202e)", refused.Message);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge(mostBytes: 100_000);
        server.Fail($"GET {Comments}", new Failure.Endless());
        Assert.Equal("reading comments: the answer is too large (more than 100000 bytes) and was not used", (await Assert.ThrowsAsync<ForgeException>(() => forge.GetAllComments(Discussion.UnderRequest(7)))).Message);
    }

    private static Failure Named(string how) => how switch
    {
        "502 afterwards" => new Failure.StatusAfterwards(502),
        "cut afterwards" => new Failure.CutAfterwards(),
        "half an answer" => new Failure.HalfAnswer(),
        "too slow" => new Failure.Slow(TimeSpan.FromSeconds(5)),
        "502 before" => new Failure.Status(502),
        _ => new Failure.Cut(),
    };
}
