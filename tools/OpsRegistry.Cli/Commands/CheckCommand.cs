using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Findings;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg check</c>: load and apply every rule; of all that is found, what was asked for is shown.</summary>
internal static class CheckCommand
{
    private static readonly Option<string> Format = Among(new Option<string>("--format", "-f") { Description = "输出格式 / output format", DefaultValueFactory = _ => "text" }, "text", "json", "sarif", "github", "junit");

    private static readonly Option<string?> Least = Among(
        new Option<string?>("--severity") { Description = "至少多重才列出：error 只列错误，note 全部逐条列出 / the least that is listed: error for errors alone, note for everything one by one" },
        [.. Enum.GetValues<Severity>().Select(severity => YamlWord.Write(severity))]);

    /// <summary>The verb.</summary>
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
            "./opsreg check --format sarif > findings.sarif")
        {
            Arguments = { files.Paths },
            Options = { files.Changed, files.Since, Least, Format },
        };
        command.SetAction(parse => Run(parse, files));
        return command;
    }

    private static Option<T> Among<T>(Option<T> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static int Run(ParseResult parse, FileSelection files)
    {
        var workspace = Session.Find(parse);
        var at = parse.GetValue(GlobalOptions.At) is { } revision ? workspace.Commit(revision) : null;
        var selected = files.Select(parse, workspace, at);
        var result = workspace.Check(at, parse);
        var language = GlobalOptions.LanguageOf(parse, result.Language);
        var output = parse.InvocationConfiguration.Output;
        var least = parse.GetValue(Least) is { } word ? Enum.GetValues<Severity>().First(severity => YamlWord.Write(severity) == word) : (Severity?)null;
        var view = FindingView.Choose(
            result.Findings,
            selected.Holds,
            least ?? Severity.Note,
            least is null && selected.IsWhole ? FileSelection.Standing(workspace, at, result.Findings) : _ => false);
        IReadOnlyList<Finding> all = [.. view.Shown, .. view.Folded];
        switch (parse.GetValue(Format))
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
                TextFindings.Write(output, view, result.Lines, language, ToolVersion.UsesColour(output));
                break;
        }

        return all.Any(finding => finding.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }
}
