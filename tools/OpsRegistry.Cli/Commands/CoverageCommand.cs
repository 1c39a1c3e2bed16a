using System.CommandLine;
using OpsRegistry.Interpreting;
using OpsRegistry.Reporting.Coverages;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg coverage</c>: which clauses of each source document are modelled by what, and which are out of scope and why.</summary>
internal static class CoverageCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var entries = new Option<bool>("--entries") { Description = "逐条列出 / list every entry" };
        var command = new Verb("coverage", "来源文件各条款的建模情况 / what models each clause of the source documents", "./opsreg coverage", "./opsreg coverage pingdingshan-2025 --entries")
        {
            Arguments = { contract },
            Options = { entries },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            var exit = session.ReportUnreadable();
            foreach (var folder in session.Contracts(parse.GetValue(contract)))
            {
                var map = CoverageMap.Build(folder);
                CoverageText.Write(session.Output, folder, map, parse.GetValue(entries), session.Language);
                exit = Math.Max(exit, map is { IsComplete: true } ? ExitCode.Clean : ExitCode.Findings);
            }

            return exit;
        });
        return command;
    }
}
