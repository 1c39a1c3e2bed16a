using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>What the clients of Gitea, Gitee and GitLab do, each against a server that holds it to the forge's description.</summary>
public sealed class RestForgeTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    public static TheoryData<string> Forges => new("Gitea", "Gitee", "GitLab");

    [Theory, MemberData(nameof(Forges))]
    public async Task A_comment_is_written_changed_and_removed(string name)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using var forge = server.Forge();
        Assert.Equal(RestRepository.Bot, await forge.GetLogin());
        foreach (var place in new[] { Discussion.UnderRequest(7), Discussion.UnderIssue(8) })
        {
            var made = await forge.CreateComment(place, "一");
            await forge.UpdateComment(place, made.Id, "二");
            Assert.Equal(["二"], (await forge.GetAllComments(place)).Select(comment => comment.Body));
            await forge.DeleteComment(place, made.Id);
            await forge.DeleteComment(place, made.Id);
            Assert.Empty(server.Repository.Comments);
        }
    }

    [Theory, MemberData(nameof(Forges))]
    public async Task All_pages_of_a_list_are_read(string name)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using var forge = server.Forge();
        for (var index = 0; index < 250; index++)
        {
            server.Repository.AddComment("somebody", $"{index}");
        }

        Assert.Equal(Enumerable.Range(0, 250).Select(index => $"{index}"), (await forge.GetAllComments(Discussion.UnderRequest(7))).Select(comment => comment.Body));
    }

    [Theory]
    [InlineData("Gitea", "POST /repos/{owner}/{repo}/issues/{index}/comments")]
    [InlineData("Gitee", "POST /repos/{owner}/{repo}/pulls/{number}/comments")]
    [InlineData("GitLab", "POST /projects/{id}/merge_requests/{iid}/notes")]
    public async Task A_comment_whose_answer_got_lost_is_not_written_twice(string name, string operation)
    {
        foreach (var failure in new Failure[] { new Failure.CutAfterwards(), new Failure.StatusAfterwards(502), new Failure.HalfAnswer(), new Failure.Cut() })
        {
            await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
            using var forge = server.Forge();
            server.Fail(operation, failure);
            await forge.CreateComment(Discussion.UnderRequest(7), "text");
            Assert.Single(server.Repository.Comments);
        }
    }

    [Theory]
    [InlineData("Gitea", "failure")]
    [InlineData("Gitee", "failure")]
    [InlineData("GitLab", "failed")]
    public async Task A_status_stands_on_the_exact_commit_and_is_short_enough(string name, string state)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using var forge = server.Forge();
        await forge.CreateStatus(new(Sha, StatusState.Failure, "ops-registry/verdict", new string('长', 300), null));
        var status = Assert.Single(server.Repository.Statuses);
        Assert.Equal((Sha, state, 140), (status.Commit, status.State, status.Description.Length));
    }

    [Theory, MemberData(nameof(Forges))]
    public async Task Files_become_a_commit_on_a_new_branch_and_a_request_and_other_work_stays(string name)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using var forge = server.Forge();
        const string Path = "ops-registry/合同/a.yaml";
        server.Repository.Branches["main"].Files["old.yaml"] = [1];
        var commit = new NewCommit("main", "intake/issue-7", "Add a record", new Dictionary<string, byte[]> { [Path] = "甲"u8.ToArray(), ["old.yaml"] = [2] }) { Date = DateTimeOffset.UnixEpoch };
        var sha = await forge.CreateCommit(commit);
        Assert.Equal(sha, await forge.CreateCommit(commit));
        Assert.Equal("甲"u8.ToArray(), server.Repository.Branches["intake/issue-7"].Files[Path]);
        Assert.Equal([1], server.Repository.Branches["main"].Files["old.yaml"]);
        var opened = await forge.CreatePullRequest(new("main", "intake/issue-7", "一条记录", "#7"));
        Assert.Equal(opened, await forge.CreatePullRequest(new("main", "intake/issue-7", "一条记录", "#7")));
        Assert.Equal((sha, true), (opened.HeadSha, opened.IsOpen));

        var other = commit with { Files = new Dictionary<string, byte[]> { [Path] = [7] } };
        var refused = await Assert.ThrowsAsync<ForgeException>(() => forge.CreateCommit(other));
        Assert.Equal("committing files: the branch 'intake/issue-7' holds other work and was left alone: delete it and run this again", refused.Message);
    }

    [Theory, MemberData(nameof(Forges))]
    public async Task A_release_is_published_once_with_all_its_files_also_when_answers_get_lost(string name)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using var forge = server.Forge();
        server.Fail(name == "GitLab" ? "POST /projects/{id}/releases" : "POST /repos/{owner}/{repo}/releases", new Failure.CutAfterwards());
        var release = new NewRelease("assessment/harbour-2026/P1", Sha, "P1", "text", new Dictionary<string, byte[]> { ["b.xlsx"] = [1, 2, 13, 10, 200], ["a.md"] = [3] });
        Assert.True((await forge.PublishRelease(release)).IsNew);
        Assert.False((await forge.PublishRelease(release)).IsNew);
        var published = Assert.Single(server.Repository.Releases);
        Assert.False(published.IsBegun);
        Assert.Equal(["a.md", "b.xlsx"], published.Files.Keys.Order());
        Assert.Equal([1, 2, 13, 10, 200], published.Files["b.xlsx"]);
    }

    [Theory, MemberData(nameof(Forges))]
    public async Task One_issue_for_a_list_is_opened_kept_and_closed(string name)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using var forge = server.Forge();
        await forge.CreateIssue(new("other", "other", ["assessment"]));
        var notice = new ListNotice("harbour-2026", "title", "one", IsEmpty: false, IsDay: true);
        Assert.IsType<IssuePlan.Open>(await notice.Post(forge));
        Assert.IsType<IssuePlan.Leave>(await notice.Post(forge));
        Assert.IsType<IssuePlan.Update>(await (notice with { Body = "two", IsDay = false }).Post(forge));
        Assert.IsType<IssuePlan.Close>(await (notice with { Body = "none", IsEmpty = true }).Post(forge));
        Assert.IsType<IssuePlan.Leave>(await (notice with { Body = "none", IsEmpty = true }).Post(forge));
        Assert.Equal(2, server.Repository.Issues.Count);
        Assert.False(server.Repository.Issues[1].IsOpen);
    }

    [Theory]
    [InlineData("Gitea", 403, "no", "写评论：没有权限（403 no）；令牌需要 write:issue")]
    [InlineData("Gitee", 401, "expired", "写评论：令牌无效或已过期（401 expired）；检查 GITEE_TOKEN")]
    [InlineData("GitLab", 403, "insufficient_scope", "写评论：没有权限（403 insufficient_scope）；令牌需要 api (Reporter)")]
    [InlineData("GitLab", 422, "token " + RestServer.Token + " is odd", "写评论：GitLab 不接受所写内容（422 token *** is odd）")]
    public async Task A_refusal_is_one_line_with_a_remedy_and_is_not_repeated(string name, int status, string said, string expected)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using var forge = server.Forge();
        var operation = name switch { "Gitea" => "POST /repos/{owner}/{repo}/issues/{index}/comments", "Gitee" => "POST /repos/{owner}/{repo}/pulls/{number}/comments", _ => "POST /projects/{id}/merge_requests/{iid}/notes" };
        server.Fail(operation, new Failure.Status(status, said));
        Assert.Equal(expected, (await Assert.ThrowsAsync<ForgeException>(() => forge.CreateComment(Discussion.UnderRequest(7), "text"))).Words.Zh);
        Assert.Empty(server.Waits);
    }

    [Theory, MemberData(nameof(Forges))]
    public async Task A_wrong_token_is_said_and_a_request_that_is_not_there_too(string name)
    {
        await using var server = await RestServer.Start(Enum.Parse<ForgeKind>(name));
        using (var stranger = server.Forge("another"))
        {
            Assert.Contains("the token is not valid", (await Assert.ThrowsAsync<ForgeException>(() => stranger.GetPullRequest(7))).Message, StringComparison.Ordinal);
        }

        using var forge = server.Forge();
        Assert.Contains("not found (404 Not Found): harbour-office/ops-registry has no such object", (await Assert.ThrowsAsync<ForgeException>(() => forge.GetPullRequest(7))).Message, StringComparison.Ordinal);
    }
}
