using System.CommandLine;
using OpsRegistry.Loading;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg migrate</c>: the registry's files from the format that they were written in to the one that this program reads.</summary>
internal static class MigrateCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "只列出要改的文件，有则返回 1 / list the files that would change and exit 1 where there are any" };
        var command = new Verb(
            "migrate",
            "把登记库升到本程序的格式，注释和顺序保留 / bring the registry to the format of this program; comments and order stay",
            "./opsreg migrate --check",
            "./opsreg migrate")
        {
            Options = { check },
        };
        command.SetAction(parse => Run(parse, parse.GetValue(check)));
        return command;
    }

    private static int Run(ParseResult parse, bool isCheck)
    {
        if (parse.GetValue(GlobalOptions.At) is not null)
        {
            throw new UsageException(new("migrate 写的是工作目录，不能与 --at 一起用", "migrate writes into the work tree and takes no --at"));
        }

        var root = Session.Find(parse).Root;
        var settings = Path.Combine(root, FormatMigration.SettingsPath);
        if (!File.Exists(settings) || FormatMigration.FormatOf(File.ReadAllText(settings)) is not { } from)
        {
            throw new UsageException(new(
                $"{FormatMigration.SettingsPath} 缺失或读不进来，不知道是哪一版格式；见 ./opsreg check",
                $"{FormatMigration.SettingsPath} is missing or cannot be read, so its format is not known: see ./opsreg check"));
        }

        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        var language = GlobalOptions.LanguageOf(parse);
        if (from > FormatMigration.Current)
        {
            error.WriteLine(new Text(
                $"opsreg：登记库的格式是第 {from} 版，本程序只读到第 {FormatMigration.Current} 版；换用更新的 opsreg",
                $"opsreg: the registry has format {from}, and this program reads formats up to {FormatMigration.Current}: use a newer opsreg").In(language));
            return ExitCode.CannotVerify;
        }

        var (changed, unread) = Migrate(parse, root, from, isCheck);
        foreach (var step in FormatMigration.StepsFrom(from))
        {
            output.WriteLine(new Text($"格式 {step.To}：{step.Title.Zh}", $"format {step.To}: {step.Title.En}").In(language));
        }

        output.WriteLine((changed == 0
            ? new Text($"格式 {from}，即本程序的格式；没有要改的", $"format {from}, which is this program's; nothing to change")
            : isCheck ? new Text($"要改 {changed} 个文件，没有写", $"{English.Count(changed, "file")} would change; nothing was written")
            : new Text($"改了 {changed} 个文件；看过差异再提交", $"{English.Count(changed, "file")} changed: read the difference, then commit")).In(language));
        return unread > 0 || (isCheck && changed > 0) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static (int Changed, int Unread) Migrate(ParseResult parse, string root, int from, bool isCheck)
    {
        var source = new WorkTreeSource(root);
        var files = new List<(string Path, byte[] Bytes)>();
        var unread = 0;
        foreach (var entry in source.Entries.Where(entry => entry.Path.EndsWith(".yaml", StringComparison.Ordinal) && !entry.Path.Contains("/evidence/", StringComparison.Ordinal)))
        {
            if (source.SizeOf(entry) > YamlReader.MaximumBytes || source.Read(entry) is not { } bytes || FormatMigration.Migrate(entry.Path, Utf8.GetString(bytes), from) is not { } text)
            {
                unread++;
                parse.InvocationConfiguration.Error.WriteLine(new Text($"{entry.Path}：读不进来，先改好：./opsreg check {entry.Path}", $"{entry.Path}: cannot be read; mend it first: ./opsreg check {entry.Path}").In(GlobalOptions.LanguageOf(parse)));
            }
            else if (Utf8.GetBytes(text) is var written && !written.AsSpan().SequenceEqual(bytes))
            {
                files.Add((entry.Path, written));
            }
        }

        // A registry is in one format or in another, never in both: with a file that cannot be read nothing is written.
        foreach (var (path, _) in files)
        {
            parse.InvocationConfiguration.Output.WriteLine(path);
        }

        if (!isCheck && unread == 0)
        {
            FileSet.Replace(root, files);
        }

        return (files.Count, unread);
    }
}
