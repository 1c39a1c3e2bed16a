using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Rules;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg new contract</c>: begins a whole contract from a few answers and, where there is one, a table of indicators.</summary>
internal static class NewContract
{
    /// <summary>Answers in a file: keys and values.</summary>
    public static Option<string?> From { get; } = new("--from") { Description = "新建合同：回答写在这个 YAML 文件里 / for a contract: a YAML file of answers", HelpName = "file" };

    /// <summary>A table of indicators.</summary>
    public static Option<string?> Indicators { get; } = new("--indicators") { Description = "新建合同：指标表，.xlsx 或 .csv，有“指标”“分值”两列，可有“一级指标”“扣分办法” / for a contract: a table of indicators in .xlsx or .csv with the columns indicator and marks, perhaps group and how deducted", HelpName = "file" };

    /// <summary>Begins a contract.</summary>
    /// <param name="name">The contract's name; null where the answers give it.</param>
    /// <param name="set">Answers of the command line; they win over those of the file.</param>
    /// <param name="asks">Whether what is missing is asked for.</param>
    /// <param name="isDry">Whether nothing is written.</param>
    public static int Run(Session session, string? name, IReadOnlyList<KeyValuePair<string, string>> set, bool asks, bool isDry)
    {
        var given = session.Parse.GetValue(From) is { } file ? AnswersIn(file) : new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in set)
        {
            given[key] = value;
        }

        given.Remove("name", out var named);
        name ??= named;
        if (asks)
        {
            name ??= Ask(session, new("合同代号（小写字母、数字和连字符，如 portal-2027）", "the contract's name: lower-case letters, digits and hyphens, such as portal-2027"));
            foreach (var question in ContractQuestion.All.Where(question => !given.ContainsKey(question.Key)))
            {
                if (Ask(session, question.Question) is { Length: > 0 } answer)
                {
                    given[question.Key] = answer;
                }
            }
        }

        var (answers, complaints) = ContractAnswers.Read(name ?? "", given);
        if (answers is null)
        {
            foreach (var complaint in complaints)
            {
                Complain(session, complaint);
            }

            return ExitCode.Findings;
        }

        IReadOnlyList<SheetIndicator> indicators = [];
        if (session.Parse.GetValue(Indicators) is { } table)
        {
            (indicators, var complaint) = IndicatorSheet.Read(ImportCommand.ReadForm(table), table.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
            if (complaint is not null)
            {
                session.Error.WriteLine($"opsreg: {table}");
                Complain(session, complaint);
                return ExitCode.Findings;
            }
        }

        return Write(session, answers, indicators, isDry);
    }

    private static int Write(Session session, ContractAnswers answers, IReadOnlyList<SheetIndicator> indicators, bool isDry)
    {
        var source = new WorkTreeSource(session.Workspace.Root);
        var known = source.Entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        var folder = $"ops-registry/contracts/{answers.Name}/";
        if (known.FirstOrDefault(path => path.StartsWith(folder, StringComparison.Ordinal)) is { } taken)
        {
            throw new UsageException(new($"“{taken}”已经存在，什么都没有写；换一个合同代号", $"'{taken}' exists already, and nothing was written: take another name"));
        }

        var files = ContractDraft.Write(answers, indicators, known);
        if (!isDry)
        {
            FileSet.Create(session.Workspace.Root, files.Select(file => (file.Key, Encoding.UTF8.GetBytes(file.Value))));
        }

        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            session.Output.WriteLine(path);
            if (isDry)
            {
                session.Output.Write(text);
            }
        }

        var edits = files.ToDictionary(file => file.Key, file => (byte[]?)Encoding.UTF8.GetBytes(file.Value), StringComparer.Ordinal);
        var found = SlicedChecker.Check(new EditedSource(source, edits), session.Workspace.Schemas(), null).Findings.Where(finding => files.ContainsKey(finding.Place.Path)).ToList();
        session.Output.WriteLine();
        TextFindings.Write(session.Output, found, path => files.TryGetValue(path, out var text) ? text.Split('\n') : null, session.Language);
        session.Output.WriteLine((isDry
            ? new Text("只是列出，没有写文件", "a dry run: nothing was written")
            : new Text(
                $"下一步：照合同改 {folder} 里的时限、义务和评分表；在 ops-registry/rights.yaml 里写上谁能改；\n  opsreg check\n  opsreg new scenario {answers.Name} --name first",
                $"Next: change limits, duties and scorecard under {folder} to the contract's, and say in ops-registry/rights.yaml who may change it;\n  opsreg check\n  opsreg new scenario {answers.Name} --name first")).In(session.Language));
        return found.Exists(finding => finding.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static Dictionary<string, string> AnswersIn(string file)
    {
        var read = YamlReader.Read(file, File.ReadAllBytes(file));
        if (read.Root is not { } root)
        {
            var fault = read.Findings[0];
            throw new UsageException(new($"{fault.Place}：{fault.Message.Zh}；{fault.Help.Zh}", $"{fault.Place}: {fault.Message.En}; {fault.Help.En}"));
        }

        return root.Entries.ToDictionary(entry => entry.Key, entry => entry.Value switch
        {
            ScalarNode scalar => scalar.Text,
            SequenceNode list => string.Join(entry.Key == "tranches" ? "," : ";", list.Items.OfType<ScalarNode>().Select(item => item.Text)),
            MappingNode => throw new UsageException(new($"{entry.KeyPlace}：写一个值或一组值", $"{entry.KeyPlace}: write a value or a list of values")),
            _ => throw new System.Diagnostics.UnreachableException(),
        }, StringComparer.Ordinal);
    }

    private static string? Ask(Session session, Text question)
    {
        session.Error.WriteLine(question.In(session.Language));
        session.Error.Write("> ");
        return Console.In.ReadLine()?.Trim();
    }

    private static void Complain(Session session, FormProblem complaint)
    {
        session.Error.WriteLine($"{(complaint.Label is null ? "" : complaint.Label + ": ")}{complaint.Message.In(session.Language)}");
        session.Error.WriteLine($"  = {complaint.Help.In(session.Language)}");
    }
}
