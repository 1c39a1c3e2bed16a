using System.CommandLine;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg report</c>: the files of one contract's periods, wherever they are wanted.</summary>
public static class ReportCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var period = GlobalOptions.Period();
        var asOf = GlobalOptions.AsOf();
        var output = new Option<string?>("--output", "-o") { Description = "写到哪个文件夹，默认 reports/ / folder to write to, reports/ by default", HelpName = "folder" };
        var command = new Verb("report", "生成考核工作簿、Markdown 与 JSON / write workbook, Markdown and JSON", "./opsreg report pingdingshan-2025 --period P1 --output /tmp/p1")
        {
            Arguments = { contract },
            Options = { period, asOf, output },
        };
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            var exit = session.ReportUnreadable();
            var origin = session.OriginWithHistory();
            var folder = parse.GetValue(output) ?? Path.Combine(session.Workspace.Root, "reports");
            foreach (var result in session.Contracts(parse.GetValue(contract)).Select(one => session.Result(one, session.AsOf(asOf))))
            {
                exit = Math.Max(exit, session.ReportUncovered(result));
                foreach (var shown in Session.Periods(result, parse.GetValue(period)))
                {
                    foreach (var (path, _) in ReportFiles.Write(folder, result, shown, origin))
                    {
                        session.Output.WriteLine(Path.Combine(folder, path));
                    }
                }
            }

            return exit;
        });
        return command;
    }
}
