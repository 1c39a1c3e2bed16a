using System.Text.Json;
using LibGit2Sharp;
using OpsRegistry.Cli;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Tests.Rules;
using Xunit;

namespace OpsRegistry.Tests.Requests;

/// <summary>A request is found and fetched from a repository beside this one, as a forge keeps it: <c>refs/pull/N/head</c>.</summary>
[Collection("environment")]
public sealed class RequestCommandTests : IDisposable
{
    private readonly GitFixture forge = GitFixture.Example();
    private readonly string clone = Directory.CreateTempSubdirectory("opsreg-request-").FullName;
    private readonly string basis;

    public RequestCommandTests()
    {
        basis = forge.Head;
        Repository.Clone(forge.Root, clone);
    }

    public void Dispose()
    {
        forge.Dispose();
        Delete(clone);
        foreach (var name in new[] { "GITHUB_EVENT_PATH", "OPSREG_PULL_REQUEST", "GITHUB_REPOSITORY", "GITHUB_TOKEN", "GITHUB_SERVER_URL", "GITLAB_CI", "CI_PROJECT_PATH", "CI_SERVER_URL", "TRIGGER_PAYLOAD", "GITEE_PIPELINE_NAME", "GITEE_REPOSITORY", "GITEE_PULL_ID", "GITEE_SOURCE_COMMIT" })
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void The_request_of_a_workflow_run_is_the_one_whose_head_ran()
    {
        var head = Open(7, "记录一条", "ops-registry/contracts/example-2026/records/2026/02/x.txt");
        Happened(new { workflow_run = new { head_sha = head } });
        Assert.Equal(0, Run().Exit);
        var request = Written();
        Assert.Equal((7, basis, head), (request.GetProperty("number").GetInt32(), request.GetProperty("base").GetString(), request.GetProperty("head").GetString()));
        Assert.Equal("https://github.com/office/registry/blob/" + head, request.GetProperty("filesAddress").GetString());
        Assert.False(File.Exists(Path.Combine(clone, "ops-registry/contracts/example-2026/records/2026/02/x.txt"))); // nothing is checked out
    }

    [Fact]
    public void The_account_that_opened_a_request_answers_for_it()
    {
        var head = Open(8, "记录一条", "a.txt");
        Happened(new { pull_request = new { number = 8, head = new { sha = head }, user = new { login = "example-vendor-desk" } } });
        Assert.Equal(0, Run().Exit);
        Assert.Equal("example-vendor-desk", Written().GetProperty("actor").GetString());
    }

    [Theory]
    [InlineData(true, 1, "example-vendor-desk")]
    [InlineData(false, 1, "github-actions[bot]")] // a fork's branch may be called anything
    [InlineData(true, 2, "github-actions[bot]")] // somebody added a commit
    public void A_request_of_the_counter_answers_for_the_account_that_sent_the_form(bool ownBranch, int commits, string actor)
    {
        var head = Open(9, "登记\n\nSubmitted-by: example-vendor-desk\n", [.. Enumerable.Range(1, commits).Select(number => $"{number}.txt")]);
        if (ownBranch)
        {
            using var repository = new Repository(forge.Root);
            repository.Refs.Add("refs/heads/intake/issue-3/example-2026-incident-2026-0002", new ObjectId(head));
        }

        Happened(new { pull_request = new { number = 9, head = new { sha = head }, user = new { login = "github-actions[bot]" } } });
        Assert.Equal(0, Run().Exit);
        Assert.Equal(actor, Written().GetProperty("actor").GetString());
    }

    [Fact]
    public void A_webhook_of_GitLab_names_the_merge_request()
    {
        var head = Open(7, "记录一条", "a.txt");
        using (var repository = new Repository(forge.Root))
        {
            repository.Refs.Add("refs/merge-requests/7/head", new ObjectId(head));
        }

        var payload = Path.Combine(clone, "payload.json");
        File.WriteAllText(payload, JsonSerializer.Serialize(new { object_kind = "merge_request", user = new { username = "somebody" }, object_attributes = new { iid = 7, last_commit = new { id = head } } }));
        foreach (var (name, value) in new[] { ("GITLAB_CI", "true"), ("TRIGGER_PAYLOAD", payload), ("CI_PROJECT_PATH", "gov/it/registry"), ("CI_SERVER_URL", "https://gitlab.example.gov") })
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Assert.Equal(0, Run().Exit);
        Assert.Equal((7, head), (Written().GetProperty("number").GetInt32(), Written().GetProperty("head").GetString()));
        Assert.Equal("https://gitlab.example.gov/gov/it/registry/-/blob/" + head, Written().GetProperty("filesAddress").GetString());
    }

    [Fact]
    public void The_variables_of_Gitee_Go_name_the_request()
    {
        var head = Open(7, "记录一条", "a.txt");
        foreach (var (name, value) in new[] { ("GITEE_PIPELINE_NAME", "records"), ("GITEE_PULL_ID", "7"), ("GITEE_SOURCE_COMMIT", head), ("GITEE_REPOSITORY", "office/registry") })
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Assert.Equal(0, Run().Exit);
        Assert.Equal("https://gitee.com/office/registry/blob/" + head, Written().GetProperty("filesAddress").GetString());
        Environment.SetEnvironmentVariable("GITEE_SOURCE_COMMIT", basis);
        Assert.Equal(3, Run().Exit);
    }

    [Fact]
    public void A_request_that_moved_on_is_left_to_its_own_run()
    {
        Open(7, "一", "a.txt");
        Happened(new { pull_request = new { number = 7, head = new { sha = basis }, user = new { login = "a" } } });
        Assert.Equal(3, Run().Exit);
        Assert.False(File.Exists(Path.Combine(clone, "out", "request.json")));
    }

    [Fact]
    public void The_request_that_a_run_names_is_meant_whatever_else_ends_at_its_commit()
    {
        var head = Open(7, "记录一条", "a.txt");
        Point(9, head);
        Happened(new { workflow_run = new { head_sha = head, pull_requests = new[] { new { number = 7 } } } });
        Assert.Equal(0, Run().Exit);
        Assert.Equal(7, Written().GetProperty("number").GetInt32());
    }

    [Fact]
    public void Where_several_end_at_one_commit_and_nobody_can_tell_which_is_open_it_is_asked()
    {
        Point(9, Open(7, "记录一条", "a.txt"));
        Happened(new { workflow_run = new { head_sha = Open(7, "记录一条", "a.txt") } });
        var outcome = Run();
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("OPSREG_PULL_REQUEST", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 7, "example-vendor-desk")]
    [InlineData(false, 9, "stranger")]
    public void The_first_open_one_of_several_has_the_verdict(bool isOpen, int number, string actor)
    {
        var head = Open(7, "记录一条", "a.txt");
        Point(9, head);
        Happened(new { workflow_run = new { head_sha = head } });
        Assert.Equal(0, RunOn(new(7, "example-vendor-desk", isOpen), new(9, "stranger", true)).Exit);
        Assert.Equal((number, actor), (Written().GetProperty("number").GetInt32(), Written().GetProperty("actor").GetString()));
    }

    [Theory]
    [InlineData("stranger", 3)]
    [InlineData("example-vendor-desk", 0)] // one account's two requests are judged alike
    public void A_request_of_another_account_never_takes_the_verdict_over(string author, int exit)
    {
        var head = Open(7, "记录一条", "a.txt");
        Point(9, head);
        Happened(new { pull_request = new { number = 9, head = new { sha = head }, user = new { login = author } } });
        var outcome = RunOn(new(7, "example-vendor-desk", true), new(9, author, true));
        Assert.Equal(exit, outcome.Exit);
        Assert.Equal(exit == 0, File.Exists(Path.Combine(clone, "out", "request.json")));
        Assert.Equal(exit == 3, outcome.Error.Contains("#9 与 example-vendor-desk 先开的 #7 停在同一提交", StringComparison.Ordinal));
    }

    [Fact]
    public void An_event_without_a_request_is_said_in_one_line()
    {
        Happened(new { workflow_run = new { head_sha = basis } });
        var outcome = Run();
        Assert.Equal(2, outcome.Exit);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void The_review_takes_what_the_request_left_and_leaves_the_verdict()
    {
        var head = Open(7, "改约定", "ops-registry/contracts/example-2026/notes.bin");
        Happened(new { pull_request = new { number = 7, head = new { sha = head }, user = new { login = "stranger" } } });
        Run();
        Assert.Equal(1, CommandLine.RunOn(clone, "review", "--request", Path.Combine(clone, "out")).Exit); // OPS201: an unknown file
        Assert.Equal(0, CommandLine.RunOn(clone, "review", "--request", Path.Combine(clone, "out"), "--report-only").Exit);
        using var verdict = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(clone, "out", "review.json")));
        Assert.Equal("refused", verdict.RootElement.GetProperty("verdict").GetString());
        Assert.Contains("OPS201", File.ReadAllText(Path.Combine(clone, "out", "review.md")), StringComparison.Ordinal);
    }

