using System.Collections.Concurrent;
using System.CommandLine;
using OpsRegistry.Assessing;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Tables;
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
        command.SetAction(parse => Run(parse, asOf, parse.GetValue(check)));
        return command;
    }

    private static int Run(ParseResult parse, Option<string?> asOf, bool onlyCheck)
    {
        if (CheckedInputs.Check(parse, "没有发布", "nothing was published") is not { } inputs)
        {
            return ExitCode.Findings;
        }

        var output = parse.InvocationConfiguration.Output;
        output.WriteLine(new Text(
            $"校验通过：{inputs.Registry.Files} 个文件，{inputs.Registry.Findings.Count} 条提示",
            $"checked: {inputs.Registry.Files} files, {inputs.Registry.Findings.Count} remarks").In(inputs.Language));
        var folder = Path.Combine(inputs.Workspace.Root, "reports");
        return onlyCheck ? SayWhatIsBehind(inputs, folder, asOf) : Publish(inputs, folder, asOf);
    }

    private static int SayWhatIsBehind(CheckedInputs inputs, string folder, Option<string?> asOf)
    {
        var key = inputs.KeyOfFigures("publish --check", inputs.Parse.GetValue(asOf));
        var expected = KeptOutput.Find(inputs.Cache, "publish", key);
        if (expected is null)
        {
            var session = Session.Open(inputs.Parse);
            var results = session.Results(asOf);
            expected = new([], CommittedReports.Expected(results));
            if (results.Select(result => session.ReportUncovered(result)).ToList().TrueForAll(exit => exit == ExitCode.Clean))
            {
                expected.Keep(inputs.Cache, "publish", key);
            }
        }

        var output = inputs.Parse.InvocationConfiguration.Output;
        var behind = CommittedReports.Behind(folder, expected.Files);
        foreach (var (path, state) in behind)
        {
            output.WriteLine($"reports/{path}  {state.Title().In(inputs.Language)}");
        }

        output.WriteLine(behind.Count == 0
            ? new Text("reports/ 与登记库一致", "reports/ is what the registry gives").In(inputs.Language)
            : new Text($"{behind.Count} 个文件与登记库不一致：运行 ./opsreg publish 并提交", $"{behind.Count} files are not what the registry gives: run ./opsreg publish and commit").In(inputs.Language));
        return behind.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static int Publish(CheckedInputs inputs, string folder, Option<string?> asOf)
    {
        var output = inputs.Parse.InvocationConfiguration.Output;
        var key = inputs.KeyOfReports("publish", inputs.Parse.GetValue(asOf));
        if (KeptOutput.Find(inputs.Cache, "publish", key) is { } kept && kept.StandsIn(folder))
        {
            kept.Say(output);
            SayWhatChanged(output, inputs.Language, kept.Files.Count, 0);
            return ExitCode.Clean;
        }

        var session = Session.Open(inputs.Parse);
        var results = session.Results(asOf);
        var exit = results.Select(result => session.ReportUncovered(result)).Prepend(ExitCode.Clean).Max();
        var origin = session.OriginWithHistory();
        var work = results.SelectMany(result => result.Periods.Select(period => (Result: result, Period: period))).ToList();
        var written = new ConcurrentBag<(string Path, bool Changed)>();
        using var set = FileSet.Open(folder);
        Progress.OverAtOnce(session, work, pair => $"{pair.Result.Folder.Name} {pair.Period.Period.Id}", pair =>
        {
            foreach (var file in ReportFiles.Stage(set, "", pair.Result, pair.Period, origin))
            {
                written.Add(file);
            }
        });
        written.Add((CommittedReports.Index, set.Stage(CommittedReports.Index, CommittedReports.IndexOf(results))));
        set.Commit();
        var files = written.Select(file => (file.Path, Digest: KeptOutput.Digest(Path.Combine(folder, file.Path)) ?? "")).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var said = new KeptOutput(work.Select(pair => (ToneOf(pair.Result, pair.Period), Line(pair.Result, pair.Period, session.Language))).ToList(), files);
        said.Say(output);
        SayWhatChanged(output, session.Language, files.Count, written.Count(file => file.Changed));
        if (exit == ExitCode.Clean)
        {
            said.Keep(inputs.Cache, "publish", key);
        }

        return exit;
    }

    private static void SayWhatChanged(TextWriter output, Language language, int files, int changed) =>
        output.WriteLine(new Text($"reports/：{files} 个文件，{changed} 个有变化", $"reports/: {files} files, {changed} changed").In(language));

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
