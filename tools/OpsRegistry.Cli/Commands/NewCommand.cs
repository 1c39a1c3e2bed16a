using OpsRegistry.Loading;
using System.CommandLine;
using OpsRegistry.Intake;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Writing;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg new</c>: begins a file of any kind, with the next number, in its folder, every field explained.</summary>
internal static class NewCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly Argument<string> KindName = new("kind") { Description = "种类，中文或英文：事件、incident / the kind, in Chinese or English" };
    private static readonly Option<string[]> Sets = new("--set") { Description = "填一个字段，可写多次；时间写 2026-01-08 09:40 或 09:40 / fill in a field, as often as needed; times as 2026-01-08 09:40 or 09:40", HelpName = "field=value", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Name = new("--name") { Description = "没有流水号的种类：文件名（不含 .yaml） / for kinds without running numbers: the file's name without .yaml", HelpName = "name" };
    private static readonly Option<string?> On = new("--on") { Description = "哪一天的事，默认今天（北京时间） / the day it is of, today in Beijing by default", HelpName = "date" };
    private static readonly Option<bool> Ask = new("--ask") { Description = "逐项询问没有填的必填字段；在终端里总是询问 / ask for what must be filled in; on a terminal it always asks" };
    private static readonly Option<bool> NoAsk = new("--no-ask") { Description = "不询问，没填的留空 / do not ask; leave it empty" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只显示，不写文件 / show it and write nothing" };

    public static Command Create()
    {
        var contract = new Argument<string?>("contract") { Description = "合同名；只有一份合同时可不写 / the contract's name; not needed where there is but one", Arity = ArgumentArity.ZeroOrOne };
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb(
            "new",
            "新建一个文件：下一个编号、所在文件夹、各字段的说明 / begin a file: next number, its folder, every field explained",
            "./opsreg new 事件 pingdingshan-2025",
            "./opsreg new incident pingdingshan-2025 --set systems=portal --set \"reportedAt=2026-11-20 09:40\" --set channel=电话",
            "./opsreg new person pingdingshan-2025 --name pds-eng-04 --dry-run",
            "./opsreg new contract portal-2027 --from answers.yaml --indicators 评分表.xlsx",
            "./opsreg new contract portal-2027 --set title=门户运维 --set \"purchaser=our-bureau 数据局\" --set \"vendor=our-vendor 软件公司\" --set start=2027-01-01 --set through=2027-12-31 --set price=480000 --set tranches=40,60")
        {
            Arguments = { KindName, contract },
            Options = { Sets, Name, On, Ask, NoAsk, DryRun, NewContract.From, NewContract.Indicators, format },
        };
        command.SetAction(parse => Run(Session.Open(parse), parse.GetValue(contract), parse.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Session session, string? contract, bool asJson)
    {
        var parse = session.Parse;
        var kind = Kinds.Called(parse.GetValue(KindName)!) ?? throw NoKind(parse.GetValue(KindName)!);
        if (kind.Name == "Contract")
        {
            return NewContract.Run(session, contract, parse.GetValue(Sets)!.Select(Split).ToList(), IsAsking(session, asJson), parse.GetValue(DryRun));
        }

        if (parse.GetValue(NewContract.From) is not null || parse.GetValue(NewContract.Indicators) is not null)
        {
            throw new UsageException(new("--from 和 --indicators 只用于新建合同", "--from and --indicators are for a new contract alone"));
        }

        var owner = kind.PathPattern.Contains("{contract}", StringComparison.Ordinal) ? OwnerOf(session, kind, contract) : null;
        var day = parse.GetValue(On) is { } written
            ? WrittenTime.Date(written) ?? throw new UsageException(new($"--on “{written}”不是日期，写作 2026-01-08", $"--on '{written}' is no date; write 2026-01-08"))
            : BeijingTime.DateOf(SystemClock.Instance.GetCurrentInstant());
        var source = new WorkTreeSource(session.Workspace.Root);
        var schemas = session.Workspace.Schemas();
        var draft = new NewFileDraft(schemas, session.Loaded.Registry, source.Entries.Select(entry => entry.Path).ToList(), session.Language);
        var values = parse.GetValue(Sets)!.Select(Split).ToList();
        if (IsAsking(session, asJson))
        {
            values.AddRange(Asked(session, draft, kind, owner, values.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal), day));
        }

        var (file, complaints) = draft.Begin(new(kind, owner, parse.GetValue(Name), day, values));
        if (file is null)
        {
            foreach (var complaint in complaints)
            {
                session.Error.WriteLine($"{(complaint.Label is null ? "" : complaint.Label + ": ")}{complaint.Message.In(session.Language)}");
                session.Error.WriteLine($"  = {complaint.Help.In(session.Language)}");
            }

            return ExitCode.Findings;
        }

        return Write(session, source, schemas, file, asJson);
    }

    private static bool IsAsking(Session session, bool asJson) =>
        session.Parse.GetValue(Ask) || (!session.Parse.GetValue(NoAsk) && !asJson && !Console.IsInputRedirected && session.Output is TerminalOutput);

    private static int Write(Session session, WorkTreeSource source, SchemaSet schemas, NewFile file, bool asJson)
    {
        var bytes = Utf8.GetBytes(file.Text);
        var isDry = session.Parse.GetValue(DryRun);
        if (!isDry)
        {
            FileSet.Create(session.Workspace.Root, [(file.Path, bytes)]);
        }

        var laid = new LaidOverSource(source, new SingleFileSource(file.Path, bytes), [file.Path]);
        var found = file.ToFill.Count > 0 ? [] : SlicedChecker.Check(laid, schemas, CacheFolder.Open(session.Parse, schemas)).Findings.Where(finding => finding.Place.Path == file.Path).ToList();
        if (asJson)
        {
            JsonOutput.Write(session.Output, new NewFileEntry(file.Path, file.Name, !isDry, file.ToFill.Select(field => new FieldToFill(field.Name, field.Title)).ToList(), found.Select(FindingEntry.From).ToList()), JsonOutput.Options);
            return found.Any(finding => finding.Rule.Severity == Loading.Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
        }

        if (isDry)
        {
            session.Output.Write(file.Text);
        }

        var told = isDry ? session.Error : session.Output;
        told.WriteLine(file.Path);
        if (file.ToFill.Count > 0)
        {
            told.WriteLine(new Text("还须填写：", "still to be filled in:").In(session.Language));
            foreach (var field in file.ToFill)
            {
                told.WriteLine($"  {field.Name}  {field.Title.In(session.Language)}");
            }

            told.WriteLine(new Text($"然后运行 ./opsreg check {file.Path}", $"then run ./opsreg check {file.Path}").In(session.Language));
            return ExitCode.Clean;
        }

        TextFindings.Write(told, found, path => path == file.Path ? file.Text.Split('\n') : null, session.Language);
        return found.Any(finding => finding.Rule.Severity == Loading.Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static KeyValuePair<string, string> Split(string set) => set.Split('=', 2) is [var key, var value] && key.Trim().Length > 0 && value.Trim().Length > 0
        ? new(key.Trim(), value)
        : throw new UsageException(new($"--set “{set}”应写作 字段=值", $"--set '{set}' is not of the form field=value"));

    private static string OwnerOf(Session session, Kind kind, string? contract)
    {
        var contracts = session.Contracts(contract);
        return contracts.Count == 1
            ? contracts[0].Name
            : throw new UsageException(new(
                $"{kind.Title.Zh}属于哪一份合同？现有：{string.Join("、", contracts.Select(one => one.Name))}",
                $"of which contract is the {kind.Title.En}? there are: {string.Join(", ", contracts.Select(one => one.Name))}"));
    }

    private static UsageException NoKind(string word)
    {
        var near = Loading.Nearest.To(word, Kinds.All.SelectMany(kind => new[] { kind.KebabName, kind.Title.Zh }));
        var known = string.Join(" ", Kinds.All.Select(kind => $"{kind.KebabName}（{kind.Title.Zh}）"));
        return new(near is null
            ? new($"没有种类“{word}”；可用：{known}", $"there is no kind '{word}'; there are: {known}")
            : new($"没有种类“{word}”，是不是“{near}”？可用：{known}", $"there is no kind '{word}'; is '{near}' meant? there are: {known}"));
    }

    // An empty answer leaves the field empty; a wrong one is asked for again.
    private static IEnumerable<KeyValuePair<string, string>> Asked(Session session, NewFileDraft draft, Kind kind, string? owner, HashSet<string> given, LocalDate day)
    {
        foreach (var field in draft.FieldsOf(kind).Where(field => field.IsRequired && !given.Contains(field.Name)))
        {
            var choices = draft.ChoicesOf(kind, field, owner);
            session.Error.WriteLine($"{field.Title.In(session.Language)}  {field.Description.In(session.Language)}");
            foreach (var choice in choices)
            {
                session.Error.WriteLine(choice.Words == choice.Value ? $"  {choice.Value}" : $"  {choice.Value}  {choice.Words}");
            }

            while (true)
            {
                session.Error.Write("> ");
                if (Console.In.ReadLine() is not { } answer)
                {
                    yield break;
                }

                if (answer.Trim().Length == 0)
                {
                    break;
                }

                if (draft.Judge(kind, field, answer.Trim(), day) is not { } complaint)
                {
                    yield return new(field.Name, answer.Trim());
                    break;
                }

                session.Error.WriteLine($"{complaint.Message.In(session.Language)}\n  = {complaint.Help.In(session.Language)}");
            }
        }
    }
}
