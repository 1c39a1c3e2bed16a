using System.CommandLine;
using System.Text.Json;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Reporting;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg waiting</c>: what waits for whom, by day and by what is at stake; as an issue for each contract, by a job that may write and sees no registry.</summary>
internal static class WaitingCommand
{
    private const string PlanName = "waiting.json";
    private static readonly int[] RowsTried = [int.MaxValue, 200, 100, 50, 20, 5];

    private static readonly Owner[] Parties = [Owner.Purchaser, Owner.Vendor];

    private static readonly Option<string?> For = new Option<string?>("--for") { Description = "只列等待谁的 / only what waits for this party" }.Among([.. Parties.Select(one => YamlWord.Write(one))]);
    private static readonly Option<string> Format = GlobalOptions.Format("text", "json", "csv", "markdown");
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "把各合同的议题写进文件夹，不动平台 / write each contract's issue into a folder; the forge is not touched", HelpName = "folder" };
    private static readonly Option<string?> Apply = new("--apply") { Description = "照文件夹开、更新或关闭议题；不读登记库 / open, update or close issues as the folder says; reads no registry", HelpName = "folder" };

    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var asOf = GlobalOptions.AsOf();
        var repository = ForgeOptions.Repository();
        var command = new Verb(
            "waiting",
            "待办：等待谁认定、裁定、评分、封存、付款、补交，及其日期、分数与金额 / what waits for whom, with day, points and yuan at stake",
            "./opsreg waiting",
            "./opsreg waiting pingdingshan-2025 --for purchaser",
            "./opsreg waiting --output .artifacts/waiting && ./opsreg waiting --apply .artifacts/waiting --repository owner/name")
        {
            Arguments = { contract },
            Options = { For, asOf, Format, Output, Apply, repository, ForgeOptions.Forge },
        };
        command.SetAction(parse => parse.GetValue(Apply) is { } folder
            ? Post(parse, folder, repository)
            : List(Session.Open(parse, parse.GetValue(contract)), parse.GetValue(contract), asOf, parse.GetValue(repository)));
        return command;
    }

    private static int List(Session session, string? contract, Option<string?> asOf, string? repository)
    {
        var exit = session.ReportUnreadable();
        var folders = session.Contracts(contract);
        var results = new List<(ContractResult Result, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measured)>();
        foreach (var (result, measured) in Progress.OverAtOnce(session, folders, folder => folder.Name, folder => (session.Result(folder, session.AsOf(asOf, folder)), session.Measured(folder, session.AsOf(asOf, folder)))))
        {
            exit = Math.Max(exit, session.ReportUncovered(result));
            results.Add((result, measured));
        }

        var owner = session.Parse.GetValue(For) is { } party ? Parties.First(one => YamlWord.Write(one) == party) : (Owner?)null;
        if (session.Parse.GetValue(Output) is { } output)
        {
            var address = ForgeOptions.FilesAddress(ForgeOptions.Asked(session.Parse), repository, session.Origin().Commit);
            var notices = results.Select(one => NoticeOf(one.Result, WaitingList.Of(one.Result.AsOf, [one]).For(owner), address, session.Language)).ToList();
            var path = Path.Combine(output, PlanName);
            AtomicFile.Write(path, ReportFiles.Text(writer => JsonOutput.Write(writer, new WaitingNotices(notices), Handover.Options)));
            session.Output.WriteLine(path);
        }
        else
        {
            Write(session, WaitingList.Of(session.AsOf(asOf, folders), results).For(owner));
        }

        return exit;
    }

    private static void Write(Session session, WaitingList list)
    {
        switch (session.Parse.GetValue(Format))
        {
            case "json":
                WaitingJson.Write(session.Output, list);
                break;
            case "csv":
                TableCsv.Write(session.Output, [], [([], WaitingTable.For(list))], session.Language);
                break;
            case "markdown":
                new BlockMarkdown(session.Output, session.Language).Write(WaitingBlocks.For(list));
                break;
            default:
                BlockText.Write(session.Output, WaitingBlocks.For(list), session.Language);
                session.Output.WriteSummary(SummaryWords.OfWaiting(list), session.Language);
                break;
        }
    }

    /// <summary>A contract's issue, with as many rows as fit into one.</summary>
    private static ListNotice NoticeOf(ContractResult result, WaitingList list, string? filesAddress, Language language)
    {
        var today = BeijingTime.DateEndingAt(result.AsOf);
        var title = new Text($"待办：{result.Folder.Name}", $"Waiting: {result.Folder.Name}").In(language);
        var isDay = list.Items.Any(item => item.Day == today) || result.Periods.Any(period => period.Period.Days.End.PlusDays(-1) == today);
        var body = CommentMarkdown.Write(WaitingBlocks.For(list), filesAddress, language, RowsTried);
        return new(result.Folder.Name, title, body, list.Items.Count == 0, isDay);
    }

    private static int Post(ParseResult parse, string folder, Option<string?> repository)
    {
        var notices = WaitingNotices.Read(Path.Combine(folder, PlanName));
        using var forge = ForgeOptions.Open(parse, repository);
        foreach (var notice in notices)
        {
            var plan = notice.Post(forge).GetAwaiter().GetResult();
            parse.InvocationConfiguration.Output.WriteLine($"{notice.List}: {Done(plan).In(GlobalOptions.LanguageOf(parse))}");
        }

        return ExitCode.Clean;
    }

    private static Text Done(IssuePlan plan) => plan switch
    {
        IssuePlan.Open => new("已开议题", "issue opened"),
        IssuePlan.Update update => new($"已更新 #{update.Number}", $"#{update.Number} brought up to date"),
        IssuePlan.Close close => new($"已关闭 #{close.Number}", $"#{close.Number} closed"),
        IssuePlan.Leave => new("未动", "left as it is"),
        _ => throw new System.Diagnostics.UnreachableException($"{plan}"),
    };
}

/// <summary>The issues that one job leaves for another to write (<c>waiting.json</c>); the second believes nothing but their size and their names.</summary>
internal sealed record WaitingNotices(IReadOnlyList<ListNotice> Lists)
{
    private const int MostBytes = 20 * 1024 * 1024, LongestTitle = 200;

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">They are missing, or not what this program writes.</exception>
    public static IReadOnlyList<ListNotice> Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: <= MostBytes } &&
                JsonSerializer.Deserialize<WaitingNotices>(File.ReadAllBytes(path), Handover.Options) is { Lists: { } lists } && lists.All(IsOurs))
            {
                return lists;
            }
        }
        catch (JsonException)
        {
            // said below
        }

        throw new UsageException(new($"“{path}”不是 ./opsreg waiting --output 写的", $"'{path}' is not what ./opsreg waiting --output writes"));
    }

    private static bool IsOurs(ListNotice notice) =>
        notice is { List.Length: > 0 and <= 80, Title.Length: > 0 and <= LongestTitle, Body: not null } && notice.Body.Length <= CommentMarkdown.Longest &&
        notice.List.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-');
}
