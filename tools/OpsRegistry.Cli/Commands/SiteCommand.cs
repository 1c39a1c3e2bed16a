using System.CommandLine;
using OpsRegistry.Cli.Sharding;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Shards;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg site</c>: check, then write the site of all contracts into a folder.</summary>
internal static class SiteCommand
{
    private static readonly Text Undone = new("没有生成网站", "no site was written");

    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var output = new Option<string>("--output", "-o") { Description = "写入的文件夹 / the folder to write into", DefaultValueFactory = _ => "site", HelpName = "folder" };
        var repository = new Option<string?>("--repository-url") { Description = "仓库的网址，记录据此链接到该提交的文件与行；不写时取 registry.yaml 的 repositoryUrl / the repository on the web: records link to their file and line at the commit; repositoryUrl of registry.yaml where it is not given", HelpName = "url" };
        var command = new Verb(
            "site",
            "校验并生成静态网站（中英文，离线可读） / check, then write the static site, in Chinese and English, readable without network",
            "./opsreg site",
            "./opsreg site --shard 2/4 --output part-2",
            "./opsreg site --output public --repository-url https://github.com/example/ops-registry")
        {
            Options = { output, repository, asOf, ShardedRun.Option },
        };
        command.SetAction(parse => ShardedRun.Open(parse) is { } run
            ? RunPart(run, parse.GetValue(output)!, RepositoryUrl(parse.GetValue(repository)), parse.GetValue(asOf))
            : Run(parse, parse.GetValue(output)!, RepositoryUrl(parse.GetValue(repository)), asOf));
        return command;
    }

    private static int Run(ParseResult parse, string output, string? repositoryUrl, Option<string?> asOf)
    {
        if (CheckedInputs.Check(parse, Undone) is not { } inputs)
        {
            return ExitCode.Findings;
        }

        var folder = new OwnedFolder(Path.GetFullPath(output, inputs.Workspace.Root), "site");
        var key = inputs.KeyOfReports("site", [parse.GetValue(asOf), repositoryUrl, .. SiteComputation.Notes(inputs.Workspace.Root)]);
        if (KeptOutput.Find(inputs.Cache, "site", key) is { } kept && folder.Holds(kept.Files))
        {
            SayWhatWasWritten(parse, inputs.Language, output, (kept.Files.Count, 0, 0));
            return ExitCode.Clean;
        }

        var session = Session.Open(parse);
        var (files, exit) = Lay(session, parse.GetValue(asOf), session.Loaded.Registry, repositoryUrl);
        var pages = Make(session, files, files.Paths);
        var written = folder.Write(pages);
        SayWhatWasWritten(parse, inputs.Language, output, written);
        if (exit == ExitCode.Clean)
        {
            new KeptOutput([], [.. pages.Select(page => (page.Path, WrittenFiles.Digest(page.Bytes)))]).Keep(inputs.Cache, "site", key);
        }

        return exit;
    }

    /// <summary>Writes the pages of the part's contracts. The pages that all contracts share are written where the parts are joined.</summary>
    private static int RunPart(ShardedRun run, string output, string? repositoryUrl, string? asOf)
    {
        if (run.OpenChecked(Undone) is not var (session, check))
        {
            return ExitCode.Findings;
        }

        var (files, exit) = Lay(session, asOf, run.Terms(), repositoryUrl);
        var pages = Make(session, files, files.PathsOfContracts.ToList());
        var written = pages.ToLookup(page => SiteAddress.ContractIn(page.Path), page => new ShardFile(page.Path, WrittenFiles.Digest(page.Bytes)), StringComparer.Ordinal);
        var parts = run.Parts().Select(part => part with { Written = session.ContractsIn(part.Contract).SelectMany(contract => written[SiteAddress.Safe(contract.Name)]).ToList() }).ToList();
        var document = ShardDocument.Build(run.Head("files", session.Language), parts, check);
        SayWhatWasWritten(session.Parse, session.Language, output, FolderOf(session, output).Write([.. pages, (ShardFolder.PathOf(document.Shard), ReportFiles.Text(document.Write))]));
        run.Say(session.Language);
        return exit;
    }

    /// <summary>Writes the site that one run over all contracts would have written: the contracts' pages from the parts, those that all share computed here.</summary>
    public static int WriteJoined(ParseResult parse, ShardedRun whole, IReadOnlyList<(ShardDocument Document, string Folder)> documents, string? output)
    {
        var head = documents[0].Document.Shard;
        var joined = whole.Join(documents.Select(one => one.Document).ToList());
        var session = whole.OpenSession().In(head.Language);
        if (CheckedInputs.Refuses(session.Parse, session.Language, joined.Findings, joined.Lines, Undone))
        {
            return ExitCode.Findings;
        }

        var (files, exit) = Lay(session, head.Asked.GetValueOrDefault("as-of"), session.Loaded.Registry, RepositoryUrl(head.Asked.GetValueOrDefault("repository-url")));
        SayWhatWasWritten(parse, session.Language, output ?? "site", FolderOf(session, output ?? "site").Write([.. Make(session, files, files.PathsOfAll.ToList()), .. ShardFolder.Files(documents)]));
        return exit;
    }

    private static OwnedFolder FolderOf(Session session, string output) => new(Path.GetFullPath(output, session.Workspace.Root), "site");

    /// <summary>Computes the contracts that are loaded and lays their site out, told by the cut-offs of all contracts of the registry.</summary>
    /// <param name="terms">The registry with the terms of all its contracts.</param>
    private static (SiteFiles Files, int Exit) Lay(Session session, string? asOf, Registry terms, string? repositoryUrl)
    {
        var contracts = session.Contracts(null);
        var computed = new SiteContract[contracts.Count];
        Progress.OverAtOnce(session, Enumerable.Range(0, contracts.Count).ToList(), index => contracts[index].Name, index =>
            computed[index] = SiteComputation.Compute(session, contracts[index], Workspace.AsOf(asOf, session.Loaded.Registry, contracts[index])));
        var exit = session.ReportUncovered(computed.Select(contract => contract.Result));
        var each = terms.Contracts.Select(contract => (contract.Name, AsOf: Workspace.AsOf(asOf, terms, contract))).ToList();
        var contents = SiteComputation.Together(session, CutOffs.Of(each.Count > 0 ? each.Max(one => one.AsOf) : Workspace.AsOf(asOf, terms), each), computed);
        return (new(repositoryUrl is null ? contents : contents with { Repository = new(repositoryUrl, contents.Repository?.Forge ?? default) }), exit);
    }

    private static List<(string Path, byte[] Bytes)> Make(Session session, SiteFiles files, IReadOnlyList<string> paths)
    {
        var made = new byte[]?[paths.Count];
        Progress.OverAtOnce(session, Enumerable.Range(0, made.Length).ToList(), index => paths[index], index => made[index] = files.Find(paths[index]));
        return paths.Zip(made).Where(file => file.Second is not null).Select(file => (file.First, file.Second!)).ToList();
    }

    private static void SayWhatWasWritten(ParseResult parse, Language language, string output, (int Files, int Changed, int Removed) written) =>
        parse.InvocationConfiguration.Output.WriteLine(new Text(
            $"{output}/：{written.Files} 个文件，{written.Changed} 个有变化，删去 {written.Removed} 个旧文件；从 {output}/index.html 打开",
            $"{output}/: {written.Files} files, {written.Changed} changed, {written.Removed} old ones removed; open {output}/index.html").In(language));

    private static string? RepositoryUrl(string? asked) =>
        asked is null ? null
        : Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && asked.All(letter => letter is > ' ' and < '\u007f')
            ? asked.TrimEnd('/')
            : throw new UsageException(new($"--repository-url “{asked}”不是网址，应以 https:// 开头", $"--repository-url '{asked}' is no web address: it begins with https://"));
}
