using System.CommandLine;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Scenarios;
using OpsRegistry.Scenarios;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg test</c>: plays the scenarios under each contract's <c>tests/</c>, and says which parts of the contract none of them moves.</summary>
internal static class TestCommand
{
    private static readonly Argument<string[]> Contracts = new("contract") { Description = "合同名；默认全部 / the contracts' names; all by default", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Coverage = new("--coverage") { Description = "列出各扣分项、扣款、档次、时限和条款理解由几种情形覆盖 / list every term, deduction of money, band, target and reading with the cases that move it" };
    private static readonly Option<string> Format = GlobalOptions.Format("text", "junit", "json");

    public static Command Create()
    {
        var command = new Verb(
            "test",
            "演算合同 tests/ 中的情形，与应当得出的得分、扣款比对 / play the scenarios under a contract's tests/ and compare points and yuan with what must come out",
            "./opsreg test",
            "./opsreg test pingdingshan-2025 --coverage",
            "./opsreg test --format junit > scenarios.xml")
        {
            Arguments = { Contracts },
            Options = { Coverage, Format },
        };
        command.SetAction(parse => Run(Session.Open(parse)));
        return command;
    }

    private static int Run(Session session)
    {
        var exit = session.ReportUnreadable();
        var asked = session.Parse.GetValue(Contracts) is { Length: > 0 } names ? names.SelectMany(name => session.Contracts(name)).ToList() : session.Contracts(null);
        var reports = new List<ScenarioReport>();
        Progress.Over(session, asked, folder => folder.Name, folder =>
        {
            var results = ScenarioRunner.RunAll(folder, session.CalendarOf(folder));
            reports.Add(new(folder, results, ScenarioCoverage.Of(folder, results)));
        });
        switch (session.Parse.GetValue(Format))
        {
            case "json":
                ScenarioJson.Write(session.Output, reports, session.Language);
                break;
            case "junit":
                ScenarioJUnit.Write(session.Output, reports, session.Language);
                break;
            default:
                WriteText(session, reports);
                break;
        }

        return reports.Exists(report => report.Failed.Any()) ? ExitCode.Findings : exit;
    }

    private static void WriteText(Session session, IReadOnlyList<ScenarioReport> reports)
    {
        foreach (var report in reports)
        {
            if (session.Parse.GetValue(Coverage))
            {
                BlockText.Write(session.Output, report.Blocks(all: true), session.Language);
            }

            foreach (var complaint in report.Complaints)
            {
                session.Output.WriteLine(Tone.Bad, VisibleText.Show(complaint.In(session.Language)));
            }
        }

        foreach (var report in reports)
        {
            session.Output.WriteLine(report.Failed.Any() ? Tone.Bad : Tone.Good, report.Summary.In(session.Language));
        }
    }
}
