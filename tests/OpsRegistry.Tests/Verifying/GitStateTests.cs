using System.Diagnostics;
using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Git as people have it: each state of a clone works, or is refused with what helps; none is a bug of ours and none a false alarm.</summary>
public sealed class GitStateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-states-").FullName;

    [Theory]
    [InlineData("plain", "clone -q {origin} {here}", "", ExitCode.Clean, "")]
    [InlineData("detached", "clone -q {origin} {here}", "checkout -q --detach", ExitCode.Clean, "")]
    [InlineData("worktree", "clone -q {origin} {here}.main", "-C {here}.main worktree add -q {here}", ExitCode.Clean, "")]
    [InlineData("splitIndex", "clone -q {origin} {here}", "update-index --split-index", ExitCode.Clean, "")]
    [InlineData("sparse", "clone -q --sparse {origin} {here}", "", ExitCode.Clean, "")]
    [InlineData("bare", "clone -q --bare {origin} {here}", "", ExitCode.Clean, "")]
    [InlineData("shallow", "clone -q --depth 1 {origin} {here}", "", ExitCode.CannotVerify, "--unshallow")]
    [InlineData("blobless", "clone -q --no-checkout --filter=blob:none {origin} {here}", "", ExitCode.CannotVerify, "--no-filter")]
    [InlineData("treeless", "clone -q --no-checkout --filter=tree:0 {origin} {here}", "", ExitCode.CannotVerify, "--no-filter")]
    public void A_clone_is_proved_or_refused_with_what_helps(string state, string clone, string then, int exit, string remedy)
    {
        using var fixture = GitFixture.Example();
        fixture.Replace("ops-registry/registry.yaml", "language: zh", "language: en").Commit("English");
        fixture.CheckOut();
        Git(fixture.Root, "config uploadpack.allowFilter true");
        var here = Path.Combine(folder, state);
        Git(folder, clone.Replace("{origin}", "file://" + fixture.Root, StringComparison.Ordinal).Replace("{here}", here, StringComparison.Ordinal));
        if (then.Length > 0)
        {
            Git(Directory.Exists(here) ? here : folder, then.Replace("{here}", here, StringComparison.Ordinal));
        }

        var outcome = CommandLine.RunOn(here, "verify", "--history", "--at", "HEAD", "--lang", "en");
        Assert.True(outcome.Exit == exit, $"{outcome.Exit}: {outcome.Error}{outcome.Output}");
        Assert.Contains(remedy, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refstorage", "reftable", "clone again")]
    [InlineData("relativeWorktrees", "true", "git worktree repair --no-relative-paths")]
    [InlineData("compatObjectFormat", "sha256", "clone again")]
    public void A_repository_in_a_format_that_is_not_read_is_refused_with_what_the_library_says(string extension, string value, string remedy)
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        Git(fixture.Root, "config core.repositoryformatversion 1");
        Git(fixture.Root, $"config extensions.{extension} {value}");
        var outcome = fixture.Run("check", "--at", "HEAD", "--lang", "en");
        Assert.Equal(ExitCode.CannotVerify, outcome.Exit);
        Assert.Contains(remedy, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_of_SHA_256_is_refused_and_the_copy_that_is_advised_is_read()
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        var (long256, copy) = (Path.Combine(folder, "long"), Path.Combine(folder, "copy"));
        Git(folder, $"init -q --object-format=sha256 {long256}");
        Run("cp", folder, ["-r", Path.Combine(fixture.Root, "ops-registry"), Path.Combine(fixture.Root, "schemas"), long256]);
        Git(long256, "add -A");
        Git(long256, "-c user.name=desk -c user.email=desk@example.invalid commit -qm registry");
        var outcome = CommandLine.RunOn(long256, "verify", "--history", "--lang", "en");
        Assert.Equal(ExitCode.CannotVerify, outcome.Exit);
        const string advised = "git init ../copy && git fast-export --all --signed-tags=strip | git -C ../copy fast-import";
        Assert.Contains(advised, outcome.Error, StringComparison.Ordinal);
        Run("sh", long256, ["-c", advised.Replace("git ", "git -c advice.defaultBranchName=false ", StringComparison.Ordinal) + " --quiet"]);
        Assert.Equal(ExitCode.Clean, CommandLine.RunOn(copy, "verify", "--history", "--at", "HEAD", "--lang", "en").Exit);
    }

    [Fact]
    public void A_registry_that_is_a_submodule_of_another_repository_is_proved()
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        var around = Path.Combine(folder, "around");
        Git(folder, $"init -q {around}");
        Git(around, $"-c protocol.file.allow=always submodule --quiet add file://{fixture.Root} registry");
        Assert.Equal(ExitCode.Clean, CommandLine.RunOn(Path.Combine(around, "registry"), "verify", "--history", "--lang", "en").Exit);
        Assert.Equal(ExitCode.Clean, CommandLine.RunOn(Path.Combine(around, "registry"), "check", "--at", "HEAD").Exit);
    }

    [Fact]
    public void A_clone_that_belongs_to_somebody_else_is_read_as_git_reads_nothing_of_it()
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        var here = Path.Combine(folder, "theirs");
        Git(folder, $"clone -q file://{fixture.Root} {here}");
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", folder, ["-R", "12345:12345", here]); // nobody else may give files away
        }

        Assert.Equal(ExitCode.Clean, CommandLine.RunOn(here, "verify", "--history", "--lang", "en").Exit);
    }

    [Theory]
    [InlineData("checkpoint one")]
    [InlineData("request --forge github")]
    public void Without_the_git_program_what_needs_it_says_so_and_the_rest_works(string line)
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "opsreg.dll"), .. line.Split(' '), "--root", fixture.Root, "--lang", "en"])
        {
            WorkingDirectory = fixture.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = folder;
        start.Environment["GITHUB_EVENT_NAME"] = "pull_request";
        start.Environment["GITHUB_REPOSITORY"] = "example/registry";
        start.Environment["GITHUB_EVENT_PATH"] = Path.Combine(folder, "event.json");
        File.WriteAllText(Path.Combine(folder, "event.json"), $$"""{"pull_request": {"number": 7, "head": {"sha": "{{fixture.Head}}"}, "user": {"login": "x"} } }""");
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((ExitCode.CannotVerify, "opsreg: there is no git program: install git, or put it on PATH\n"), (process.ExitCode, complaint));
    }

    [Fact]
    public void A_registry_below_the_root_of_a_repository_is_read_there()
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        var below = Path.Combine(fixture.Root, "office");
        Directory.CreateDirectory(below);
        Directory.Move(Path.Combine(fixture.Root, "ops-registry"), Path.Combine(below, "ops-registry"));
        Git(fixture.Root, "config user.name desk");
        Git(fixture.Root, "config user.email desk@example.invalid");
        Git(fixture.Root, "add -A");
        Git(fixture.Root, "commit -qm below");
        Assert.Equal(CommandLine.RunOn(below, "check", "--lang", "en").Output, CommandLine.RunOn(below, "check", "--at", "HEAD", "--lang", "en").Output);
    }

    [Fact]
    public void A_checkpoint_with_a_message_ties_history_and_is_no_alarm()
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        Git(fixture.Root, "config user.name desk");
        Git(fixture.Root, "config user.email desk@example.invalid");
        Assert.Contains("first sight", fixture.Run("verify", "--history", "--lang", "en").Error, StringComparison.Ordinal);
        var made = fixture.Run("checkpoint", "settled", "--lang", "en");
        Assert.Equal(ExitCode.Clean, made.Exit);
        Assert.Equal((ExitCode.Clean, ""), fixture.Run("verify", "--history", "--lang", "en") is var proved ? (proved.Exit, proved.Error) : default);
        Assert.Equal(ExitCode.Clean, fixture.Run("check", "--at", "checkpoint/settled").Exit);
        Assert.Equal(ExitCode.Misuse, fixture.Run("checkpoint", "settled").Exit);
    }

    [Fact]
    public void A_checkpoint_signed_with_an_ssh_key_is_one_that_git_can_prove()
    {
        using var fixture = GitFixture.Example();
        fixture.CheckOut();
        Git(fixture.Root, "config user.name desk");
        Git(fixture.Root, "config user.email desk@example.invalid");
        var key = Path.Combine(folder, "key");
        Run("ssh-keygen", folder, ["-q", "-t", "ed25519", "-N", "", "-C", "desk", "-f", key]);
        Assert.Equal(ExitCode.Clean, fixture.Run("checkpoint", "signed", "--sign-key", key, "--lang", "en").Exit);
        var signers = Path.Combine(folder, "signers");
        File.WriteAllText(signers, $"desk@example.invalid {File.ReadAllText(key + ".pub")}");
        Run("git", fixture.Root, ["-c", $"gpg.ssh.allowedSignersFile={signers}", "verify-tag", "checkpoint/signed"]);
        Assert.Equal(ExitCode.Clean, fixture.Run("verify", "--history", "--lang", "en").Exit);

        // Once a party's file has keys, a signed checkpoint is one of theirs or an error.
        var party = Path.Combine(fixture.Root, "ops-registry/parties/example-bureau.yaml");
        var words = File.ReadAllText(key + ".pub").Split(' ');
        File.WriteAllText(party, File.ReadAllText(party).Replace("  role: purchaser", $"  role: purchaser\n  signingKeys:\n    - {{signer: example-review-01, key: {words[0]} {words[1]}}}", StringComparison.Ordinal));
        Git(fixture.Root, "commit -qam key");
        Assert.Equal((ExitCode.Clean, ""), fixture.Run("verify", "--history", "--lang", "en") is var proved ? (proved.Exit, proved.Error) : default);
        var other = Path.Combine(folder, "other");
        Run("ssh-keygen", folder, ["-q", "-t", "ed25519", "-N", "", "-C", "desk", "-f", other]);
        Assert.Equal(ExitCode.Clean, fixture.Run("checkpoint", "theirs", "--sign-key", other).Exit);
        var refused = fixture.Run("verify", "--history", "--lang", "en");
        Assert.Equal(ExitCode.Findings, refused.Exit);
        Assert.Contains("error[OPS726]: the signature of checkpoint/theirs is of none of the parties' keys in force", refused.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Git(string where, string arguments) => Run("git", where, arguments.Split(' '));

    private static void Run(string program, string where, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = where, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var complaint = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {complaint.GetAwaiter().GetResult()}");
    }
}
