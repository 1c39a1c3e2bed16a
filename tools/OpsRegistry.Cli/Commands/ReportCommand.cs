using System.CommandLine;
using NodaTime.Text;
using OpsRegistry.Reporting;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg report</c>: the files of one contract's periods, wherever they are wanted.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var period = GlobalOptions.Period();
        var asOf = GlobalOptions.AsOf();
        var output = new Option<string?>("--output", "-o") { Description = "写到哪个文件夹，默认 reports/ / folder to write to, reports/ by default", HelpName = "folder" };
        var endedOn = new Option<string?>("--ended-on") { Description = "只要在这一天结束的周期：日期，或 yesterday（北京时间的昨天） / only periods whose last day this is: a date, or yesterday (in Beijing)", HelpName = "date" };
        var pdf = new Option<bool>("--pdf") { Description = "另把签署页印成 signing.pdf，需要 LibreOffice / print the signing set as well, as signing.pdf; needs LibreOffice" };
        var command = new Verb("report", "生成考核工作簿（签署页、数据册）、Markdown 与 JSON / write the workbooks (signing set, data book), Markdown and JSON", "./opsreg report pingdingshan-2025 --period P1 --output /tmp/p1", "./opsreg report pingdingshan-2025 --period P1 --pdf", "./opsreg report --ended-on yesterday --output .artifacts/assessment")
        {
            Arguments = { contract },
            Options = { period, asOf, output, endedOn, pdf },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse, parse.GetValue(contract));
            var exit = session.ReportUnreadable();
            var origin = session.OriginWithHistory();
            var (root, below) = parse.GetValue(output) is { } folder ? (folder, "") : (session.Workspace.Root, "reports/");
            var lastDay = LastDay(parse.GetValue(endedOn));
            var work = session.Contracts(parse.GetValue(contract)).Where(one => !session.Refuses(one)).Select(one => session.Result(one, session.AsOf(asOf, one)))
                .Select(result => (Result: result, Shown: Session.Periods(result, parse.GetValue(period)).Where(one => lastDay is null || one.Period.Days.End.PlusDays(-1) == lastDay).ToList()))
                .Where(one => one.Shown.Count > 0).ToList();
            if (work.Count == 0)
            {
                return exit;
            }

            var files = new List<(string Path, bool Changed)>();
            using var set = FileSet.Open(root);
            Progress.Over(session, work, part => part.Result.Folder.Name, part =>
            {
                var (result, shown) = part;
                exit = Math.Max(exit, session.ReportUncovered(result));
                files.AddRange(shown.SelectMany(one => ReportFiles.Stage(set, below, result, one, origin)));
                files.AddRange(parse.GetValue(pdf) ? ReportFiles.Print(set, below, result, shown, origin) : []);
            });

            set.Commit();
            foreach (var (path, _) in files)
            {
                session.Output.WriteLine(Path.Combine(root, below + path));
            }

            session.Output.WriteSummary(SummaryWords.Files(files.Count), session.Language);

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
