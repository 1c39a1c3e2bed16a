using System.CommandLine;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.ServiceLevels;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg sla</c>: how every limit was kept, with denominators.</summary>
public static class SlaCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var period = GlobalOptions.Period();
        var asOf = GlobalOptions.AsOf();
        var provisional = new Option<bool>("--provisional") { Description = "也用尚未公布的日历，数字注明暂定 / use calendars without published notice too, and mark the figures" };
        var format = new Option<string>("--format", "-f") { Description = "输出格式 / output format", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("sla", "各项时限的达标情况 / how every limit was kept\n\n  ./opsreg sla\n  ./opsreg sla pingdingshan-2025 --period P1 --format json")
        {
            Arguments = { contract },
            Options = { period, asOf, provisional, format },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            return Run(session, session.Contracts(parse.GetValue(contract)), asOf, parse.GetValue(period), parse.GetValue(provisional), parse.GetValue(format) == "json");
        });
        return command;
    }

    private static int Run(Session session, IReadOnlyList<ContractFolder> folders, Option<string?> asOf, string? period, bool provisional, bool isJson)
    {
        var exit = session.ReportUnreadable();
        var measurements = folders.Select(folder => session.Measured(folder, session.AsOf(asOf), provisional)).ToList();
        var statements = measurements
            .Select(measurement => (measurement.Folder, Periods: Periods(measurement, period).Select(one => ServiceLevelStatement.Of(measurement, one)).ToList()))
            .ToList();
        exit = measurements.Aggregate(exit, (worst, measurement) => Math.Max(worst, session.ReportUncovered(measurement)));
        if (isJson)
        {
            LevelJson.Write(session.Output, statements.SelectMany(pair => pair.Periods));
            return exit;
        }

        foreach (var (folder, periods) in statements)
        {
            LevelText.Write(session.Output, folder, periods, session.Language);
        }

        return exit;
    }

    private static IReadOnlyList<AssessmentPeriod> Periods(Measurement measurement, string? asked)
    {
        var begun = measurement.Periods.Where(period => period.HasBegunBy(measurement.AsOf)).ToList();
        if (asked is null)
        {
            return begun;
        }

        return begun.FirstOrDefault(period => period.Id == asked) is { } found
            ? [found]
            : throw Session.NoSuchPeriod(measurement.Folder.Name, asked, begun.Select(period => period.Id));
    }
}
