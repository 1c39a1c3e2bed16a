using System.CommandLine;
using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Docs;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg init</c>: a registry of one's own, with an example contract, in any folder.</summary>
internal static partial class InitCommand
{
    private const string Prefix = "Starter/", Pipelines = "Pipelines/", None = "none";

    private const int MostJobs = 200; // GitLab's most; GitHub takes 256

    private static readonly string[] Forges = ["github", "gitea", "gitee", "gitlab", "jenkins", None];

    /// <summary>Files whose names a package of sources would not carry, or would obey.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["dot-vscode-settings.json"] = KindLists.EditorSettings };

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "放在哪个文件夹，默认当前文件夹 / where to put it, by default here", DefaultValueFactory = _ => "." };
        var forge = new Option<string>("--forge") { Description = "写出哪个平台的流水线和设置说明 / whose pipelines and settings to write", HelpName = "name", DefaultValueFactory = _ => None };
        forge.AcceptOnlyFromAmong(Forges);
        var shards = new Option<int>("--shards") { Description = "大的登记库：主分支的流水线分成几份同时算（github、gitlab） / for a large registry: how many parts the main branch's pipeline runs at once (github, gitlab)", HelpName = "n", DefaultValueFactory = _ => 1 };
        var dryRun = new Option<bool>("--dry-run") { Description = "只列出要写的文件 / only list the files" };
        var command = new Verb(
            "init", "建立自己的登记库：设置、权限、日历、样例合同、平台的流水线 / begin a registry of your own: settings, rights, calendars, an example contract, the forge's pipelines",
            "./opsreg init ../our-registry", "./opsreg init ../our-registry --forge gitea", "./opsreg init ../our-registry --forge gitlab --shards 8", "./opsreg init . --dry-run")
        {
            Arguments = { folder },
            Options = { forge, shards, dryRun },
        };
        command.SetAction(parse => Run(parse, Path.GetFullPath(parse.GetValue(folder)!), parse.GetValue(forge)!, parse.GetValue(shards), parse.GetValue(dryRun)));
        return command;
    }

    /// <summary>Every file that a new registry begins with, by path.</summary>
    /// <param name="forge">Whose pipelines; one of the words that <c>--forge</c> takes.</param>
    /// <param name="shards">How many parts its pipeline for the main branch runs at once.</param>
    public static IReadOnlyDictionary<string, string> Files(string forge = None, int shards = 1)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in Embedded(Prefix).Concat(Embedded($"{Pipelines}{forge}/")))
        {
            files[path] = Complete(path, text);
        }

        foreach (var (path, text) in shards > 1 ? Embedded($"{Pipelines}{forge}-shards/") : [])
        {
            files[path] = Sharded(files[path], text, shards);
        }

        foreach (var (name, text) in EmbeddedSchemas.Texts)
        {
            files["schemas/" + name] = text;
        }

        return files;
    }

    private static IEnumerable<(string Path, string Text)> Embedded(string prefix)
    {
        var files = new EmbeddedFiles(typeof(InitCommand).Assembly, prefix);
        foreach (var path in files.Names)
        {
            yield return (Renamed.GetValueOrDefault(path, path.StartsWith("dot-", StringComparison.Ordinal) ? "." + path["dot-".Length..] : path), files.Text(path).Replace("{version}", ToolVersion.Current, StringComparison.Ordinal));
        }
    }

    /// <summary>A pipeline with other jobs from the first line of these on: several that each do a part, and one that joins.</summary>
    private static string Sharded(string pipeline, string jobs, int shards)
    {
        var numbers = Enumerable.Range(1, shards).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        var kept = pipeline[..(pipeline.IndexOf("\n" + jobs[..(jobs.IndexOf('\n', StringComparison.Ordinal) + 1)], StringComparison.Ordinal) + 1)];
        return kept + Parts().Replace(jobs, match => string.Join(' ', numbers.Select(number => match.Groups["before"].Value + number)))
            .Replace("{numbers}", string.Join(", ", numbers), StringComparison.Ordinal)
            .Replace("{shards}", numbers[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{parts:(?<before>[^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    private static int Run(ParseResult parse, string root, string forge, int shards, bool dryRun)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (shards is < 1 or > MostJobs || (shards > 1 && !Embedded($"{Pipelines}{forge}-shards/").Any()))
        {
            throw new UsageException(new(
                $"--shards 是 1 到 {MostJobs}，大于 1 时只用于 --forge github 和 gitlab；别的平台照 ./opsreg help shards 写",
                $"--shards is 1 to {MostJobs}, and more than 1 only with --forge github and gitlab; for others see ./opsreg help shards"));
        }

        var files = Files(forge, shards);
        if (files.Keys.FirstOrDefault(path => Path.Exists(Path.Combine(root, path)) && (!File.Exists(Path.Combine(root, path)) || File.ReadAllText(Path.Combine(root, path)) != files[path])) is { } taken)
        {
            throw new UsageException(new(
                $"“{Path.Combine(root, taken)}”已经存在，什么都没有写；换一个空文件夹",
                $"'{Path.Combine(root, taken)}' exists already, and nothing was written: name an empty folder"));
        }

        var output = parse.InvocationConfiguration.Output;
        if (!dryRun)
        {
            FileSet.Create(root, files.Select(file => (file.Key, Encoding.UTF8.GetBytes(file.Value))));
        }

        foreach (var path in files.Keys)
        {
            if (!path.StartsWith("schemas/", StringComparison.Ordinal))
            {
                output.WriteLine(path);
            }
        }

        output.WriteLine(new Text(
            $"schemas/（{EmbeddedSchemas.Texts.Count} 个模式，供编辑器使用）",
            $"schemas/ ({EmbeddedSchemas.Texts.Count} schemas, for editors)").In(language));
        output.WriteLine();
        output.WriteLine((dryRun
            ? new Text("只是列出，没有写文件", "a dry run: nothing was written")
            : new Text(
                $"已建立登记库。下一步：\n  cd {root}\n  git init && git add -A && git commit -m 建立登记库\n  opsreg check\n  opsreg score",
                $"A registry is there. Next:\n  cd {root}\n  git init && git add -A && git commit -m \"Begin the registry\"\n  opsreg check\n  opsreg score")).In(language));
        return ExitCode.Clean;
    }

    /// <summary>A file of the registry names its schema in its first line; the editor's settings name the schema of every kind.</summary>
    private static string Complete(string path, string text)
    {
        if (path == KindLists.EditorSettings)
        {
            return KindLists.InEditorSettings(text);
        }

        return path.EndsWith(".yaml", StringComparison.Ordinal) && !text.Contains("yaml-language-server", StringComparison.Ordinal) && KindIn(text) is { } kind
            ? YamlText.SchemaLine(path, kind.KebabName + ".schema.json") + text
            : text;
    }

    private static Kind? KindIn(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith("kind: ", StringComparison.Ordinal)) is { } line ? Kinds.Named(line["kind: ".Length..].Trim()) : null;
}
