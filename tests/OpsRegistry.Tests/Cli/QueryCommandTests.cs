using System.Text.Json;
using OpsRegistry.Cli.Query;
using OpsRegistry.Reporting.Exports;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>SQL over the tables: it answers what other verbs answer, reads and nothing else, and reaches neither a file nor the network.</summary>
public sealed class QueryCommandTests
{
    public static TheoryData<string> SavedNames => [.. SavedQuery.All.Select(query => query.Name)];

    [Fact]
    public void There_are_ten_saved_queries_each_with_a_title_in_both_languages()
    {
        Assert.Equal(10, SavedQuery.All.Count);
        Assert.All(SavedQuery.All, query => Assert.NotEqual(query.Title.Zh, query.Title.En));
        Assert.Contains("Score, band and deduction of every period", CommandLine.Run("query", "--list", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Contains("各合同各考核期的得分、档次与扣款", CommandLine.Run("query", "--list", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(SavedNames))]
    public void A_saved_query_is_answered(string name)
    {
        var outcome = CommandLine.Run("query", "--saved", name, "--format", "json");
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.Exit);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(outcome.Output).RootElement.ValueKind);
    }

    [Fact]
    public void It_gives_the_score_and_the_yuan_that_score_gives()
    {
        var outcome = CommandLine.Run("query", "SELECT period, score, deducted FROM periods WHERE contract = 'pingdingshan-2025' ORDER BY first_day", "--format", "csv");
        Assert.StartsWith("period,score,deducted\r\nP1,87,203600\r\nP2,98,0\r\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Deductions_add_up_to_the_marks_that_are_lost() => Assert.Equal(
        "13\r\n",
        CommandLine.Run("query", "SELECT sum(points) AS lost FROM deductions WHERE contract = 'pingdingshan-2025' AND period = 'P1'", "--format", "csv").Output["lost\r\n".Length..]);

    [Fact]
    public void There_is_one_row_for_each_record_on_file()
    {
        var records = Directory.EnumerateFiles(Path.Combine(CommandLine.Root, "ops-registry/contracts"), "*.yaml", SearchOption.AllDirectories).Count(file => file.Contains("/records/", StringComparison.Ordinal));
        Assert.Equal($"n\r\n{records}\r\n", CommandLine.Run("query", "SELECT count(*) AS n FROM records", "--format", "csv").Output);
    }

    [Fact]
    public void Read_contract_by_contract_every_file_is_one_row_wherever_it_says_that_it_belongs_and_errors_are_told_once()
    {
        using var registry = TemporaryRegistry.Harbour();
        var stray = File.ReadAllText(registry.File("ops-registry/contracts/harbour-2026/contract.yaml")).Replace("harbour-2026", "quay-2026", StringComparison.Ordinal);
        registry.Write("ops-registry/contracts/quay-2026/contract.yaml", stray);
        registry.Write("ops-registry/contracts/quay-2026/records/2026/01/incident-2026-0900.yaml", "kind: Incident\n");
        var record = Directory.EnumerateFiles(registry.File("ops-registry/contracts/harbour-2026/records"), "incident-*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        registry.Write("ops-registry/contracts/quay-2026/records/2026/01/incident-2026-0901.yaml", File.ReadAllText(record).Replace(Path.GetFileNameWithoutExtension(record), "incident-2026-0901", StringComparison.Ordinal));
        using var folder = new TemporaryFolder();
        var exported = registry.Run("export", "--format", "csv", "--out", folder.Path, "--lang", "en");
        foreach (var view in new[] { FileExports.Records, FileExports.Files })
        {
            var rows = Directory.EnumerateFiles(Path.Combine(folder.Path, view), "*.csv", SearchOption.AllDirectories).Sum(file => File.ReadAllText(file).Split("\r\n").Count(line => line.Contains("ops-registry/", StringComparison.Ordinal)));
            var asked = registry.Run("query", $"SELECT count(*) AS n FROM {view}", "--format", "csv", "--lang", "en");
            Assert.Equal($"n\r\n{rows}\r\n", asked.Output);
            Assert.Equal(exported.Error, asked.Error);
            Assert.Equal(exported.Exit, asked.Exit);
        }
    }

    [Fact]
    public void Moments_are_typed_and_shown_in_Beijing_time() => Assert.Equal(
        "reported_at,month,type\r\n2025-12-23T09:05:00+08:00,2025-12-01T00:00:00+08:00,TIMESTAMP WITH TIME ZONE\r\n",
        CommandLine.Run("query", "SELECT reported_at, date_trunc('month', reported_at) AS month, typeof(reported_at) AS type FROM incident WHERE contract = 'pingdingshan-2025' AND name = 'incident-2025-0002'", "--format", "csv").Output);

    [Fact]
    public void Decimals_are_exact_in_JSON_and_the_unknown_is_null()
    {
        var row = JsonDocument.Parse(CommandLine.Run("query", "SELECT 0.1 + 0.2 AS sum, NULL AS nothing, 3 AS three", "--format", "json").Output).RootElement[0];
        Assert.Equal(("0.3", JsonValueKind.Null, 3), (row.GetProperty("sum").GetString(), row.GetProperty("nothing").ValueKind, row.GetProperty("three").GetInt32()));
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM read_parquet('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM 'https://example.org/a.csv'")]
    [InlineData("SELECT * FROM read_csv('https://example.org/a.csv')")]
    [InlineData("SELECT * FROM glob('/etc/*')")]
    [InlineData("SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')")]
    [InlineData("ATTACH '/tmp/other.db'")]
    [InlineData("ATTACH ':memory:' AS other")]
    [InlineData("COPY periods TO '/tmp/periods.csv'")]
    [InlineData("COPY periods FROM '/etc/passwd'")]
    [InlineData("EXPORT DATABASE '/tmp/all'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("PRAGMA enable_external_access")]
    [InlineData("CREATE TABLE mine (a INT)")]
    [InlineData("INSERT INTO periods (contract) VALUES ('x')")]
    [InlineData("DROP TABLE periods")]
    [InlineData("CALL pragma_version()")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1; COPY periods TO '/tmp/periods.csv'")]
    [InlineData("EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/opsreg-explained.csv'")]
    [InlineData("SELECT nothing_of_the_kind FROM periods")]
    [InlineData("SELEKT")]
    [InlineData("")]
    public void What_does_not_read_the_tables_is_refused(string sql)
    {
        using var database = new QueryDatabase();
        Assert.Throws<OpsRegistry.Cli.UsageException>(() => database.Ask(sql));
        Assert.False(File.Exists("/tmp/opsreg-explained.csv"));
    }

    [Fact]
    public void A_refusal_is_said_in_one_line_with_exit_code_2()
    {
        var outcome = CommandLine.Run("query", "DROP TABLE periods", "--lang", "en");
        Assert.Equal((2, "", "opsreg: a query reads and nothing else: write SELECT, WITH, DESCRIBE, SHOW or EXPLAIN\n"), (outcome.Exit, outcome.Output, outcome.Error));
        Assert.Equal(2, CommandLine.Run("query").Exit);
        Assert.Contains("did you mean scores", CommandLine.Run("query", "--saved", "score", "--lang", "en").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DESCRIBE incident")]
    [InlineData("SHOW TABLES")]
    [InlineData("EXPLAIN SELECT 1")]
    [InlineData("WITH one AS (SELECT 1 AS a) SELECT * FROM one")]
    [InlineData("SUMMARIZE periods")]
    public void What_reads_is_answered(string sql)
    {
        using var database = new QueryDatabase();
        Assert.NotEmpty(database.Ask(sql).Columns);
    }

    [Fact]
    public void Text_of_records_is_no_formula_in_CSV() => Assert.Equal("a\r\n'=1+1\r\n", CommandLine.Run("query", "SELECT '=1+1' AS a", "--format", "csv").Output);

    [Fact]
    public void Columns_of_one_name_have_one_type_within_a_folder() => Assert.Empty(
        from folder in FileExports.All.GroupBy(table => table.Folder, StringComparer.Ordinal)
        from column in folder.SelectMany(table => table.Columns).GroupBy(column => column.Name, StringComparer.Ordinal)
        where column.Select(one => one.Type == ExportType.Json ? ExportType.Text : one.Type).Distinct().Count() > 1
        select $"{folder.Key} {column.Key}");
}
