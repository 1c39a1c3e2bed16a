using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg check</c>: load and apply every rule.</summary>
internal static class CheckCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "输出格式 / output format",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github", "junit");
        var command = new Verb("check", "按全部规则校验登记库 / check the registry by every rule", "./opsreg check", "./opsreg check --at main", "./opsreg check --format sarif > findings.sarif")
        {
            Options = { format },
        };
        command.SetAction(parse => Run(parse, parse.GetValue(format)!));
        return command;
    }

    private static int Run(ParseResult parse, string format)
    {
        var workspace = Session.Find(parse);
        var result = workspace.Check(parse.GetValue(GlobalOptions.At) is { } revision ? workspace.Commit(revision) : null, parse);
        var language = GlobalOptions.LanguageOf(parse, result.Settings);
        var output = parse.InvocationConfiguration.Output;
        switch (format)
        {
            case "json":
                JsonFindings.Write(output, result.Findings);
                break;
            case "sarif":
                SarifFindings.Write(output, result.Findings, language, ToolVersion.Current);
                break;
            case "github":
                GitHubFindings.Write(output, result.Findings, language);
                break;
            case "junit":
                JUnitFindings.Write(output, result.Findings, language);
                break;
            default:
                TextFindings.Write(output, result.Findings, result.Lines, language, ToolVersion.UsesColour(output));
                break;
        }

        return result.Findings.Any(finding => finding.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }
}
