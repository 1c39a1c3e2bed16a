using System.CommandLine;
using OpsRegistry.Reporting.Site;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg site</c>: check, then write the site of all contracts into a folder.</summary>
internal static class SiteCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var output = new Option<string>("--output", "-o") { Description = "写入的文件夹 / the folder to write into", DefaultValueFactory = _ => "site", HelpName = "folder" };
        var repository = new Option<string?>("--repository-url") { Description = "仓库的网址，记录据此链接到该提交的文件与行；不写时取 registry.yaml 的 repositoryUrl / the repository on the web: records link to their file and line at the commit; repositoryUrl of registry.yaml where it is not given", HelpName = "url" };
        var command = new Verb(
            "site",
            "校验并生成静态网站（中英文，离线可读） / check, then write the static site, in Chinese and English, readable without network",
            "./opsreg site",
            "./opsreg site --output public --repository-url https://github.com/example/ops-registry")
        {
            Options = { output, repository, asOf },
        };
        command.SetAction(parse => Run(parse, parse.GetValue(output)!, RepositoryUrl(parse.GetValue(repository)), asOf));
        return command;
    }

    private static int Run(ParseResult parse, string output, string? repositoryUrl, Option<string?> asOf)
    {
        if (CheckedInputs.Check(parse, "没有生成网站", "no site was written") is not { } inputs)
        {
            return ExitCode.Findings;
        }

        var folder = new OwnedFolder(Path.GetFullPath(output, inputs.Workspace.Root), "site");
        var key = inputs.KeyOfReports("site", [parse.GetValue(asOf), repositoryUrl, .. SiteComputation.Notes(inputs.Workspace.Root)]);
        if (KeptOutput.Find(inputs.Cache, "site", key) is { } kept && folder.Holds(kept.Files))
        {
            SayWhatWasWritten(inputs, output, kept.Files.Count, 0, 0);
            return ExitCode.Clean;
        }

        var session = Session.Open(parse);
        var contracts = session.Contracts(null);
        var computed = new SiteContract[contracts.Count];
        Progress.OverAtOnce(session, Enumerable.Range(0, contracts.Count).ToList(), index => contracts[index].Name, index =>
            computed[index] = SiteComputation.Compute(session, contracts[index], session.AsOf(asOf, contracts[index])));
        var exit = computed.Select(contract => session.ReportUncovered(contract.Result)).Prepend(ExitCode.Clean).Max();
        var contents = SiteComputation.Together(session, session.AsOf(asOf, contracts), computed);
        var files = new SiteFiles(repositoryUrl is null ? contents : contents with { Repository = new(repositoryUrl, contents.Repository?.Forge ?? default) });
        var made = new byte[]?[files.Paths.Count];
        Progress.OverAtOnce(session, Enumerable.Range(0, made.Length).ToList(), index => files.Paths[index], index => made[index] = files.Find(files.Paths[index]));
        var pages = files.Paths.Zip(made).Where(file => file.Second is not null).Select(file => (Path: file.First, Bytes: file.Second!)).ToList();
        var written = folder.Write(pages);
        SayWhatWasWritten(inputs, output, written.Files, written.Changed, written.Removed);
        if (exit == ExitCode.Clean)
        {
            new KeptOutput([], [.. pages.Select(page => (page.Path, WrittenFiles.Digest(page.Bytes)))]).Keep(inputs.Cache, "site", key);
        }

        return exit;
    }

    private static void SayWhatWasWritten(CheckedInputs inputs, string output, int files, int changed, int removed) =>
        inputs.Parse.InvocationConfiguration.Output.WriteLine(new Text(
            $"{output}/：{files} 个文件，{changed} 个有变化，删去 {removed} 个旧文件；从 {output}/index.html 打开",
            $"{output}/: {files} files, {changed} changed, {removed} old ones removed; open {output}/index.html").In(inputs.Language));

    private static string? RepositoryUrl(string? asked) =>
        asked is null ? null
        : Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && asked.All(letter => letter is > ' ' and < '\u007f')
            ? asked.TrimEnd('/')
            : throw new UsageException(new($"--repository-url “{asked}”不是网址，应以 https:// 开头", $"--repository-url '{asked}' is no web address: it begins with https://"));
}
