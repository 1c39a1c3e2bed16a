using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Reporting;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg fmt</c>: the registry's files in the one order and manner.</summary>
internal static class FormatCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var files = new FileSelection();
        var check = new Option<bool>("--check") { Description = "只列出要改的文件，有则返回 1 / list the files that would change and exit 1 where there are any" };
        var command = new Verb(
            "fmt",
            "把文件整理成统一的顺序和写法，注释保留，内容不变 / put files into the one order and manner; comments stay, and nothing says anything else",
            "./opsreg fmt --changed",
            "./opsreg fmt ops-registry/contracts/pingdingshan-2025/records/2026/11",
            "./opsreg fmt --check")
        {
            Arguments = { files.Paths },
            Options = { files.Changed, files.Since, check },
        };
        command.SetAction(parse => Run(parse, files, parse.GetValue(check)));
        return command;
    }

    private static int Run(ParseResult parse, FileSelection files, bool isCheck)
    {
        if (parse.GetValue(GlobalOptions.At) is not null)
        {
            throw new UsageException(new("fmt 写的是工作目录，不能与 --at 一起用", "fmt writes into the work tree and takes no --at"));
        }

        var workspace = Session.Find(parse);
        var selected = files.Select(parse, workspace, null);
        var schemas = workspace.Schemas();
        var source = new WorkTreeSource(workspace.Root);
        var language = GlobalOptions.LanguageOf(parse);
        var (changed, unread) = (new List<(string Path, byte[] Bytes)>(), 0);
        foreach (var entry in source.Entries.Where(entry => entry.Path.EndsWith(".yaml", StringComparison.Ordinal) && !entry.Path.Contains("/evidence/", StringComparison.Ordinal) && selected.Holds(entry.Path)))
        {
            if (source.SizeOf(entry) > YamlReader.MaximumBytes || source.Read(entry) is not { } bytes || YamlReader.Read(entry.Path, bytes).Root is null || YamlFormat.Format(entry.Path, Utf8.GetString(bytes), schemas) is not { } text)
            {
                unread++;
                parse.InvocationConfiguration.Error.WriteLine(new Text($"{entry.Path}：读不进来，先改好：./opsreg check {entry.Path}", $"{entry.Path}: cannot be read; mend it first: ./opsreg check {entry.Path}").In(language));
                continue;
            }

            var written = Utf8.GetBytes(text);
            if (written.AsSpan().SequenceEqual(bytes))
            {
                continue;
            }

            changed.Add((entry.Path, written));
        }

        if (!isCheck && changed.Count > 0)
        {
            FileSet.Replace(workspace.Root, changed);
        }

        foreach (var (path, _) in changed)
        {
            parse.InvocationConfiguration.Output.WriteLine(path);
        }

        parse.InvocationConfiguration.Output.WriteSummary((changed.Count, isCheck) switch
        {
            (0, _) => new("没有要整理的文件", "nothing to put in order"),
            (_, true) => new($"{changed.Count} 个文件要整理", $"{English.Count(changed.Count, "file")} to put in order"),
            (_, false) => new($"整理了 {changed.Count} 个文件", $"{English.Count(changed.Count, "file")} put in order"),
        }, language);
        return unread > 0 || (isCheck && changed.Count > 0) ? ExitCode.Findings : ExitCode.Clean;
    }
}
