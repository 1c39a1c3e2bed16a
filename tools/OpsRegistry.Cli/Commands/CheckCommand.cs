using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Rules;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg check</c>: load and apply every rule.</summary>
public static class CheckCommand
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
        command.SetAction(parse => Run(Session.Open(parse), parse.GetValue(format)!));
        return command;
    }

    private static int Run(Session session, string format)
    {
        var findings = Checker.Check(session.Loaded);
        switch (format)
        {
            case "json":
                JsonFindings.Write(session.Output, findings);
                break;
            case "sarif":
                SarifFindings.Write(session.Output, findings, session.Language, ToolVersion.Current);
                break;
            case "github":
                GitHubFindings.Write(session.Output, findings, session.Language);
                break;
            case "junit":
                JUnitFindings.Write(session.Output, findings, session.Language);
                break;
            default:
                TextFindings.Write(session.Output, findings, session.Loaded.Lines, session.Language, ToolVersion.UsesColour(session.Output));
                break;
        }

        return findings.Any(finding => finding.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }
}