    private Outcome Run() => CommandLine.RunOn(clone, "request", "--output", Path.Combine(clone, "out"));

    /// <summary>The same beside a forge that knows some requests.</summary>
    private Outcome RunOn(params Known[] requests)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var parse = Application.Root().Parse(["request", "--root", clone]);
        parse.InvocationConfiguration.Output = output;
        parse.InvocationConfiguration.Error = error;
        var exit = RequestCommand.Run(parse, Path.Combine(clone, "out"), name => name == "GITHUB_TOKEN" ? "secret" : Environment.GetEnvironmentVariable(name), _ => new MemoryForge { Known = requests.ToDictionary(one => one.Number, one => (one.Author, one.IsOpen)) });
        return new(exit, output.ToString(), error.ToString());
    }

    private void Point(int number, string head)
    {
        using var repository = new Repository(forge.Root);
        repository.Refs.Add($"refs/pull/{number}/head", new ObjectId(head));
    }

    private JsonElement Written() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(clone, "out", "request.json"))).RootElement;

    private void Happened(object happened)
    {
        var path = Path.Combine(clone, ".git", "event.json");
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(happened));
        Environment.SetEnvironmentVariable("GITHUB_EVENT_PATH", path);
        Environment.SetEnvironmentVariable("GITHUB_REPOSITORY", "office/registry");
    }

    // One commit for each file, on no branch: as a forge keeps what a fork sent.
    private string Open(int number, string message, params string[] files)
    {
        using var repository = new Repository(forge.Root);
        var parent = repository.Lookup<Commit>(basis);
        var somebody = new Signature("somebody", "somebody@example.invalid", new DateTimeOffset(2026, 4, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        foreach (var file in files)
        {
            var tree = TreeDefinition.From(parent.Tree);
            tree.Add(file, repository.ObjectDatabase.CreateBlob(new MemoryStream([1])), Mode.NonExecutableFile);
            parent = repository.ObjectDatabase.CreateCommit(somebody, somebody, message, repository.ObjectDatabase.CreateTree(tree), [parent], prettifyMessage: false);
        }

        repository.Refs.Add($"refs/pull/{number}/head", parent.Id, allowOverwrite: true);
        return parent.Sha;
    }

    private sealed record Known(int Number, string Author, bool IsOpen);

    private static void Delete(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
