using System.CommandLine;
using OpsRegistry.Cli.Sharding;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Shards;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reporting;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg score</c>: measure, assess and settle, and print the result.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var contract = GlobalOptions.Contract();
        var period = GlobalOptions.Period();
        var asOf = GlobalOptions.AsOf();
        var format = GlobalOptions.Format("text", "json", "csv");
        var command = new Verb("score", "计算得分与扣款 / compute points and yuan", "./opsreg score pingdingshan-2025 --period P1 --format json", "./opsreg score --shard 2/4 --format csv > part-2.json")
        {
            Arguments = { contract },
            Options = { period, asOf, format, ShardedRun.Option },
        };
        command.SetAction(parse => (ShardedRun.Open(parse), parse.GetValue(contract)) switch
        {
            (null, var name) => Run(Session.Open(parse, name), name, parse.GetValue(period), asOf, parse.GetValue(format)!),
            ({ } run, null) => RunPart(run, parse.GetValue(period), asOf, parse.GetValue(format)!),
            _ => throw new UsageException(new("--shard 是全部合同的一份，不能再指明合同", "--shard is a part of all contracts: name no contract beside it")),
        });
        return command;
    }

    private static int Run(Session session, string? contract, string? period, Option<string?> asOf, string format)
    {
        var exit = session.ReportUnreadable();
        var results = session.Results(asOf, contract);
        var periods = results.Select(result => (Result: result, Periods: Session.Periods(result, period))).ToList();
        exit = Math.Max(exit, session.ReportUncovered(results));
        if (contract is not null && period is not null && format == "json")
        {
            AssessmentJson.Write(session.Output, periods[0].Periods[0], session.Origin(), session.Language);
        }
        else
        {
            Write(session.Output, session, periods, format);
        }

        return exit;
    }

    private static int RunPart(ShardedRun run, string? period, Option<string?> asOf, string format)
    {
        var session = run.OpenSession();
        var parts = run.Compute(session, asOf).Select(one =>
        {
            using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = session.Output.NewLine };
            Write(output, session, one.Results.Select(result => (result, Session.Periods(result, period))).ToList(), format);
            return one.Part with { Output = output.ToString(), Unread = session.ErrorsIn(one.Part.Contract) };
        }).ToList();
        var exit = Math.Max(session.ReportUnreadable(), ShardParts.Say(parts, session));
        ShardDocument.Build(run.Head(format, session.Language), parts, null).Write(session.Output);
        run.Say(session.Language);
        return exit;
    }

    /// <summary>Writes what one run over all contracts would have written, from what its parts gave.</summary>
    public static int WriteJoined(ParseResult parse, IReadOnlyList<ShardDocument> documents)
    {
        var session = Session.OpenShared(parse).In(documents[0].Shard.Language);
        var parts = ShardParts.InOrder(documents);
        var exit = Math.Max(session.ReportUnreadable(session.ErrorsIn(null) + parts.Sum(part => part.Unread)), ShardParts.Say(parts, session));
        var outputs = parts.Select(part => part.Output).ToList();
        session.Output.Write(documents[0].Shard.Format switch
        {
            "json" => JoinedArrays(outputs),
            "csv" => JoinedCsv(outputs),
            _ => string.Concat(outputs),
        });
        return exit;
    }

    /// <summary>Several arrays of one writer as one: what stands between their brackets.</summary>
    private static string JoinedArrays(IEnumerable<string> arrays)
    {
        const string Begin = "[\n", End = "\n]\n";
        var items = arrays.Where(array => array.StartsWith(Begin, StringComparison.Ordinal)).Select(array => array[Begin.Length..^End.Length]).ToList();
        return items.Count == 0 ? "[]\n" : Begin + string.Join(",\n", items) + End;
    }

    /// <summary>Several tables with the same columns under the head of the first.</summary>
    private static string JoinedCsv(IEnumerable<string> tables)
    {
        const string LineEnd = "\r\n";
        var filled = tables.Where(table => table.Length > 0).ToList();
        return string.Concat(filled.Take(1).Concat(filled.Skip(1).Select(table => table[(table.IndexOf(LineEnd, StringComparison.Ordinal) + LineEnd.Length)..])));
    }

    private static void Write(TextWriter output, Session session, IReadOnlyList<(ContractResult Result, IReadOnlyList<PeriodResult> Periods)> results, string format)
    {
        switch (format)
        {
            case "json":
                AssessmentJson.Write(output, results.SelectMany(pair => pair.Periods).ToList(), session.Origin(), session.Language);
                break;
            case "csv":
                TableCsv.Write(
                    output,
                    ["contract", "period"],
                    results.SelectMany(pair => pair.Periods.Select(shown => ((IReadOnlyList<string>)[pair.Result.Folder.Name, shown.Period.Id], (Table)DeductionTable.For(shown.Assessment)))).ToList(),
                    session.Language);
                break;
            default:
                foreach (var (result, shown) in results)
                {
                    BlockText.Write(output, AssessmentBlocks.For(result, shown), session.Language);
                    output.WriteSummary(SummaryWords.OfPeriods(result, shown), session.Language);
                    output.WriteLine();
                }

                break;
        }
    }
}
