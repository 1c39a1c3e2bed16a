using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>What the client does when GitHub works.</summary>
public sealed class GitHubForgeTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public async Task A_comment_is_written_changed_and_removed()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        var made = await forge.CreateComment(Discussion.UnderRequest(7), "一");
        await forge.UpdateComment(Discussion.UnderRequest(7), made.Id, "二");
        Assert.Equal(["二"], (await forge.GetAllComments(Discussion.UnderRequest(7))).Select(comment => comment.Body));
        await forge.DeleteComment(Discussion.UnderRequest(7), made.Id);
        await forge.DeleteComment(Discussion.UnderRequest(7), made.Id);
        Assert.Empty(server.Repository.Comments);
    }

    [Fact]
    public async Task All_pages_of_a_list_are_read()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        for (var index = 0; index < 250; index++)
        {
            server.Repository.AddComment(7, "somebody", $"{index}");
        }

        Assert.Equal(Enumerable.Range(0, 250).Select(index => $"{index}"), (await forge.GetAllComments(Discussion.UnderRequest(7))).Select(comment => comment.Body));
        Assert.Equal(3, server.Transcript.Count);
    }

    [Fact]
    public async Task A_status_stands_on_the_exact_commit_and_is_short_enough()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        await forge.CreateStatus(new(Sha, StatusState.Failure, "ops-registry / verdict", new string('长', 300), null));
        var status = Assert.Single(server.Repository.Statuses);
        Assert.EndsWith(Sha, (string?)status["url"], StringComparison.Ordinal);
        Assert.Equal("failure", (string?)status["state"]);
        Assert.Equal(140, ((string)status["description"]!).Length);
    }

    [Fact]
    public async Task Files_become_a_commit_on_a_new_branch_and_a_request()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        var commit = new NewCommit("main", "intake/issue-7", "Add a record", new Dictionary<string, byte[]> { ["ops-registry/a.yaml"] = "甲"u8.ToArray() }) { Date = DateTimeOffset.UnixEpoch };
        var sha = await forge.CreateCommit(commit);
        Assert.Equal(sha, await forge.CreateCommit(commit));
        Assert.Equal(sha, server.Repository.Branches["intake/issue-7"]);
        Assert.Equal("甲"u8.ToArray(), server.Repository.Blobs[server.Repository.Trees[server.Repository.Commits[sha].Tree]["ops-registry/a.yaml"]]);
        var opened = await forge.CreatePullRequest(new("main", "intake/issue-7", "一条记录", "#7"));
        Assert.Equal(opened, await forge.CreatePullRequest(new("main", "intake/issue-7", "一条记录", "#7")));
        Assert.Equal(sha, opened.HeadSha);
    }

    [Fact]
    public async Task A_branch_that_holds_other_work_is_not_overwritten()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Repository.Branches["taken"] = new string('c', 40);
        var refused = await Assert.ThrowsAsync<ForgeException>(() => forge.CreateCommit(new("main", "taken", "x", new Dictionary<string, byte[]> { ["a"] = [1] }) { Date = DateTimeOffset.UnixEpoch }));
        Assert.Contains("422 Update is not a fast forward", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('c', 40), server.Repository.Branches["taken"]);
    }

    [Fact]
    public async Task A_release_is_published_once_with_all_its_files()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        var release = new NewRelease("harbour-2026-P1", Sha, "P1", "text", new Dictionary<string, byte[]> { ["b.xlsx"] = [1, 2], ["a.md"] = [3] });
        Assert.True((await forge.PublishRelease(release)).IsNew);
        Assert.False((await forge.PublishRelease(release)).IsNew);
        Assert.False((bool)server.Repository.Releases.Single()["draft"]!);
        Assert.Equal(["a.md", "b.xlsx"], server.Repository.Assets.Keys.Select(asset => asset.Name).Order());
    }

    [Fact]
    public async Task A_release_left_half_done_is_completed()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        var release = new NewRelease("harbour-2026-P1", Sha, "P1", "text", new Dictionary<string, byte[]> { ["b.xlsx"] = [1, 2] });
        server.Fail("POST /repos/{owner}/{repo}/releases/{release_id}/assets", new Failure.Status(422, "broken"));
        await Assert.ThrowsAsync<ForgeException>(() => forge.PublishRelease(release));
        server.Repository.Assets[((long)server.Repository.Releases.Single()["id"]!, "b.xlsx")] = (5, [1], "open");
        Assert.True((await forge.PublishRelease(release)).IsNew);
        Assert.Equal([1, 2], server.Repository.Assets.Values.Single().Bytes);
        Assert.Single(server.Repository.Releases);
    }

    [Fact]
    public async Task Issues_are_found_by_their_label()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        await forge.CreateIssue(new("one", "1", ["assessment"]));
        await forge.CreateIssue(new("two", "2", ["other"]));
        Assert.Equal(["1"], (await forge.GetAllIssues("assessment")).Select(issue => issue.Body));
    }

    [Fact]
    public async Task Who_it_is_is_asked_where_nobody_has_said()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge(login: null);
        Assert.Equal("github-actions[bot]", await forge.GetLogin());
    }
}
