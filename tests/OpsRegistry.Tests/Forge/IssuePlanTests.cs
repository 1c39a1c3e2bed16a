using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>What is done about the one issue that holds a list.</summary>
public sealed class IssuePlanTests
{
    private const string Bot = GitHubRepository.Bot, Mark = "<!-- opsreg:waiting/harbour-2026 -->";

    [Fact]
    public void It_is_opened_on_its_day() => Assert.IsType<IssuePlan.Open>(Decide([], Notice("a")));

    [Fact]
    public void It_is_not_opened_on_another_day() => Assert.IsType<IssuePlan.Leave>(Decide([], Notice("a") with { IsDay = false }));

    [Fact]
    public void It_is_not_opened_while_nothing_is_on_the_list() => Assert.IsType<IssuePlan.Leave>(Decide([], Notice("none") with { IsEmpty = true }));

    [Fact]
    public void It_is_brought_up_to_date_on_every_day() =>
        Assert.Equal(new IssuePlan.Update("3"), Decide([Issue(3, $"{Mark}\nold")], Notice("new") with { IsDay = false }));

    [Fact]
    public void What_says_the_same_with_other_line_ends_is_left() => Assert.IsType<IssuePlan.Leave>(Decide([Issue(3, $"{Mark}\r\na  ")], Notice("a")));

    [Fact]
    public void It_is_closed_once_nothing_is_on_the_list() =>
        Assert.Equal(new IssuePlan.Close("3"), Decide([Issue(3, $"{Mark}\nold")], Notice("none") with { IsEmpty = true }));

    [Fact]
    public void A_closed_one_is_opened_again_on_its_day_and_no_second_one() =>
        Assert.Equal(new IssuePlan.Update("3"), Decide([Issue(3, $"{Mark}\na") with { IsOpen = false }], Notice("a")));

    [Fact]
    public void One_that_somebody_closed_stays_closed_on_other_days() =>
        Assert.IsType<IssuePlan.Leave>(Decide([Issue(3, $"{Mark}\nold") with { IsOpen = false }], Notice("new") with { IsDay = false }));

    [Fact]
    public void Nobody_elses_issue_is_touched_whatever_it_begins_with() =>
        Assert.IsType<IssuePlan.Open>(Decide([Issue(3, $"{Mark}\na") with { Author = "vendor" }], Notice("a")));

    [Fact]
    public void Another_lists_issue_is_not_touched() =>
        Assert.IsType<IssuePlan.Open>(Decide([Issue(3, "<!-- opsreg:waiting/harbour-2025 -->\na")], Notice("a")));

    [Fact]
    public async Task One_issue_for_a_list_is_opened_kept_and_closed()
    {
        await using var server = await GitHubServer.Start();
        using var forge = server.Forge();
        var notice = Notice("one");
        Assert.IsType<IssuePlan.Open>(await notice.Post(forge));
        Assert.IsType<IssuePlan.Leave>(await notice.Post(forge));
        Assert.IsType<IssuePlan.Update>(await (notice with { Body = "two", IsDay = false }).Post(forge));
        Assert.Equal($"{Mark}\ntwo", (string?)server.Repository.Issues.Single()["body"]);
        Assert.IsType<IssuePlan.Close>(await (notice with { Body = "none", IsEmpty = true }).Post(forge));
        Assert.Equal("closed", (string?)server.Repository.Issues.Single()["state"]);
        Assert.IsType<IssuePlan.Leave>(await (notice with { Body = "none", IsEmpty = true }).Post(forge));
    }

    private static IssuePlan Decide(IReadOnlyList<Issue> issues, ListNotice notice) => IssuePlan.Decide(issues, Bot, notice);

    private static ListNotice Notice(string body) => new("harbour-2026", "title", body, IsEmpty: false, IsDay: true);

    private static Issue Issue(int number, string body) => new($"{number}", Bot, body, "https://forge.invalid/3", IsOpen: true);
}
