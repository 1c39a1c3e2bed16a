using System.CommandLine;
using OpsRegistry.Reporting.Book;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg book</c>: the documentation that the tool brings along, as pages that read without a network. It needs no registry.</summary>
internal static class BookCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { Description = "写入的文件夹 / the folder to write into", DefaultValueFactory = _ => "book", HelpName = "folder" };
        var command = new Verb("book", "把手册写成可离线阅读的网页 / write the documentation as pages that read without a network", "./opsreg book", "./opsreg book --output manual")
        {
            Options = { output },
        };
        command.SetAction(parse =>
        {
            var folder = parse.GetValue(output)!;
            var written = new OwnedFolder(Path.GetFullPath(folder), "book").Write(BookWriter.Write(Handbook.Pages, ToolVersion.Current).Select(page => (page.Path, page.Bytes)).ToList());
            parse.InvocationConfiguration.Output.WriteLine(new Text(
                $"{folder}/：{written.Files} 个文件，{written.Changed} 个有变化；从 {folder}/index.html 打开",
                $"{folder}/: {written.Files} files, {written.Changed} changed; open {folder}/index.html").In(GlobalOptions.LanguageOf(parse)));
            return ExitCode.Clean;
        });
        return command;
    }
}
