using System.CommandLine;
using System.Text.RegularExpressions;
using OpsRegistry.Cli.Query;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Exports;
using OpsRegistry.Sources;

namespace OpsRegistry.Cli.Commands;

/// <summary><c>opsreg query</c>: SQL over the tables that <c>opsreg export</c> writes, of the work tree or of any commit.</summary>
internal static partial class QueryCommand
{
    private static readonly Argument<string?> Sql = new("sql") { Description = "SQL 查询（DuckDB），只能读 / a query in SQL (DuckDB), which reads and nothing else", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Saved = new("--saved") { Description = "运行一个现成的查询 / run a saved query", HelpName = "name" };
    private static readonly Option<bool> List = new("--list") { Description = "列出现成的查询 / list the saved queries" };

    public static Command Create()
    {
        var asOf = GlobalOptions.AsOf();
        var format = new Option<string>("--format", "-f") { Description = "输出格式 / output format", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var command = new Verb(
            "query",
            "用 SQL 查询全部合同：记录、计量、扣分、义务、结算（表见 ./opsreg help tables） / ask with SQL across all contracts: records, facts, deductions, duties, money (tables: ./opsreg help tables)",
            "./opsreg query --list",
            "./opsreg query --saved scores",
            "./opsreg query \"SELECT contract, kind, count(*) FROM records GROUP BY ALL ORDER BY ALL\"",
            "./opsreg query \"SELECT contract, period, score FROM periods WHERE score < 80\" --format csv --at v1.0",
            "./opsreg query \"DESCRIBE incident\"")
        {
            Arguments = { Sql },
            Options = { Saved, List, asOf, format },
        };
        command.SetAction(parse => Run(parse, asOf, parse.GetValue(format)!));
        return command;
    }

    private static int Run(ParseResult parse, Option<string?> asOf, string format)
    {
        if (parse.GetValue(List))
        {
            WriteList(parse);
            return ExitCode.Clean;
        }

        var sql = (parse.GetValue(Sql), parse.GetValue(Saved)) switch
        {
            ({ } typed, null) => typed,
            (null, { } name) => SavedQuery.Named(name).Sql,
            _ => throw new UsageException(new("写一个查询，或用 --saved 指明一个现成的；./opsreg query --list 列出它们", "write one query, or name a saved one with --saved; ./opsreg query --list names them")),
        };
        var shared = Session.OpenShared(parse);
        using var database = new QueryDatabase();
        var errors = Fill(database, shared, AsksForResults(sql) ? asOf : null);
        var exit = shared.ReportUnreadable(errors);
        Write(shared, database.Ask(sql), format);
        return exit;
    }

    private static int Fill(QueryDatabase database, Session shared, Option<string?>? asOf) => FolderByFolder.Over(shared, (session, folder) => TablesOf(session, folder, asOf), parts =>
    {
        foreach (var part in parts)
        {
            database.Add(part);
        }
    });

    /// <summary>The rows of a contract's folder.</summary>
    /// <param name="folder">The folder; null for the files that all contracts share.</param>
    /// <param name="asOf">The option that may name a cut-off; null where nobody asks for results.</param>
    private static IReadOnlyList<ExportPart> TablesOf(Session session, string? folder, Option<string?>? asOf) =>
    [
        .. FileExports.PartsOf(session.Loaded.Registry.Resources.Where(resource => ContractFolders.NameIn(resource.Path) == folder)),
        .. asOf is null || folder is null ? [] : session.Results(asOf).SelectMany(ResultExports.PartsOf),
    ];

    private static void Write(Session session, QueryResult result, string format)
    {
        switch (format)
        {
            case "json":
                QueryOutput.WriteJson(session.Output, result);
                break;
            case "csv":
                QueryOutput.WriteCsv(session.Output, result);
                break;
            default:
                QueryOutput.WriteTable(session.Output, result, session.Language);
                break;
        }
    }

    private static void WriteList(ParseResult parse)
    {
        var language = GlobalOptions.LanguageOf(parse);
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left);
        foreach (var query in SavedQuery.All)
        {
            table.Add(query.Name, query.Title.In(language));
        }

        table.Write(parse.InvocationConfiguration.Output);
    }

    /// <summary>Results cost measuring every contract: they are computed where a query names one of their tables, or may name it in a way that its words do not show.</summary>
    private static bool AsksForResults(string sql)
    {
        var tables = ResultExports.All.Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Word().Matches(sql).Any(word => tables.Contains(word.Value) || word.Value.StartsWith("query", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("[A-Za-z_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
