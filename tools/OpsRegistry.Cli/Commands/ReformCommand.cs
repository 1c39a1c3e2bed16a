using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Reforms;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg reform</c>: scores all past periods again with a draft of a contract's terms in place, and says what moves and why. Nothing is written.</summary>
internal static class ReformCommand
{
    private static readonly Argument<string?> Contract = GlobalOptions.Contract();
    private static readonly Option<string?> AsOf = GlobalOptions.AsOf();
    private static readonly Option<string> With = new("--with") { Description = "草案：改动后的 scorecard.yaml、service-levels.yaml 等，一个文件或一个文件夹 / the draft: a changed scorecard.yaml, service-levels.yaml and the like, one file or a folder of them", HelpName = "file|folder", Required = true };
    private static readonly Option<string> Format = GlobalOptions.Format("text", "markdown", "json", "csv");

    public static Command Create()
    {
        var command = new Verb(
            "reform",
            "用草案（评分表、时限、义务）重算以往各期：哪些变、变多少、为什么 / score all past periods again with a draft of scorecard, limits or duties: what moves, how much and why",
            "./opsreg reform pingdingshan-2025 --with draft/scorecard.yaml",
            "./opsreg reform --with draft/ --format markdown")
        {
            Arguments = { Contract },
            Options = { With, AsOf, Format },
        };
        command.SetAction(parse => Run(Session.Open(parse)));
        return command;
    }

    private static int Run(Session session)
    {
        var exit = session.ReportUnreadable();
        var asked = session.Parse.GetValue(Contract);
        if (asked is not null)
        {
            session.Contracts(asked); // refuses a name that no contract has
        }

        var drafts = Read(session.Parse.GetValue(With)!, asked);
        var drafted = session.Workspace.Load(session.At, drafts.ToDictionary(draft => draft.Path, draft => (byte[]?)draft.Bytes, StringComparer.Ordinal));
        var faults = drafted.Findings.Where(finding => finding.Rule.Severity == Severity.Error && drafts.Any(draft => draft.Path == finding.Place.Path)).ToList();
        foreach (var fault in faults)
        {
            var draft = drafts.First(draft => draft.Path == fault.Place.Path);
            session.Error.WriteLine($"opsreg: {draft.File}:{fault.Place.Line}:{fault.Place.Column}: {VisibleText.Show(fault.Message.In(session.Language))}; {VisibleText.Show(fault.Help.In(session.Language))}");
        }

        if (faults.Count > 0)
        {
            return ExitCode.Findings;
        }

        var files = drafts.Select(draft => new FileChange(draft.Path, new("", Sources.FileMode.Plain), new("", Sources.FileMode.Plain))).ToList();
        var changed = ResourceChange.Compare(session.Loaded.Registry, drafted.Registry, files).ToLookup(change => change.Either.Metadata.Contract);
        var reforms = session.Contracts(asked).Where(folder => changed.Contains(folder.Name)).Select(folder => Reform.Compute(
            folder, drafted.Registry.ContractNamed(folder.Name)!, session.CalendarOf(folder), session.AsOf(AsOf, folder), changed[folder.Name].ToList())).ToList();
        switch (session.Parse.GetValue(Format))
        {
            case "json":
                ReformReport.Write(session.Output, reforms, session.Language);
                break;
            case "csv":
                TableCsv.Write(session.Output, ["contract"], reforms.Select(reform => ((IReadOnlyList<string>)[reform.Contract], (Table)ReformMoveTable.For(reform))).ToList(), session.Language);
                break;
            case "markdown":
                new BlockMarkdown(session.Output, session.Language).Write(ReformReport.Blocks(reforms));
                break;
            default:
                BlockText.Write(session.Output, ReformReport.Blocks(reforms), session.Language);
                break;
        }

        return exit;
    }

    /// <summary>The draft's files, each with the path of the file that it would replace.</summary>
    private static List<Draft> Read(string draft, string? asked)
    {
        var files = File.Exists(draft) ? [draft]
            : Directory.Exists(draft) ? Directory.GetFiles(draft, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList()
            : throw new UsageException(new($"没有“{draft}”", $"there is no '{draft}'"));
        return files.Count > 0 ? files.ConvertAll(file => Read(file, File.ReadAllBytes(file), asked)) : throw new UsageException(new($"“{draft}”里没有 .yaml 文件", $"'{draft}' holds no .yaml file"));
    }

    private static Draft Read(string file, byte[] bytes, string? asked)
    {
        var read = YamlReader.Read(file, bytes);
        if (read.Findings.FirstOrDefault(finding => finding.Rule.Severity == Severity.Error) is { } fault)
        {
            throw new UsageException(new($"{fault.Place}：{fault.Message.Zh}；{fault.Help.Zh}", $"{fault.Place}: {fault.Message.En}; {fault.Help.En}"));
        }

        var metadata = read.Root?["metadata"] as MappingNode;
        return (read.Root?["kind"] as ScalarNode, metadata?["name"] as ScalarNode, metadata?["contract"] as ScalarNode) switch
        {
            ({ } kind, _, _) when Kinds.Named(kind.Text) is not { Area: Area.Governance } => throw new UsageException(new(
                $"{kind.Place}：草案只能是合同文件（评分表、时限、义务等），不能是“{kind.Text}”", $"{kind.Place}: a draft holds a contract's terms (scorecard, limits, duties), not a '{kind.Text}'")),
            (_, _, { } contract) when asked is not null && contract.Text != asked => throw new UsageException(new(
                $"{contract.Place}：草案属于合同“{contract.Text}”，不是“{asked}”", $"{contract.Place}: the draft is of contract '{contract.Text}', not of '{asked}'")),
            ({ } kind, { } name, { } contract) => new(file, PathOf(Kinds.Named(kind.Text)!, name.Text, contract.Text), bytes),
            _ => throw new UsageException(new($"“{file}”不是登记库的文件：缺 kind 或 metadata", $"'{file}' is no file of a registry: kind or metadata is missing")),
        };
    }

    /// <summary>Where a file of terms stands: each is called by its name.</summary>
    private static string PathOf(Kind kind, string name, string contract) => $"{Path.GetDirectoryName(kind.PathPattern)!.Replace('\\', '/').Replace("{contract}", contract, StringComparison.Ordinal)}/{name}.yaml";

    private sealed record Draft(string File, string Path, byte[] Bytes);
}
