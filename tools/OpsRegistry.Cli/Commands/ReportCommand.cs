using System.CommandLine;
using NodaTime.Text;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg report</c>: the files of one contract's periods, wherever they are wanted.</summary>
internal static class ReportCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var period = GlobalOptions.Period();
        var asOf = GlobalOptions.AsOf();
        var output = new Option<string?>("--output", "-o") { Description = "写到哪个文件夹，默认 reports/ / folder to write to, reports/ by default", HelpName = "folder" };
        var endedOn = new Option<string?>("--ended-on") { Description = "只要在这一天结束的周期：日期，或 yesterday（北京时间的昨天） / only periods whose last day this is: a date, or yesterday (in Beijing)", HelpName = "date" };
        var command = new Verb("report", "生成考核工作簿、Markdown 与 JSON / write workbook, Markdown and JSON", "./opsreg report pingdingshan-2025 --period P1 --output /tmp/p1", "./opsreg report --ended-on yesterday --output .artifacts/assessment")
        {
            Arguments = { contract },
            Options = { period, asOf, output, endedOn },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            var exit = session.ReportUnreadable();
            var origin = session.OriginWithHistory();
            var folder = parse.GetValue(output) ?? Path.Combine(session.Workspace.Root, "reports");
            var lastDay = LastDay(parse.GetValue(endedOn));
            foreach (var result in session.Contracts(parse.GetValue(contract)).Select(one => session.Result(one, session.AsOf(asOf))))
            {
                var shown = Session.Periods(result, parse.GetValue(period)).Where(one => lastDay is null || one.Period.Days.End.PlusDays(-1) == lastDay).ToList();
                exit = shown.Count == 0 ? exit : Math.Max(exit, session.ReportUncovered(result));
                foreach (var (path, _) in shown.SelectMany(one => ReportFiles.Write(folder, result, one, origin)))
                {
                    session.Output.WriteLine(Path.Combine(folder, path));
                }
            }

            return exit;
        });
        return command;
    }

    private static LocalDate? LastDay(string? asked) => asked switch
    {
        null => null,
        "yesterday" => BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant()).PlusDays(-1),
        _ => LocalDatePattern.Iso.Parse(asked) is { Success: true } day
            ? day.Value
            : throw new UsageException(new($"--ended-on “{asked}”不是日期（2026-12-02）", $"--ended-on '{asked}' is no date (2026-12-02)")),
    };
}
