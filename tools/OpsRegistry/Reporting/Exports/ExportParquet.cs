using Parquet;
using Parquet.Schema;

namespace OpsRegistry.Reporting.Exports;

/// <summary>A part of an exported table as Parquet: one row group, Snappy, decimals exact, days as dates, moments in UTC to the microsecond. Same rows, same bytes.</summary>
internal static class ExportParquet
{
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Snappy };

    /// <summary>Writes the part to a stream that can seek.</summary>
    public static void Write(Stream output, ExportPart part) => WriteAsync(output, part).GetAwaiter().GetResult();

    private static async Task WriteAsync(Stream output, ExportPart part)
    {
        var fields = part.Table.Columns.Select(FieldOf).ToList();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), output, Options).ConfigureAwait(false);
        using var group = writer.CreateRowGroup();
        for (var column = 0; column < fields.Count; column++)
        {
            await WriteAsync(group, fields[column], part, column).ConfigureAwait(false);
        }
    }

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, ExportPart part, int column) => part.Table.Columns[column].Type switch
    {
        ExportType.Text or ExportType.Json => group.WriteAsync(field, part.Rows.Select(row => (string)row[column]!).ToList()),
        ExportType.Truth => group.WriteAsync<bool>(field, Values(part, column, value => (bool)value)),
        ExportType.Whole => group.WriteAsync<long>(field, Values(part, column, value => (long)value)),
        ExportType.Number => group.WriteAsync<decimal>(field, Values(part, column, value => decimal.Round((decimal)value, ExportColumn.NumberPlaces))),
        ExportType.Yuan => group.WriteAsync<decimal>(field, Values(part, column, value => (decimal)value)),
        ExportType.Day => group.WriteAsync<DateTime>(field, Values(part, column, value => ((LocalDate)value).ToDateTimeUnspecified())),
        ExportType.Moment => group.WriteAsync<DateTime>(field, Values(part, column, value => ((Instant)value).ToDateTimeUtc())),
    };

    private static ReadOnlyMemory<T?> Values<T>(ExportPart part, int column, Func<object, T> read)
        where T : struct => part.Rows.Select(row => row[column] is { } value ? read(value) : (T?)null).ToArray();

    private static DataField FieldOf(ExportColumn column) => column.Type switch
    {
        ExportType.Text or ExportType.Json => new DataField(column.Name, typeof(string), true),
        ExportType.Truth => new DataField(column.Name, typeof(bool), true),
        ExportType.Whole => new DataField(column.Name, typeof(long), true),
        ExportType.Number => new DecimalDataField(column.Name, ExportColumn.NumberDigits, ExportColumn.NumberPlaces, isNullable: true),
        ExportType.Yuan => new DecimalDataField(column.Name, ExportColumn.YuanDigits, ExportColumn.YuanPlaces, isNullable: true),
        ExportType.Day => new DateTimeDataField(column.Name, DateTimeFormat.Date, isNullable: true),
        ExportType.Moment => new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true),
    };
}
