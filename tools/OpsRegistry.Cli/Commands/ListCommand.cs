using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Lists;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reporting;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg list</c>: the resources of a kind.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "类别，如 incident、asset、system / a kind, e.g. incident, asset, system" };
        var contract = new Option<string?>("--contract") { Description = "只列一个合同 / of one contract only", HelpName = "name" };
        var format = GlobalOptions.Format("text", "json", "csv");
        var command = new Verb("list", "列出某类文件 / list the files of a kind", "./opsreg list incident --contract pingdingshan-2025")
        {
            Arguments = { kind },
            Options = { contract, format },
        };
        command.SetAction(parse => Run(parse.GetValue(contract) is { } one ? Session.Open(parse, one) : Session.OpenShared(parse), parse.GetValue(kind)!, parse.GetValue(contract), parse.GetValue(format)!));
        return command;
    }

    private static int Run(Session session, string asked, string? contract, string format)
    {
        var kind = Kinds.Called(asked)
            ?? throw new UsageException(Misuse.With(
                new($"没有类别“{asked}”；可用：{string.Join(" ", Kinds.All.Select(one => one.KebabName))}", $"there is no kind '{asked}'; there are: {string.Join(" ", Kinds.All.Select(one => one.KebabName))}"),
                Nearest.Meant(asked, Kinds.All.ToDictionary(one => one.KebabName, one => one.Title, StringComparer.Ordinal))));
        var (found, errors) = contract is null ? Everywhere(session, kind) : Of(session, kind, contract);
        var exit = session.ReportUnreadable(errors);
        switch (format)
        {
            case "json":
                ResourceListJson.Write(session.Output, found);
                break;
            case "csv":
                TableCsv.Write(session.Output, [], [([], ResourceTable.For(kind, found))], session.Language);
                break;
            default:
                TableText.Write(session.Output, ResourceTable.For(kind, found), session.Language, indent: "");
                session.Output.WriteSummary(SummaryWords.Files(found.Count), session.Language);
                break;
        }

        return exit;
    }

    private static (IReadOnlyList<Resource> Found, int Errors) Everywhere(Session shared, Kind kind)
    {
        var found = new List<Resource>();
        var errors = FolderByFolder.Over(
            shared,
            (session, folder) => session.Loaded.Registry.Resources.Where(resource => resource.Kind == kind && ContractFolders.NameIn(resource.Path) == folder).ToList(),
            found.AddRange);
        return (found.OrderBy(resource => resource.Path, StringComparer.Ordinal).ToList(), errors);
    }

    private static (IReadOnlyList<Resource> Found, int Errors) Of(Session session, Kind kind, string contract)
    {
        var names = session.Contracts(contract).Select(folder => folder.Name).ToHashSet(StringComparer.Ordinal);
        return (
            session.Loaded.Registry.Resources.Where(resource => resource.Kind == kind && resource.Metadata.Contract is { } owner && names.Contains(owner)).ToList(),
            session.Errors.Count());
    }
}
