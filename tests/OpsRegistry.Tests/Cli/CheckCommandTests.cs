using System.Text.Json;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private const string Records = "ops-registry/contracts/example-2026/records/2026";
    private const string Evidence = "ops-registry/contracts/example-2026/evidence";
    private const string Late = $"{Evidence}/2026/02/unnamed.txt";

    // Evidence that no record names is a remark of its own.
    private const string Remark = "nobody names me\n";

    private readonly GitFixture repository = GitFixture.Example();

    public CheckCommandTests()
    {
        repository.Write(Late, Remark).Commit("A proof of nothing");
        repository.CheckOut();
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Remarks_that_stood_there_before_are_counted_and_shown_when_asked_for()
    {
        var folded = Run();
        Assert.Equal(0, folded.Exit);
        Assert.Contains("standing remarks, not listed one by one:", folded.Output, StringComparison.Ordinal);
        Assert.DoesNotContain($"--> {Late}", folded.Output, StringComparison.Ordinal);
        Assert.Contains($"--> {Late}", Run("--severity", "note").Output, StringComparison.Ordinal);
        Assert.Equal("no findings\n", Run("--severity", "error").Output);
    }

    [Fact]
    public void Remarks_on_a_file_that_is_not_committed_are_shown_and_so_is_every_remark_where_there_is_no_git()
    {
        Change(Late, text => text + "a word\n");
        Assert.Contains($"--> {Late}", Run().Output, StringComparison.Ordinal);
        using var bare = new TemporaryFolder();
        CopyTo(bare.Path);
        var outcome = CommandLine.RunOn(bare.Path, "check", "--lang", "en");
        Assert.Contains($"--> {Late}", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("standing", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_git_said_of_remarks_is_asked_again_after_a_change_of_a_file_of_the_commit_or_of_the_index()
    {
        using var git = new LibGit2Sharp.Repository(repository.Root);
        Assert.DoesNotContain($"--> {Late}", Twice(), StringComparison.Ordinal);
        Change(Late, text => text + "a word\n");
        Assert.Contains($"--> {Late}", Twice(), StringComparison.Ordinal);
        Change(Late, _ => Remark);
        Assert.DoesNotContain($"--> {Late}", Twice(), StringComparison.Ordinal);
        LibGit2Sharp.Commands.Remove(git, Late, removeFromWorkingDirectory: false); // the remark stood there before all the same
        Assert.DoesNotContain($"--> {Late}", Twice(), StringComparison.Ordinal);
        LibGit2Sharp.Commands.Stage(git, Late);
        Assert.DoesNotContain($"--> {Late}", Twice(), StringComparison.Ordinal);
        Change(Late, text => text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Contains($"--> {Late}", Twice(), StringComparison.Ordinal);
        git.Config.Set("core.autocrlf", true); // as git for Windows writes every line
        LibGit2Sharp.Commands.Stage(git, Late);
        Assert.DoesNotContain($"--> {Late}", Twice(), StringComparison.Ordinal);
        git.Config.Set("core.autocrlf", false);
        Change(Late, _ => Remark);
        LibGit2Sharp.Commands.Stage(git, Late);
        Change(Late, text => text + "a word\n");
        Assert.Contains($"--> {Late}", Twice(), StringComparison.Ordinal);
        repository.Write(Late, Remark + "a word\n").Commit("A word");
        git.Reset(LibGit2Sharp.ResetMode.Mixed, (LibGit2Sharp.Commit)git.Lookup(repository.Head));
        Assert.DoesNotContain($"--> {Late}", Twice(), StringComparison.Ordinal);

        string Twice()
        {
            var first = Run();
            Assert.Equal(first, Run());
            Assert.Equal(first, Run("--no-cache"));
            return first.Output;
        }
    }

    [Fact]
    public void What_the_commit_does_not_hold_did_not_stand_there_before_whether_git_knows_of_it_or_not()
    {
        const string Fresh = $"{Evidence}/2026/02/fresh.txt";
        Write(Fresh, "nobody names me either\n");
        Assert.Contains($"--> {Fresh}", Run().Output, StringComparison.Ordinal);
        Assert.DoesNotContain($"--> {Late}", Run().Output, StringComparison.Ordinal);
        using var git = new LibGit2Sharp.Repository(repository.Root);
        LibGit2Sharp.Commands.Stage(git, Fresh);
        Assert.Contains($"--> {Fresh}", Run().Output, StringComparison.Ordinal);
        Assert.Equal(Run().Output, Run("--no-cache").Output);
    }

    [Fact]
    public void Errors_come_first_and_the_file_that_could_not_be_read_before_what_follows_from_it()
    {
        Change("ops-registry/contracts/example-2026/systems/portal.yaml", text => text.Replace("kind: System", "kind: Sytem", StringComparison.Ordinal));
        var rules = JsonDocument.Parse(Run("--format", "json").Output).RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => (Rule: finding.GetProperty("rule").GetString()!, Severity: finding.GetProperty("severity").GetString())).ToList();
        Assert.Equal("OPS101", rules[0].Rule);
        Assert.True(rules.Count > 1);
        Assert.Equal(rules.Select(one => one.Severity).Order(Comparer<string?>.Create((left, right) => Rank(left) - Rank(right))), rules.Select(one => one.Severity));
        var text = Run();
        Assert.EndsWith("1 file cannot be read yet; further checks follow once these are mended\n", text.Output, StringComparison.Ordinal);
        Assert.StartsWith("error[OPS101]", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_were_asked_for_are_judged_alone_and_errors_elsewhere_are_counted()
    {
        Write($"{Records}/03/incident-2026-0900.yaml", Misplaced("incident-2026-0900"));
        var outcome = Run(Evidence);
        Assert.Equal(0, outcome.Exit);
        Assert.Contains($"--> {Late}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("more in other files: ./opsreg check", outcome.Output, StringComparison.Ordinal);
        var own = Run($"{Records}/03/incident-2026-0900.yaml");
        Assert.Equal(1, own.Exit);
        Assert.DoesNotContain(Late, own.Output, StringComparison.Ordinal);
        Assert.Equal(own.Output, Run("--changed").Output);
        Assert.Equal(2, Run($"{Records}/04").Exit);
        Assert.Equal(2, Run("--changed", Late).Exit);
    }

    [Fact]
    public void Since_means_what_this_branch_has_changed_and_not_what_the_other_has_become()
    {
        repository.StartBranch("work").Write($"{Records}/03/incident-2026-0900.yaml", Misplaced("incident-2026-0900")).Commit("Mine");
        repository.SwitchTo("main").Write($"{Records}/03/incident-2026-0901.yaml", Misplaced("incident-2026-0901")).Commit("Theirs");
        var outcome = Run("--since", "main", "--at", "work");
        Assert.Equal(1, outcome.Exit);
        Assert.Contains("incident-2026-0900", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Late, outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Late, Run("--since", "main~2", "--at", "main").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("--changed", "--at", "main").Exit);
    }

    [Fact]
    public void The_order_of_reading_is_by_weight_then_depth_then_place()
    {
        var error = new RuleInfo("OPS312", "Late", new("", ""), Severity.Error);
        var name = new RuleInfo("OPS203", "Name", new("", ""), Severity.Error);
        var reading = new RuleInfo("OPS004", "Syntax", new("", ""), Severity.Error) { KeepsFileOut = true };
        var note = new RuleInfo("OPS010", "Note", new("", ""), Severity.Note);
        Finding At(RuleInfo rule, string path) => new(rule, Place.StartOf(path), new("", ""), new("", ""));
        var sorted = FindingOrder.CausesFirst([At(note, "a"), At(error, "b"), At(error, "a"), At(name, "z"), At(reading, "z"), At(reading, "y")]);
        Assert.Equal(["OPS004 y", "OPS004 z", "OPS203 z", "OPS312 a", "OPS312 b", "OPS010 a"], sorted.Select(finding => $"{finding.Rule.Id} {finding.Place.Path}"));
    }

    private Outcome Run(params string[] arguments) => repository.Run(["check", "--lang", "en", .. arguments]);

    /// <summary>A record of January, which can be read and is wrong in any other month's folder.</summary>
    private string Misplaced(string name) => File.ReadAllText(Path.Combine(repository.Root, $"{Records}/01/incident-2026-0001.yaml")).Replace("incident-2026-0001", name, StringComparison.Ordinal);

    private void Write(string path, string text)
    {
        var file = Path.Combine(repository.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private void Change(string path, Func<string, string> change) => Write(path, change(File.ReadAllText(Path.Combine(repository.Root, path))));

    private void CopyTo(string folder)
    {
        foreach (var file in new[] { "ops-registry", "schemas" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(repository.Root, part), "*", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static int Rank(string? severity) => severity switch
    {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    };
}
