using System.CommandLine;
using OpsRegistry.Assessing;
using OpsRegistry.Cli.Sharding;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Shards;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg publish</c>: check, then report every period of every contract into <c>reports/</c>.</summary>
internal static class PublishCommand
{
    private static readonly Text Undone = new("没有发布", "nothing was published");

    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var check = new Option<bool>("--check") { Description = "只检查 reports/ 里提交的报告是否过期，不写任何文件 / only say which committed reports are stale, missing or left over; nothing is written" };
        var command = new Verb("publish", "校验并把全部合同全部周期发布到 reports/ / check, then publish every period of every contract into reports/", "./opsreg publish", "./opsreg publish --check", "./opsreg publish --as-of 2026-06-30", "./opsreg publish --shard 2/4")
        {
            Options = { check, asOf, ShardedRun.Option },
        };
        command.SetAction(parse => (ShardedRun.Open(parse), parse.GetValue(check)) switch
        {
            (null, var onlyCheck) => Run(parse, asOf, onlyCheck),
            ({ } run, false) => RunPart(run, asOf),
            _ => throw new UsageException(new("--check 看的是全部报告，不能与 --shard 一起用", "--check looks at all reports: leave --shard out")),
        });
        return command;
    }

    private static int Run(ParseResult parse, Option<string?> asOf, bool onlyCheck)
    {
        if (CheckedInputs.Check(parse, Undone) is not { } inputs)
        {
            return ExitCode.Findings;
        }

        var output = parse.InvocationConfiguration.Output;
        SayChecked(output, inputs.Language, inputs.Registry.Files, inputs.Registry.Findings.Count);
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
            if (session.ReportUncovered(results) == ExitCode.Clean)
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
        var exit = session.ReportUncovered(results);
        using var set = FileSet.Open(folder);
        var staged = Stage(session, results, set);
        var written = staged.SelectMany(one => one.Files).Append((Path: CommittedReports.Index, Changed: set.Stage(CommittedReports.Index, CommittedReports.IndexOf(results)))).ToList();
        set.Commit();
        var files = written.Select(file => (file.Path, Digest: KeptOutput.Digest(Path.Combine(folder, file.Path)) ?? "")).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var said = new KeptOutput(staged.Select(one => (one.Tone, one.Line(session.Language))).ToList(), files);
        said.Say(output);
        SayWhatChanged(output, session.Language, files.Count, written.Count(file => file.Changed));
        if (exit == ExitCode.Clean)
        {
            said.Keep(inputs.Cache, "publish", key);
        }

        return exit;
    }

    private static int RunPart(ShardedRun run, Option<string?> asOf)
    {
        if (run.OpenChecked(Undone) is not var (session, check))
        {
            return ExitCode.Findings;
        }

        var folder = Path.Combine(session.Workspace.Root, "reports");
        var computed = run.Compute(session, asOf);
        IReadOnlyList<StagedPeriod> staged;
        using (var set = FileSet.Open(folder))
        {
            staged = Stage(session, computed.SelectMany(one => one.Results).ToList(), set);
            set.Commit();
        }

        var parts = computed.Select(one => PartOf(session, folder, one.Part, one.Results, staged)).ToList();
        var exit = ShardParts.Say(parts, session);
        parts.ForEach(part => session.Output.Write(part.Output));
        var document = ShardDocument.Build(run.Head("files", session.Language), parts, check);
        ReportFiles.Put(folder, ShardFolder.PathOf(document.Shard), ReportFiles.Text(document.Write));
        run.Say(session.Language);
        return exit;
    }

    /// <summary>What a contract gave: the lines said of its periods, its part of the index, the files written.</summary>
    private static ShardPart PartOf(Session session, string folder, ShardPart part, IReadOnlyList<ContractResult> results, IReadOnlyList<StagedPeriod> staged)
    {
        var own = staged.Where(one => results.Contains(one.Result, ReferenceEqualityComparer.Instance)).ToList();
        return part with
        {
            Resources = session.Loaded.Registry.Resources.Count(resource => Sources.ContractFolders.NameIn(resource.Path) == part.Contract),
            Output = string.Concat(own.Select(one => one.Line(session.Language) + session.Output.NewLine)),
            Index = Encoding.UTF8.GetString(ReportFiles.Text(output => results.ToList().ForEach(result => ReportIndex.WritePart(output, result)))),
            Written = own.SelectMany(one => one.Files).Select(file => new ShardFile(file.Path, KeptOutput.Digest(Path.Combine(folder, file.Path)) ?? "")).ToList(),
        };
    }

    /// <summary>Stages the reports of every period, several at once.</summary>
    private static IReadOnlyList<StagedPeriod> Stage(Session session, IReadOnlyList<ContractResult> results, FileSet set)
    {
        var origin = session.OriginWithHistory();
        var work = results.SelectMany(result => result.Periods.Select(period => (Result: result, Period: period))).ToList();
        return Progress.OverAtOnce(session, work, pair => $"{pair.Result.Folder.Name} {pair.Period.Period.Id}", pair =>
            new StagedPeriod(pair.Result, pair.Period, ReportFiles.Stage(set, "", pair.Result, pair.Period, origin).ToList()));
    }

    /// <summary>Writes the reports that one run over all contracts would have written, from what its parts gave.</summary>
    /// <param name="output">The folder to write into; null for the usual one.</param>
    public static int WriteJoined(ParseResult parse, ShardedRun whole, IReadOnlyList<(ShardDocument Document, string Folder)> documents, string? output)
    {
        var session = Session.OpenShared(parse).In(documents[0].Document.Shard.Language);
        var joined = whole.Join(documents.Select(one => one.Document).ToList());
        if (CheckedInputs.Refuses(session.Parse, session.Language, joined.Findings, joined.Lines, Undone))
        {
            return ExitCode.Findings;
        }

        var parts = ShardParts.InOrder(documents.Select(one => one.Document));
        SayChecked(session.Output, session.Language, session.Loaded.Registry.Resources.Count + parts.Sum(part => part.Resources), joined.Findings.Count);
        var exit = ShardParts.Say(parts, session);
        foreach (var part in parts)
        {
            session.Output.Write(part.Output);
        }

        // Staged one by one and put in place together: a file that is not whole keeps all of them out.
        using var set = FileSet.Open(output is null ? Path.Combine(session.Workspace.Root, "reports") : Path.GetFullPath(output));
        var changed = ShardFolder.Files(documents).Select(file => set.Stage(file.Path, file.Bytes)).ToList();
        changed.Add(set.Stage(CommittedReports.Index, ReportFiles.Text(index =>
        {
            ReportIndex.WriteHead(index);
            parts.ToList().ForEach(part => index.Write(part.Index));
        })));
        set.Commit();
        SayWhatChanged(session.Output, session.Language, changed.Count, changed.Count(one => one));
        return exit;
    }

    private static void SayChecked(TextWriter output, Language language, int files, int remarks) => output.WriteLine(new Text(
        $"校验通过：{files} 个文件，{remarks} 条提示",
        $"checked: {files} files, {remarks} remarks").In(language));

    private static void SayWhatChanged(TextWriter output, Language language, int files, int changed) =>
        output.WriteLine(new Text($"reports/：{files} 个文件，{changed} 个有变化", $"reports/: {files} files, {changed} changed").In(language));

    /// <summary>A period whose reports are staged, and what is said of it.</summary>
    private sealed record StagedPeriod(ContractResult Result, PeriodResult Period, IReadOnlyList<(string Path, bool Changed)> Files)
    {
        public Tone Tone => Period.NeedsDecision.Any() ? Tone.Warning : !Result.Folder.IsScored ? Tone.Faint : Period.Settlement.Total is 0m ? Tone.Good : Tone.Plain;

        public string Line(Language language)
        {
            var state = Period.Assessment.State.Title().In(language).PadRight(language == Language.Zh ? 0 : 11);
            var last = Period.Period.Days.End.PlusDays(-1);
            return string.Create(CultureInfo.InvariantCulture,
                $"  {Result.Folder.Name,-20} {Period.Period.Id,-3} {Period.Period.Days.Start:uuuu-MM-dd}…{last:uuuu-MM-dd}  {state}  {Points.Show(Period.Assessment.Total),7}{RangeWords.OfPoints(Period.Score).In(language)}  {(!Result.Folder.IsScored ? "—" : Yuan.Show(Period.Settlement.Total).In(language)),14}{RangeWords.OfYuan(Period.Deducted).In(language)}{(Period.NeedsDecision.Any() ? "  ⚠" : "")}");
        }
    }
}
