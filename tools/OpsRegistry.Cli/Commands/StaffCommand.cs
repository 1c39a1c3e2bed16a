using System.CommandLine;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Staffing;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reporting;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg staff</c>: who held which post, and on which days somebody was lacking.</summary>
internal static class StaffCommand
{
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var asOf = GlobalOptions.AsOf();
        var format = GlobalOptions.Format("text", "json", "csv");
        var command = new Verb("staff", "人员到岗：要求、在岗人员、缺人或不合要求的日期、值守 / posts: what is asked for, who held them, the days on which somebody was lacking, and watches", "./opsreg staff pingdingshan-2025", "./opsreg staff --as-of 2026-06-30 --format json")
        {
            Arguments = { contract },
            Options = { asOf, format },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse, parse.GetValue(contract));
            var exit = session.ReportUnreadable();
            var contracts = session.Contracts(parse.GetValue(contract))
                .Select(folder => (Folder: folder, Days: DaysUntil(session.AsOf(asOf, folder), folder), Calendar: Calendars.For(session.Loaded.Registry, folder.Terms.Purchaser)))
                .Select(one => (one.Folder, StaffingDays.Count(one.Folder, one.Days, one.Calendar), WatchDays.Count(one.Folder, one.Calendar, one.Days)))
                .ToList();
            Write(session, contracts, parse.GetValue(format)!);
            return exit;
        });
        return command;
    }

    private static DateSpan DaysUntil(Instant asOf, ContractFolder folder) =>
        new DateSpan(folder.Terms.Term.Start, folder.Terms.Term.End).Intersect(new(BeijingTime.FirstDate, BeijingTime.DateEndingAt(asOf).PlusDays(1)));

    private static void Write(Session session, IReadOnlyList<(ContractFolder Folder, IReadOnlyList<StaffingDays> Staffing, IReadOnlyList<WatchDays> Watches)> contracts, string format)
    {
        switch (format)
        {
            case "json":
                StaffingJson.Write(session.Output, contracts);
                break;
            case "csv":
                TableCsv.Write(session.Output, ["contract"], contracts.Select(one => ((IReadOnlyList<string>)[one.Folder.Name], (Table)HolderTable.For(one.Staffing))).ToList(), session.Language);
                break;
            default:
                foreach (var (folder, staffing, watches) in contracts)
                {
                    BlockText.Write(session.Output, StaffingBlocks.For(folder, staffing, watches), session.Language);
                    session.Output.WriteLine();
                    session.Output.WriteSummary(SummaryWords.OfPosts(folder, staffing), session.Language);
                    session.Output.WriteLine();
                }

                break;
        }
    }
}
