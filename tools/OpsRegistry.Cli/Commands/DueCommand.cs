using System.CommandLine;
using NodaTime.Text;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Due;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg due</c>: what is coming due, what is overdue, and what it costs.</summary>
internal static class DueCommand
{
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var asOf = GlobalOptions.AsOf();
        var within = new Option<string>("--within") { Description = "向后看多久：P30D、P2W、P1M / how far to look ahead", DefaultValueFactory = _ => "P30D", HelpName = "period" };
        var format = GlobalOptions.Format("text", "json", "csv", "ics");
        var command = new Verb("due", "将到期与逾期的事项，及其分数与金额 / what is due and overdue, and the points and yuan at stake", "./opsreg due --within P30D", "./opsreg due pingdingshan-2025 --as-of 2026-02-20 --format ics > due.ics")
        {
            Arguments = { contract },
            Options = { asOf, within, format },
        };
        command.SetAction(parse =>
        {
            var ahead = Ahead(parse.GetValue(within)!);
            var session = Session.Open(parse, parse.GetValue(contract));
            var exit = session.ReportUnreadable();
            var folders = session.Contracts(parse.GetValue(contract));
            var lists = new List<DueList>();
            foreach (var (folder, (measured, list)) in folders.Zip(Progress.OverAtOnce(session, folders, folder => folder.Name, folder => ListOf(session, folder, session.AsOf(asOf, folder), ahead))))
            {
                exit = Math.Max(exit, session.ReportUncovered(folder.Name, measured.SelectMany(pair => pair.Measurement.TargetsIn(pair.Period)), list.Uncovered));
                lists.Add(list);
            }

            var latest = session.AsOf(asOf, folders);
            Write(session, DueList.Together(CutOffs.Of(latest, lists.Zip(folders, (list, folder) => (folder.Name, list.AsOf))), BeijingTime.DateEndingAt(latest) + ahead, lists), parse.GetValue(format)!);
            if (parse.GetValue(format) == "text")
            {
                BlockText.Write(session.Output, folders.SelectMany(UnrecordedWords.Blocks), session.Language);
                session.Output.WriteSummary(SummaryWords.OfDue(lists.SelectMany(list => list.Items).ToList()), session.Language);
            }

            return exit;
        });
        return command;
    }

    private static (IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measured, DueList List) ListOf(Session session, ContractFolder folder, Instant cutOff, Period ahead)
    {
        var measured = session.Measured(folder, cutOff);
        return (measured, DueList.Build(measured, session.Result(folder, cutOff), cutOff, BeijingTime.DateEndingAt(cutOff) + ahead));
    }

    private static void Write(Session session, DueList list, string format)
    {
        switch (format)
        {
            case "json":
                DueJson.Write(session.Output, list);
                break;
            case "csv":
                TableCsv.Write(session.Output, [], [([], DueTable.For(list.Items))], session.Language);
                break;
            case "ics":
                DueCalendar.Write(session.Output, list, session.Language);
                break;
            default:
                BlockText.Write(session.Output, DueBlocks.For(list), session.Language);
                break;
        }
    }

    private static Period Ahead(string text) =>
        PeriodPattern.Roundtrip.Parse(text) is { Success: true, Value: { HasTimeComponent: false } period } &&
        period is { Years: >= 0 and <= 10, Months: >= 0 and <= 120, Weeks: >= 0 and <= 520, Days: >= 0 and <= 3660 }
            ? period
            : throw new UsageException(new(
                $"--within “{text}”不是期间：应为 P30D、P2W 或 P1M，不超过十年",
                $"--within '{text}' is no period: write P30D, P2W or P1M, at most ten years"));
}
