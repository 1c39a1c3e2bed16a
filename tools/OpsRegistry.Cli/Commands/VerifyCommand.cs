using System.CommandLine;
using OpsRegistry.Cli.Signing;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Sources.Git;
using OpsRegistry.Verifying;
using OpsRegistry.Verifying.History;
using OpsRegistry.Verifying.Seals;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg verify</c>: proves reports, seals and history.</summary>
internal static class VerifyCommand
{
    private const string CheckpointTags = "refs/tags/checkpoint/";

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "要核验的工作簿 / workbooks to prove", Arity = ArgumentArity.ZeroOrMore };
        var seals = new Option<bool>("--seals") { Description = "核验封存：摘要、链、签名、得分，以及封存后的改动 / prove the seals: digest, chain, signature, score, and what changed since" };
        var history = new Option<bool>("--history") { Description = "核验历史：删改、夹带的合并、被改写的历史 / prove the history: deletions, edits, evil merges, rewritten history" };
        var since = new Option<string?>("--since") { Description = "只看此提交之后的历史 / judge only what came after a commit", HelpName = "revision" };
        var checkpoints = new Option<string[]>("--checkpoint") { Description = "历史里必须有的提交；标签 checkpoint/* 和封存所指的提交总是算数 / a commit that must be in the history; tags checkpoint/* and sealed commits always count", HelpName = "commit" };
        var format = GlobalOptions.Format("text", "json", "sarif", "github", "junit");
        var command = new Verb("verify", "核验工作簿、封存和历史 / prove a report, the seals or the history",
            "./opsreg verify reports/fujian-2023/P1/assessment.xlsx", "./opsreg verify signed.xlsx --at origin/main", "./opsreg verify --seals", "./opsreg verify --history --since v1.0")
        {
            Arguments = { files },
            Options = { seals, history, since, checkpoints, format },
        };
        command.SetAction(parse => Run(Session.Open(parse), new(
            parse.GetValue(files) ?? [], parse.GetValue(seals), parse.GetValue(history), parse.GetValue(since), parse.GetValue(checkpoints) ?? [], parse.GetValue(format)!)));
        return command;
    }

    /// <summary>A history that was rewritten from its first commit looks whole: only what was kept outside of it tells.</summary>
    private static Text FirstSight { get; } = new(
        "opsreg：初次所见：没有检查点，也没有 --since，无从知道这份历史是否就是以前那一份；用 ./opsreg checkpoint 留下检查点",
        "opsreg: first sight: with neither a checkpoint nor --since nothing ties this history to an earlier one; leave a checkpoint with ./opsreg checkpoint");

    private sealed record Asked(string[] Files, bool Seals, bool History, string? Since, string[] Checkpoints, string Format);

    private static int Run(Session session, Asked asked)
    {
        if (asked.Files.Length == 0 && !asked.Seals && !asked.History)
        {
            throw new UsageException(new("要核验什么：写工作簿的文件名，或 --seals、--history", "say what to verify: name a workbook, or --seals, --history"));
        }

        if (HistoryGuard.Refusal(session) is { } refusal)
        {
            return CannotVerify(session, new($"{refusal.Why.Zh}；{refusal.Remedy.Zh}", $"{refusal.Why.En}; {refusal.Remedy.En}"));
        }

        try
        {
            return Verify(session, asked);
        }
        catch (CannotProveException missing)
        {
            return CannotVerify(session, missing.Words);
        }
        catch (Exception missing) when (missing is MissingObjectException or LibGit2Sharp.LibGit2SharpException)
        {
            var words = HistoryGuard.Missing((missing as MissingObjectException)?.Id ?? missing.Message);
            return CannotVerify(session, new($"{words.Zh}；{HistoryGuard.FetchAll.Zh}", $"{words.En}; {HistoryGuard.FetchAll.En}"));
        }
    }

    private static int Verify(Session session, Asked asked)
    {
        var head = session.At ?? session.Workspace.Repository!.Head!;
        var findings = new List<Finding>();
        var said = new List<Text>();
        var isFirstSight = false;
        if (asked.Seals)
        {
            var report = Seals(session, head);
            findings.AddRange(report.Findings);
            said.Add(new($"核验了 {report.Seals} 份封存", $"proved {English.Count(report.Seals, "seal")}"));
        }

        if (asked.History)
        {
            var report = History(session, head, asked);
            findings.AddRange(report.Findings);
            said.Add(new($"走完 {report.Steps} 步历史，到 {head.Short}", $"walked {English.Count(report.Steps, "step")} of history up to {head.Short}"));
            isFirstSight = string.IsNullOrEmpty(asked.Since) && asked.Checkpoints.Length == 0 && session.Workspace.Repository!.References(CheckpointTags).Count == 0;
        }

        foreach (var file in asked.Files)
        {
            var verified = WorkbookVerification.Verify(session, head, file);
            findings.AddRange(verified.Findings);
            said.AddRange(verified.Said);
        }

        Write(session, findings, asked.Format);
        foreach (var words in said.Where(_ => asked.Format == "text"))
        {
            session.Output.WriteLine(words.In(session.Language));
        }

        if (isFirstSight)
        {
            session.Error.WriteLine(FirstSight.In(session.Language));
        }

        return findings.Any(finding => finding.Rule.Severity == Severity.Error && finding.Rule != WorkbookRules.NotCompared) ? ExitCode.Findings
            : isFirstSight && Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not "false" ? ExitCode.CannotVerify
            : findings.Any(finding => finding.Rule == WorkbookRules.NotCompared) ? ExitCode.CannotVerify
            : ExitCode.Clean;
    }

    private static HistoryReport History(Session session, CommitInfo head, Asked asked)
    {
        var git = session.Workspace.Repository!;
        var since = string.IsNullOrEmpty(asked.Since) ? null : session.Workspace.Commit(asked.Since);
        if (since is not null && git.FirstParents(head).All(commit => commit.Id != since.Id))
        {
            throw new UsageException(new($"“{asked.Since}”不在 {head.Short} 的主线上", $"'{asked.Since}' is not on the main line of {head.Short}"));
        }

        using var line = Progress.Begin(session.Parse, session.Language);
        var start = Place.StartOf("ops-registry");
        var registry = session.Workspace.LoadAnew(head).Registry;
        var checkpoints = HistoryVerifier.Sealed(registry)
            .Concat(git.References(CheckpointTags).Select(tag => new Checkpoint(tag.Id, start) { Tag = tag.Name }))
            .Concat(asked.Checkpoints.Select(name => new Checkpoint(IdOf(git, name), start)))
            .ToList();
        return HistoryVerifier.Verify(git, head, since, session.Workspace.Schemas(head), checkpoints, HistoryVerifier.KeysOf(registry, new SshKeys()), SystemClock.Instance.GetCurrentInstant(), line);
    }

    private static SealReport Seals(Session session, CommitInfo head)
    {
        using var line = Progress.Begin(session.Parse, session.Language);
        return new SealVerifier(session.Workspace.Repository!, session.Workspace.LoadAnew, new SshKeys()) { Steps = line }.Verify(head);
    }

    /// <summary>The id that a checkpoint names; one that the repository does not hold must be written in full.</summary>
    private static string IdOf(GitRepository git, string name) => git.Resolve(name)?.Id
        ?? (name.Length == 40 && name.All(char.IsAsciiHexDigitLower) ? name : throw new UsageException(new(
            $"检查点“{name}”不是仓库里的提交：不在仓库里的要写全 40 位", $"checkpoint '{name}' is no commit of the repository: write all 40 digits of one that it does not hold")));

    private static void Write(Session session, IReadOnlyList<Finding> findings, string format)
    {
        switch (format)
        {
            case "json":
                JsonFindings.Write(session.Output, findings);
                break;
            case "sarif":
                SarifFindings.Write(session.Output, findings, session.Language, ToolVersion.Current, RuleTextFile.Read());
                break;
            case "github":
                GitHubFindings.Write(session.Output, findings, session.Language);
                break;
            case "junit":
                JUnitFindings.Write(session.Output, findings, session.Language);
                break;
            default:
                // The places are those of other commits than the work tree, so no excerpt is shown.
                TextFindings.Write(session.Output, findings, _ => null, session.Language, ToolVersion.UsesColour(session.Output));
                break;
        }
    }

    private static int CannotVerify(Session session, Text words)
    {
        session.Error.WriteLine(new Text($"opsreg：不能核验：{words.Zh}", $"opsreg: cannot verify: {words.En}").In(session.Language));
        return ExitCode.CannotVerify;
    }
}
