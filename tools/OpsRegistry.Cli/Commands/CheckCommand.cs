using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Cli.Sharding;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Shards;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg check</c>: load and apply every rule; of all that is found, what was asked for is shown.</summary>
internal static class CheckCommand
{
    /// <summary>The formats of findings.</summary>
    public static readonly string[] Formats = ["text", "json", "sarif", "github", "junit"];

    private static readonly Option<string> Format = GlobalOptions.Format(Formats);

    private static readonly Option<string?> Least =
        new Option<string?>("--severity") { Description = "至少多重才列出：error 只列错误，note 全部逐条列出 / the least that is listed: error for errors alone, note for everything one by one" }
            .Among([.. Enum.GetValues<Severity>().Select(severity => YamlWord.Write(severity))]);

    public static Command Create()
    {
        var files = new FileSelection();
        var command = new Verb(
            "check",
            "按全部规则校验登记库 / check the registry by every rule",
            "./opsreg check",
            "./opsreg check ops-registry/contracts/pingdingshan-2025/records/2026/11",
            "./opsreg check --changed --severity error",
            "./opsreg check --since main",
            "./opsreg check --at main",
            "./opsreg check --format sarif > findings.sarif",
            "./opsreg check --shard 2/4 --format sarif > part-2.json")
        {
            Arguments = { files.Paths },
            Options = { files.Changed, files.Since, Least, Format, ShardedRun.Option },
        };
        command.SetAction(parse => Run(parse, files));
        return command;
    }

    private static int Run(ParseResult parse, FileSelection files)
    {
        if (ShardedRun.Open(parse) is { } run)
        {
            return RunPart(parse, run, files);
        }

        var workspace = Session.Find(parse);
        var at = parse.GetValue(GlobalOptions.At) is { } revision ? workspace.Commit(revision) : null;
        var selected = files.Select(parse, workspace, at);
        var (result, cache) = workspace.Check(at, parse);
        var language = GlobalOptions.LanguageOf(parse, result.Language);
        var view = ViewOf(result.Findings, selected, parse.GetValue(Least), () => StandingRemarks.Of(workspace, at, result, cache));
        return Write(parse.InvocationConfiguration.Output, view, result.Lines, parse.GetValue(Format)!, language);
    }

    private static int RunPart(ParseResult parse, ShardedRun run, FileSelection files)
    {
        if (files.IsAsked(parse))
        {
            throw new UsageException(new(
                "--shard 是全部文件的一份，不能再选路径、--changed 或 --since",
                "--shard is a part of all files: leave paths, --changed and --since out"));
        }

        var found = run.Check();
        var language = GlobalOptions.LanguageOf(parse, found.Language);
        ShardDocument.Build(run.Head(parse.GetValue(Format)!, language), run.Parts().ToList(), found).Write(parse.InvocationConfiguration.Output);
        run.Say(language);
        return ExitOf(found.Findings);
    }

    /// <summary>Writes what a check of the whole would have written, from what its parts found.</summary>
    /// <param name="format">The format asked for; null for the one that the parts were asked for.</param>
    public static int WriteJoined(ParseResult parse, ShardedRun whole, IReadOnlyList<ShardDocument> parts, string? format)
    {
        var (joined, head) = (whole.Join(parts), parts[0].Shard);
        var view = ViewOf(joined.Findings, SelectedFiles.All, head.Asked.GetValueOrDefault("severity"), () => StandingRemarks.Of(whole.Workspace, whole.At, joined, null));
        return Write(parse.InvocationConfiguration.Output, view, joined.Lines, format ?? head.Format, head.Language);
    }

    private static FindingView ViewOf(IReadOnlyList<Finding> findings, SelectedFiles selected, string? word, Func<Func<string, bool>> standing)
    {
        var least = word is null ? (Severity?)null : Enum.GetValues<Severity>().First(severity => YamlWord.Write(severity) == word);
        return FindingView.Choose(findings, selected.Holds, least ?? Severity.Note, least is null && selected.IsWhole ? standing() : _ => false);
    }

    private static int Write(TextWriter output, FindingView view, Func<string, IReadOnlyList<string>?> lines, string format, Language language)
    {
        IReadOnlyList<Finding> all = [.. view.Shown, .. view.Folded];
        switch (format)
        {
            case "json":
                JsonFindings.Write(output, view);
                break;
            case "sarif":
                SarifFindings.Write(output, all, language, ToolVersion.Current, RuleTextFile.Read());
                break;
            case "github":
                GitHubFindings.Write(output, all, language);
                break;
            case "junit":
                JUnitFindings.Write(output, all, language);
                break;
            default:
                TextFindings.Write(output, view, lines, language, ToolVersion.UsesColour(output));
                break;
        }

        return ExitOf(all);
    }

    private static int ExitOf(IReadOnlyList<Finding> findings) => findings.Any(finding => finding.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
}
