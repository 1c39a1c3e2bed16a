using DuckDB.NET.Data;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>The tables as files: another program reads the same figures out of them, and the same registry gives the same bytes.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Another_reader_finds_records_times_decimals_and_both_languages()
    {
        Assert.Equal(0, CommandLine.Run("export", "--format", "parquet", "--out", folder.Path).Exit);
        var records = Directory.EnumerateFiles(Path.Combine(CommandLine.Root, "ops-registry/contracts"), "*.yaml", SearchOption.AllDirectories).Count(file => file.Contains("/records/", StringComparison.Ordinal));
        Assert.Equal($"{records}", Read("SELECT count(*) FROM read_parquet('{0}/records/**/*.parquet', hive_partitioning = true, union_by_name = true)"));
        Assert.Equal("87.000000", Read("SELECT score::VARCHAR FROM read_parquet('{0}/periods/**/*.parquet', hive_partitioning = true) WHERE contract = 'pingdingshan-2025' AND period = 'P1'"));
        Assert.Equal("203600.00", Read("SELECT deducted::VARCHAR FROM read_parquet('{0}/periods/contract=pingdingshan-2025/part-0.parquet') WHERE period = 'P1'"));
        Assert.Equal("2025-12-23 01:05:00+00", Read("SELECT reported_at::VARCHAR FROM read_parquet('{0}/records/contract=pingdingshan-2025/kind=incident/*.parquet') WHERE name = 'incident-2025-0002'"));
        Assert.Equal("达标 met", Read("SELECT DISTINCT state_zh || ' ' || state_en FROM read_parquet('{0}/targets/**/*.parquet') WHERE state = 'met'"));
        Assert.Equal("TIMESTAMP WITH TIME ZONE DATE DECIMAL(28,6) DECIMAL(18,2) BOOLEAN BIGINT", Read(
            "SELECT (SELECT typeof(due_at) || ' ' || typeof(due_on) FROM read_parquet('{0}/targets/**/*.parquet'), read_parquet('{0}/occurrences/**/*.parquet') LIMIT 1) || ' ' || " +
            "(SELECT concat_ws(' ', typeof(score), typeof(deducted), typeof(is_sealed)) FROM read_parquet('{0}/periods/**/*.parquet') LIMIT 1) || ' ' || (SELECT typeof(days_late) FROM read_parquet('{0}/targets/**/*.parquet') LIMIT 1)"));
    }

    [Fact]
    public void The_same_registry_gives_the_same_bytes_and_what_is_gone_is_removed()
    {
        Assert.Equal(0, CommandLine.Run("export", "fujian-2023", "--out", folder.Path).Exit);
        var before = Bytes();
        Assert.NotEmpty(before);
        Assert.Contains("0 changed, 0 old ones removed", CommandLine.Run("export", "fujian-2023", "--out", folder.Path, "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal(before, Bytes());
        Assert.Equal(0, CommandLine.Run("export", "pengjiang-2025", "--out", folder.Path).Exit);
        Assert.DoesNotContain(Bytes().Keys, path => path.Contains("fujian-2023", StringComparison.Ordinal));
    }

    [Fact]
    public void CSV_has_the_same_parts()
    {
        Assert.Equal(0, CommandLine.Run("export", "pingdingshan-2025", "--format", "csv", "--out", folder.Path).Exit);
        var lines = File.ReadAllText(Path.Combine(folder.Path, "periods/contract=pingdingshan-2025/part-0.csv")).Split("\r\n");
        Assert.StartsWith("period,first_day,last_day,state,state_zh,state_en,score,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("P1,2025-12-03,2026-03-02,final,定稿,final,87,87,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_files_of_others_is_left_alone()
    {
        File.WriteAllText(Path.Combine(folder.Path, "mine.txt"), "mine");
        Assert.Equal(2, CommandLine.Run("export", "fujian-2023", "--out", folder.Path).Exit);
        Assert.Equal("mine.txt", Assert.Single(Bytes()).Key);
    }

    private SortedDictionary<string, string> Bytes() => new(
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder.Path, file), file => Convert.ToHexString(File.ReadAllBytes(file))), StringComparer.Ordinal);

    private string Read(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET TimeZone = 'UTC'";
        command.ExecuteNonQuery();
        command.CommandText = sql.Replace("{0}", folder.Path, StringComparison.Ordinal);
        return $"{command.ExecuteScalar()}";
    }
}
