using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>What is done about the comment under a request.</summary>
public sealed class CommentPlanTests
{
    private const string Bot = GitHubRepository.Bot, Comments = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
    private static readonly string Head = new('a', 40);

    [Fact]
    public void Without_a_comment_one_is_written() =>
        Assert.Equal(new CommentPlan.Create("<!-- opsreg:verdict -->\ntext"), Decide([], "text") with { Surplus = [] }, Same);

    [Fact]
    public void A_comment_that_says_something_else_is_edited() =>
        Assert.Equal(new CommentPlan.Update(2, "<!-- opsreg:verdict -->\nnew"), Decide([new(1, "somebody", "hello"), new(2, Bot, "<!-- opsreg:verdict -->\nold")], "new"), Same);

    [Fact]
    public void A_comment_that_says_the_same_with_other_line_ends_is_left() =>
        Assert.IsType<CommentPlan.Leave>(Decide([new(2, Bot, "<!-- opsreg:verdict -->\r\na\r\nb  ")], "a\nb\n"));

    [Fact]
    public void Nobody_elses_comment_is_touched_whatever_it_begins_with() =>
        Assert.IsType<CommentPlan.Create>(Decide([new(1, "vendor", "<!-- opsreg:verdict -->\n## ✅")], "text"));

    [Fact]
    public void Our_own_comment_that_only_quotes_the_mark_is_not_touched() =>
        Assert.IsType<CommentPlan.Create>(Decide([new(1, Bot, "> <!-- opsreg:verdict -->")], "text"));

    [Fact]
    public void A_verdict_of_an_older_commit_is_not_written() =>
        Assert.IsType<CommentPlan.Leave>(CommentPlan.Decide([new(2, Bot, "<!-- opsreg:verdict -->\nnewer")], Bot, CommentPlan.VerdictMark, "older", isNewest: false));

    [Fact]
    public void Where_nothing_of_the_registry_changes_nothing_is_said() => Assert.IsType<CommentPlan.Leave>(Decide([], null));

    [Fact]
    public void A_comment_that_stands_is_taken_back_in_words_where_nothing_of_the_registry_changes_any_more() =>
        Assert.IsType<CommentPlan.Update>(Decide([new(2, Bot, "<!-- opsreg:verdict -->\nold")], null));

    [Fact]
    public async Task Two_runs_at_the_same_time_end_with_one_comment()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Repository.Requests.Add(7, new(7, "fork", "vendor"));
        server.Fail($"POST {Comments}", new Failure.Meanwhile(() => server.Repository.AddComment(7, Bot, "<!-- opsreg:verdict -->\nthe other run's")));
        Assert.IsType<CommentPlan.Create>(await CommentPoster.Post(forge, 7, Head, "ours"));
        Assert.Equal(["<!-- opsreg:verdict -->\nours"], server.Repository.Comments.Select(pair => pair.Comment.Body));
    }

    [Fact]
    public async Task A_request_that_moves_on_while_its_comments_are_read_keeps_its_newer_verdict()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Repository.Requests.Add(7, new(7, "fork", "vendor"));
        server.Fail($"GET {Comments}", new Failure.Meanwhile(() =>
        {
            server.Repository.Requests[7].HeadSha = new string('c', 40);
            server.Repository.AddComment(7, Bot, "<!-- opsreg:verdict -->\nnewer");
        }));
        Assert.IsType<CommentPlan.Leave>(await CommentPoster.Post(forge, 7, Head, "older"));
        Assert.Equal(["<!-- opsreg:verdict -->\nnewer"], server.Repository.Comments.Select(pair => pair.Comment.Body));
    }

    [Fact]
    public async Task A_comment_that_a_run_wrote_twice_is_there_once_after_the_next()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        server.Repository.Requests.Add(7, new(7, "fork", "vendor"));
        server.Repository.AddComment(7, Bot, "<!-- opsreg:verdict -->\ntext");
        server.Repository.AddComment(7, Bot, "<!-- opsreg:verdict -->\ntext");
        await CommentPoster.Post(forge, 7, Head, "text");
        Assert.Single(server.Repository.Comments);
    }

    private static bool Same(CommentPlan one, CommentPlan other) => (one, other) switch
    {
        (CommentPlan.Create a, CommentPlan.Create b) => a.Body == b.Body,
        (CommentPlan.Update a, CommentPlan.Update b) => (a.Id, a.Body) == (b.Id, b.Body),
        _ => false,
    };

    private static CommentPlan Decide(IReadOnlyList<ForgeComment> comments, string? body) => CommentPlan.Decide(comments, Bot, CommentPlan.VerdictMark, body, isNewest: true);
}
