using System.CommandLine;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg score</c>: measure, assess and settle, and print the result.</summary>
internal static class ScoreCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var period = GlobalOptions.Period();
        var asOf = GlobalOptions.AsOf();
        var format = new Option<string>("--format", "-f") { Description = "输出格式 / output format", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Verb("score", "计算得分与扣款 / compute points and yuan", "./opsreg score pingdingshan-2025 --period P1 --format json")
        {
            Arguments = { contract },
            Options = { period, asOf, format },
        };
        command.SetAction(parse => Run(Session.Open(parse, parse.GetValue(contract)), parse.GetValue(contract), parse.GetValue(period), asOf, parse.GetValue(format)!));
        return command;
    }

    private static int Run(Session session, string? contract, string? period, Option<string?> asOf, string format)
    {
        var exit = session.ReportUnreadable();
        var results = session.Contracts(contract).Select(folder => session.Result(folder, session.AsOf(asOf, folder))).ToList();
        var periods = results.Select(result => (Result: result, Periods: Session.Periods(result, period))).ToList();
        foreach (var result in results)
        {
            exit = Math.Max(exit, session.ReportUncovered(result));
        }

        switch (format)
        {
            case "json":
                WriteJson(session, periods.SelectMany(pair => pair.Periods).ToList(), single: contract is not null && period is not null);
                break;
            case "csv":
                TableCsv.Write(
                    session.Output,
                    ["contract", "period"],
                    periods.SelectMany(pair => pair.Periods.Select(shown => ((IReadOnlyList<string>)[pair.Result.Folder.Name, shown.Period.Id], (Table)DeductionTable.For(shown.Assessment)))).ToList(),
                    session.Language);
                break;
            default:
                foreach (var (result, shown) in periods)
                {
                    BlockText.Write(session.Output, AssessmentBlocks.For(result, shown), session.Language);
                    session.Output.WriteLine();
                }

                break;
        }

        return exit;
    }

    private static void WriteJson(Session session, IReadOnlyList<PeriodResult> periods, bool single)
    {
        var origin = session.Origin();
        if (single)
        {
            AssessmentJson.Write(session.Output, periods[0], origin, session.Language);
        }
        else
        {
            AssessmentJson.Write(session.Output, periods, origin, session.Language);
        }
    }
}
