using System.CommandLine;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reporting;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg sla</c>: how every limit was kept, with denominators.</summary>
internal static class SlaCommand
{
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var period = GlobalOptions.Period();
        var asOf = GlobalOptions.AsOf();
        var format = GlobalOptions.Format("text", "json", "csv");
        var command = new Verb("sla", "各项时限的达标情况 / how every limit was kept", "./opsreg sla", "./opsreg sla pingdingshan-2025 --period P1 --format json")
        {
            Arguments = { contract },
            Options = { period, asOf, format },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse, parse.GetValue(contract));
            return Run(session, session.Contracts(parse.GetValue(contract)), asOf, parse.GetValue(period), parse.GetValue(format)!);
        });
        return command;
    }

    private static int Run(Session session, IReadOnlyList<ContractFolder> folders, Option<string?> asOf, string? period, string format)
    {
        var exit = session.ReportUnreadable();
        var statements = new List<(ContractFolder Folder, List<ServiceLevelStatement> Periods)>();
        var measured = Progress.OverAtOnce(session, folders, folder => folder.Name, folder => session.Measured(folder, session.AsOf(asOf, folder)));
        foreach (var (folder, all) in folders.Zip(measured))
        {
            var cutOff = session.AsOf(asOf, folder);
            var begun = all.Where(pair => pair.Period.HasBegunBy(cutOff)).ToList();
            exit = Math.Max(exit, session.ReportUncovered(folder.Name, begun.SelectMany(pair => pair.Measurement.TargetsIn(pair.Period))));
            statements.Add((folder, Asked(folder.Name, begun, period).Select(pair => ServiceLevelStatement.Compute(pair.Measurement, pair.Period)).ToList()));
        }

        switch (format)
        {
            case "json":
                LevelJson.Write(session.Output, statements.SelectMany(pair => pair.Periods));
                break;
            case "csv":
                TableCsv.Write(
                    session.Output,
                    ["contract", "period"],
                    statements.SelectMany(pair => pair.Periods.Select(statement => ((IReadOnlyList<string>)[pair.Folder.Name, statement.Period.Id], (Table)TargetTable.For(statement)))).ToList(),
                    session.Language);
                break;
            default:
                foreach (var (folder, periods) in statements)
                {
                    BlockText.Write(session.Output, LevelBlocks.For(folder, periods), session.Language);
                    session.Output.WriteSummary(SummaryWords.OfLevels(folder, periods), session.Language);
                    session.Output.WriteLine();
                }

                break;
        }

        return exit;
    }

    private static IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Asked(
        string contract, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> begun, string? period)
    {
        if (period is null)
        {
            return begun;
        }

        var asked = begun.Where(pair => pair.Period.Id == period).ToList();
        return asked.Count > 0 ? asked : throw Session.NoSuchPeriod(contract, period, begun.Select(pair => pair.Period.Id));
    }
}
