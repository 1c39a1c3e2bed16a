using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Writing;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg fix</c>: mends every finding that has one safe remedy.</summary>
internal static class FixCommand
{
    public static Command Create()
    {
        var files = new FileSelection();
        var dryRun = new Option<bool>("--dry-run") { Description = "只显示要改什么 / show what would be changed and write nothing" };
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb(
            "fix",
            "改正只有一种改法的问题：时间、日期、引号、全角标点、摘要、名称、位置 / mend what can be mended in one way only: times, dates, quotes, full-width punctuation, digests, names, places",
            "./opsreg fix --dry-run",
            "./opsreg fix --changed",
            "./opsreg fix ops-registry/contracts/pingdingshan-2025/records/2026/11")
        {
            Arguments = { files.Paths },
            Options = { files.Changed, files.Since, dryRun, format },
        };
        command.SetAction(parse => Run(Session.Open(parse), files, parse.GetValue(dryRun), parse.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Session session, FileSelection files, bool isDry, bool asJson)
    {
        WorkTree.Demand(session, "fix");
        var selected = files.Select(session.Parse, session.Workspace, null);
        var schemas = session.Workspace.Schemas();
        var source = new WorkTreeSource(session.Workspace.Root) { ReadAt = SystemClock.Instance.GetCurrentInstant() };
        var mended = Mender.Mend(source, schemas, CacheFolder.Open(session.Parse, schemas), selected.Holds, FileSelection.Committed(session.Workspace));
        if (!isDry)
        {
            WorkTree.Write(session.Workspace.Root, mended.Files);
        }

        var moved = mended.Files.Keys.ToHashSet(StringComparer.Ordinal);
        var view = FindingView.Choose(mended.Findings, path => selected.Holds(path) || moved.Contains(path), Severity.Error, _ => false);
        var exit = view.Shown.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
        if (asJson)
        {
            JsonOutput.Write(session.Output, new MendedFindings(!isDry, mended.Mended.Select(MendedEntry.From).ToList(), view.Shown.Select(FindingEntry.From).ToList()), JsonOutput.Options);
            return exit;
        }

        foreach (var (finding, written, movedTo) in mended.Mended)
        {
            session.Output.WriteLine($"{finding.Place}  {finding.Rule.Id} {finding.Message.In(session.Language)}");
            session.Output.WriteLine($"  → {movedTo ?? written}");
        }

        session.Output.WriteLine((mended.Mended.Count, isDry) switch
        {
            (0, _) => new Text("没有可以自动改正的", "nothing that can be mended by itself").In(session.Language),
            (var count, true) => new Text($"可以改正 {count} 处，没有写文件", $"{count} can be mended; nothing was written").In(session.Language),
            (var count, false) => new Text($"改正了 {count} 处", $"{count} mended").In(session.Language),
        });
        if (view.Shown.Count > 0)
        {
            session.Output.WriteLine(new Text($"还有 {view.Shown.Count} 个错误须由人决定：./opsreg check --severity error", $"{view.Shown.Count} errors are left for a person to decide: ./opsreg check --severity error").In(session.Language));
        }

        return exit;
    }
}
