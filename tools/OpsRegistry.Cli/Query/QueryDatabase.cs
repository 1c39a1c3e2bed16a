using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using OpsRegistry.Reporting.Exports;

namespace OpsRegistry.Cli.Query;

/// <summary>The exported tables in memory, asked with SQL. Only what reads is run, and neither a file nor the network can be reached, whatever a query says.</summary>
internal sealed class QueryDatabase : IDisposable
{
    // The last two come last: after them nothing can be opened, and nothing can be set.
    private static readonly string[] Walls =
    [
        "SET TimeZone = 'Asia/Shanghai'",
        "SET temp_directory = ''",
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        "SET allow_community_extensions = false",
        "SET enable_external_access = false",
        "SET lock_configuration = true",
    ];

    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    /// <summary>The tables without rows, and the views of all records and all other files.</summary>
    public QueryDatabase()
    {
        connection.Open();
        foreach (var wall in Walls)
        {
            Run(wall);
        }

        foreach (var table in FileExports.All.Concat(ResultExports.All))
        {
            Run($"CREATE TABLE {Quoted(table.Name)} ({string.Join(", ", table.Partitions.Concat(table.Columns).Select(column => $"{Quoted(column.Name)} {TypeOf(column.Type)}"))})");
        }

        foreach (var view in FileExports.All.GroupBy(table => table.Folder, StringComparer.Ordinal))
        {
            var columns = string.Join(", ", view.First().Partitions.Concat(FileExports.Shared(view.Key)).Select(column => Quoted(column.Name)));
            Run($"CREATE VIEW {view.Key} AS {string.Join(" UNION ALL ", view.Select(table => $"SELECT {columns} FROM {Quoted(table.Name)}"))}");
        }
    }

    /// <summary>Adds a contract's rows to a table.</summary>
    public void Add(ExportPart part)
    {
        using var appender = connection.CreateAppender(part.Table.Name);
        var columns = part.Table.Columns;
        foreach (var values in part.Rows)
        {
            var row = appender.CreateRow();
            foreach (var key in part.Keys)
            {
                row.AppendValue(key);
            }

            for (var index = 0; index < columns.Count; index++)
            {
                Append(row, columns[index].Type, values[index]);
            }

            row.EndRow();
        }
    }

    /// <summary>Asks one question.</summary>
    /// <exception cref="UsageException">It is no SQL that this database understands, does something else than read, or asks for what is not here.</exception>
    public QueryResult Ask(string sql)
    {
        try
        {
            RefuseAllButReading(sql);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(index => new QueryColumn(reader.GetName(index), reader.GetDataTypeName(index))).ToList();
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add(columns.Select((_, index) => reader.IsDBNull(index) ? null : reader.GetValue(index)).ToArray());
            }

            return new(columns, rows);
        }
        catch (DuckDBException wrong)
        {
            throw Refused(wrong.Message);
        }
    }

    public void Dispose() => connection.Dispose();

    private void RefuseAllButReading(string sql)
    {
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(connection.NativeConnection, sql, out var statements);
        using (statements)
        {
            if (count == 0)
            {
                throw Refused(NativeMethods.ExtractStatements.DuckDBExtractStatementsError(statements) ?? "there is no statement");
            }

            if (count > 1)
            {
                throw new UsageException(new("一次只问一个问题：查询里有几条语句", "one question at a time: the query has several statements"));
            }

            var state = NativeMethods.ExtractStatements.DuckDBPrepareExtractedStatement(connection.NativeConnection, statements, 0, out var statement);
            using (statement)
            {
                if (state != DuckDBState.Success)
                {
                    throw Refused(NativeMethods.PreparedStatements.DuckDBPrepareError(statement));
                }

                if (PreparedStatementType(statement) is not (DuckDBStatementType.Select or DuckDBStatementType.Explain))
                {
                    throw new UsageException(new("查询只能读取：写 SELECT、WITH、DESCRIBE、SHOW 或 EXPLAIN", "a query reads and nothing else: write SELECT, WITH, DESCRIBE, SHOW or EXPLAIN"));
                }
            }
        }
    }

    private static UsageException Refused(string message) => new(new($"查询不能运行：{message}", $"the query cannot be run: {message}"));

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Append(IDuckDBAppenderRow row, ExportType type, object? value)
    {
        if (value is null)
        {
            row.AppendNullValue();
            return;
        }

        _ = type switch
        {
            ExportType.Text or ExportType.Json => row.AppendValue((string)value),
            ExportType.Truth => row.AppendValue((bool)value),
            ExportType.Whole => row.AppendValue((long)value),
            ExportType.Number => row.AppendValue(decimal.Round((decimal)value, ExportColumn.NumberPlaces)),
            ExportType.Yuan => row.AppendValue((decimal)value),
            ExportType.Day => row.AppendValue((DateOnly?)((LocalDate)value).ToDateOnly()),
            ExportType.Moment => row.AppendValue((DateTimeOffset?)((Instant)value).ToDateTimeOffset()),
        };
    }

    private static string TypeOf(ExportType type) => type switch
    {
        ExportType.Text => "VARCHAR",
        ExportType.Json => "JSON",
        ExportType.Truth => "BOOLEAN",
        ExportType.Whole => "BIGINT",
        ExportType.Number => $"DECIMAL({ExportColumn.NumberDigits},{ExportColumn.NumberPlaces})",
        ExportType.Yuan => $"DECIMAL({ExportColumn.YuanDigits},{ExportColumn.YuanPlaces})",
        ExportType.Day => "DATE",
        ExportType.Moment => "TIMESTAMPTZ",
    };

    private static string Quoted(string name) => $"\"{name}\"";

    // The binding of the library leaves this one function out.
    [DllImport("duckdb", EntryPoint = "duckdb_prepared_statement_type"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern DuckDBStatementType PreparedStatementType(DuckDBPreparedStatement statement);
}

/// <summary>What a question was answered with.</summary>
/// <param name="Rows">The rows: null for what is not known.</param>
internal sealed record QueryResult(IReadOnlyList<QueryColumn> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>A column of an answer.</summary>
/// <param name="Type">The engine's name of its type.</param>
internal sealed record QueryColumn(string Name, string Type)
{
    /// <summary>True for moments, which people read in Beijing time.</summary>
    public bool IsMoment => Type == "TimestampTz";

    /// <summary>True for figures, which stand on the right.</summary>
    public bool IsFigure => Type is "TinyInt" or "SmallInt" or "Integer" or "BigInt" or "HugeInt" or "UnsignedTinyInt" or "UnsignedSmallInt" or "UnsignedInteger" or "UnsignedBigInt" or "Decimal" or "Float" or "Double";
}
