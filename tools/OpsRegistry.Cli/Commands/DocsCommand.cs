using System.CommandLine;
using OpsRegistry.Reporting.Docs;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg docs</c>: the pages that are generated from code and schemas.</summary>
public static class DocsCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("docs", "重新生成由代码得出的文档 / write the pages that are generated from code");
        command.SetAction(parse =>
        {
            var session = Session.Open(parse);
            foreach (var (path, bytes) in Pages())
            {
                if (AtomicFile.Write(Path.Combine(session.Workspace.Root, path), bytes))
                {
                    session.Output.WriteLine(path);
                }
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static IEnumerable<(string Path, byte[] Bytes)> Pages()
    {
        yield return ("schemas/README.md", ReportFiles.Text(SchemaIndex.Write));
    }
}
