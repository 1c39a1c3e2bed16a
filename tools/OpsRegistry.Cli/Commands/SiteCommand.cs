using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Rules;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg site</c>: check, then write the site of all contracts into a folder.</summary>
internal static class SiteCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var output = new Option<string>("--output", "-o") { Description = "写入的文件夹 / the folder to write into", DefaultValueFactory = _ => "site", HelpName = "folder" };
        var repository = new Option<string?>("--repository-url") { Description = "仓库的网址，记录据此链接到该提交的文件与行 / the repository on the web: records link to their file and line at the commit", HelpName = "url" };
        var command = new Verb(
            "site",
            "校验并生成静态网站（中英文，离线可读） / check, then write the static site, in Chinese and English, readable without network",
            "./opsreg site",
            "./opsreg site --output public --repository-url https://github.com/example/ops-registry")
        {
            Options = { output, repository, asOf },
        };
        command.SetAction(parse => Run(Session.Open(parse), parse.GetValue(output)!, RepositoryUrl(parse.GetValue(repository)), asOf));
        return command;
    }

    private static int Run(Session session, string output, string? repositoryUrl, Option<string?> asOf)
    {
        var findings = Checker.Check(session.Loaded);
        if (findings.Any(finding => finding.Rule.Severity == Severity.Error))
        {
            TextFindings.Write(session.Output, findings, session.Loaded.Lines, session.Language, ToolVersion.UsesColour(session.Output));
            session.Error.WriteLine(new Text("opsreg：登记库有错误，没有生成网站", "opsreg: the registry has errors, no site was written").In(session.Language));
            return ExitCode.Findings;
        }

        var folder = new OwnedFolder(Path.GetFullPath(output, session.Workspace.Root), "site");
        var contracts = new List<SiteContract>();
        var exit = ExitCode.Clean;
        Progress.Over(session, session.Contracts(null), contract => contract.Name, contract =>
        {
            var computed = SiteComputation.Compute(session, contract, session.AsOf(asOf, contract));
            exit = Math.Max(exit, session.ReportUncovered(computed.Result));
            contracts.Add(computed);
        });
        var written = folder.Write(SiteWriter.Pages(SiteComputation.Together(session, session.AsOf(asOf, session.Contracts(null)), contracts) with { RepositoryUrl = repositoryUrl }).Select(page => (page.Path, page.Bytes)).ToList());
        session.Output.WriteLine(new Text(
            $"{output}/：{written.Files} 个文件，{written.Changed} 个有变化，删去 {written.Removed} 个旧文件；从 {output}/index.html 打开",
            $"{output}/: {written.Files} files, {written.Changed} changed, {written.Removed} old ones removed; open {output}/index.html").In(session.Language));
        return exit;
    }

    private static string? RepositoryUrl(string? asked) =>
        asked is null ? null
        : Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && asked.All(letter => letter is > ' ' and < '\u007f')
            ? asked.TrimEnd('/')
            : throw new UsageException(new($"--repository-url “{asked}”不是网址，应以 https:// 开头", $"--repository-url '{asked}' is no web address: it begins with https://"));
}
