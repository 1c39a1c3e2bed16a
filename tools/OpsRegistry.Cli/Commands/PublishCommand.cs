using System.CommandLine;
using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Rules;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg publish</c>: check, then report every period of every contract into <c>reports/</c>.</summary>
internal static class PublishCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var check = new Option<bool>("--check") { Description = "只检查 reports/ 里提交的报告是否过期，不写任何文件 / only say which committed reports are stale, missing or left over; nothing is written" };
        var command = new Verb("publish", "校验并把全部合同全部周期发布到 reports/ / check, then publish every period of every contract into reports/", "./opsreg publish", "./opsreg publish --check", "./opsreg publish --as-of 2026-06-30")
        {
            Options = { check, asOf },
        };
        command.SetAction(parse => Run(Session.Open(parse), asOf, parse.GetValue(check)));
        return command;
    }

    private static int Run(Session session, Option<string?> asOf, bool onlyCheck)
    {
        var findings = Checker.Check(session.Loaded);
        if (findings.Any(finding => finding.Rule.Severity == Severity.Error))
        {
            TextFindings.Write(session.Output, findings, session.Loaded.Lines, session.Language, ToolVersion.UsesColour(session.Output));
            session.Error.WriteLine(new Text("opsreg：登记库有错误，没有发布", "opsreg: the registry has errors, nothing was published").In(session.Language));
            return ExitCode.Findings;
        }

        session.Output.WriteLine(new Text(
            $"校验通过：{session.Loaded.Registry.Resources.Count} 个文件，{findings.Count} 条提示",
            $"checked: {session.Loaded.Registry.Resources.Count} files, {findings.Count} remarks").In(session.Language));
        var exit = ExitCode.Clean;
        var results = new List<ContractResult>();
        foreach (var folder in session.Contracts(null))
        {
            var result = session.Result(folder, session.AsOf(asOf, folder));
            exit = Math.Max(exit, session.ReportUncovered(result));
            results.Add(result);
        }

        if (onlyCheck)
        {
            return SayWhatIsBehind(session, results);
        }

        Publish(session, results);
        return exit;
    }

    private static int SayWhatIsBehind(Session session, IReadOnlyList<ContractResult> results)
    {
        var behind = CommittedReports.Behind(Path.Combine(session.Workspace.Root, "reports"), results);
        foreach (var (path, state) in behind)
        {
            session.Output.WriteLine($"reports/{path}  {state.Title().In(session.Language)}");
        }

        session.Output.WriteLine(behind.Count == 0
            ? new Text("reports/ 与登记库一致", "reports/ is what the registry gives").In(session.Language)
            : new Text($"{behind.Count} 个文件与登记库不一致：运行 ./opsreg publish 并提交", $"{behind.Count} files are not what the registry gives: run ./opsreg publish and commit").In(session.Language));
        return behind.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static void Publish(Session session, IReadOnlyList<ContractResult> results)
    {
        var folder = Path.Combine(session.Workspace.Root, "reports");
        var origin = session.OriginWithHistory();
        var work = results.SelectMany(result => result.Periods.Select(period => (Result: result, Period: period))).ToList();
        var files = 0;
        var changed = 0;
        Progress.Over(session, work, pair => $"{pair.Result.Folder.Name} {pair.Period.Period.Id}", pair =>
        {
            var written = ReportFiles.Write(folder, pair.Result, pair.Period, origin);
            files += written.Count;
            changed += written.Count(file => file.Changed);
        });
        foreach (var (result, period) in work)
        {
            session.Output.WriteLine(ToneOf(result, period), Line(result, period, session.Language));
        }

        var index = ReportFiles.Put(folder, "README.md", ReportFiles.Text(output => ReportIndex.Write(output, results)));
        session.Output.WriteLine(new Text(
            $"reports/：{files + 1} 个文件，{changed + (index.Changed ? 1 : 0)} 个有变化",
            $"reports/: {files + 1} files, {changed + (index.Changed ? 1 : 0)} changed").In(session.Language));
    }

    private static Tone ToneOf(ContractResult result, PeriodResult period) =>
        period.NeedsDecision.Any() ? Tone.Warning : !result.Folder.IsScored ? Tone.Faint : period.Settlement.Total is 0m ? Tone.Good : Tone.Plain;

    private static string Line(ContractResult result, PeriodResult period, Language language)
    {
        var assessment = period.Assessment;
        var state = assessment.State.Title().In(language).PadRight(language == Language.Zh ? 0 : 11);
        var last = period.Period.Days.End.PlusDays(-1);
        return string.Create(CultureInfo.InvariantCulture,
            $"  {result.Folder.Name,-20} {period.Period.Id,-3} {period.Period.Days.Start:uuuu-MM-dd}…{last:uuuu-MM-dd}  {state}  {Points.Show(assessment.Total),7}{RangeWords.OfPoints(period.Score).In(language)}  {(!result.Folder.IsScored ? "—" : Yuan.Show(period.Settlement.Total).In(language)),14}{RangeWords.OfYuan(period.Deducted).In(language)}{(period.NeedsDecision.Any() ? "  ⚠" : "")}");
    }
}
