using System.CommandLine;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Staffing;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg staff</c>: who held which post, and on which days somebody was lacking.</summary>
internal static class StaffCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var asOf = GlobalOptions.AsOf();
        var format = new Option<string>("--format", "-f") { Description = "输出格式 / output format", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Verb("staff", "人员到岗：要求、在岗人员、缺人或不合要求的日期 / posts: what is asked for, who held them, and the days on which somebody was lacking", "./opsreg staff pingdingshan-2025", "./opsreg staff --as-of 2026-06-30 --format json")
        {
            Arguments = { contract },
            Options = { asOf, format },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            var exit = session.ReportUnreadable();
            var past = BeijingTime.DateEndingAt(session.AsOf(asOf)).PlusDays(1);
            var contracts = session.Contracts(parse.GetValue(contract))
                .Select(folder => (folder, StaffingDays.Count(folder, new DateSpan(folder.Terms.Term.Start, folder.Terms.Term.End).Intersect(new(BeijingTime.FirstDate, past)))))
                .ToList();
            if (parse.GetValue(format) == "json")
            {
                StaffingJson.Write(session.Output, contracts);
                return exit;
            }

            foreach (var (folder, staffing) in contracts)
            {
                StaffingText.Write(session.Output, folder, staffing, session.Language);
            }

            return exit;
        });
        return command;
    }
}
