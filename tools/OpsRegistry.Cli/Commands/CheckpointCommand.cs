using System.CommandLine;
using System.Diagnostics;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg checkpoint</c>: a tag, signed where a key is given, that later runs of <c>verify --history</c> must find in the branch.</summary>
internal static class CheckpointCommand
{
    private const string Folder = "checkpoint/";

    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "检查点名称，默认为提交的日期 / its name, the commit's date by default", Arity = ArgumentArity.ZeroOrOne };
        var key = new Option<string?>("--sign-key") { Description = "SSH 私钥文件，用它签署 / SSH private key to sign with", HelpName = "file" };
        var command = new Verb("checkpoint", "留下检查点：此后 verify --history 必须在历史里找到这次提交 / leave a checkpoint: verify --history must find this commit from now on",
            "./opsreg checkpoint --sign-key ~/.ssh/id_ed25519 && git push origin refs/tags/checkpoint/2026-11-28", "./opsreg checkpoint settled-2026-q3 --at origin/main")
        {
            Arguments = { name },
            Options = { key },
        };
        command.SetAction(parse => Run(parse, parse.GetValue(name), parse.GetValue(key)));
        return command;
    }

    private static int Run(ParseResult parse, string? name, string? key)
    {
        var workspace = Session.Find(parse);
        var commit = workspace.Commit(parse.GetValue(GlobalOptions.At) ?? "HEAD");
        var tag = Folder + (name ?? $"{BeijingTime.DateOf(commit.CommittedAt):uuuu'-'MM'-'dd}");
        if (workspace.Repository!.References("refs/tags/" + tag).Any(known => known.Name == "refs/tags/" + tag))
        {
            throw new UsageException(new($"已有检查点“{tag}”；另取一个名称", $"there is a checkpoint '{tag}' already: give another name"));
        }

        Git(workspace, key is null ? ["tag", "--no-sign", "-m", Message(commit), tag, commit.Id] : ["-c", "gpg.format=ssh", "-c", $"user.signingKey={Path.GetFullPath(key)}", "tag", "-s", "-m", Message(commit), tag, commit.Id]);
        var language = GlobalOptions.LanguageOf(parse);
        parse.InvocationConfiguration.Output.WriteLine($"{tag} {commit.Short}");
        parse.InvocationConfiguration.Output.WriteLine((key is null ? new Text("  未签名", "  not signed") : new Text("  已签名", "  signed")).In(language));
        parse.InvocationConfiguration.Output.WriteLine(new Text($"  推送：git push origin refs/tags/{tag}", $"  push it: git push origin refs/tags/{tag}").In(language));
        return ExitCode.Clean;
    }

    private static string Message(CommitInfo commit) => $"checkpoint: {commit.Id} was the newest commit";

    private static void Git(Workspace workspace, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { UseShellExecute = false, WorkingDirectory = workspace.Root, RedirectStandardError = true, RedirectStandardOutput = true };
        using var git = GitProgram.Start(start);
        var complaint = git.StandardError.ReadToEndAsync();
        git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0)
        {
            throw new IOException($"git tag: {complaint.GetAwaiter().GetResult().Trim()}");
        }
    }
}
