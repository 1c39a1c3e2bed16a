using System.Collections;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Cli.Query;

/// <summary>Writes an answer as a table, as CSV or as JSON. Moments are in Beijing time, decimals are exact, what is unknown is empty, in JSON null.</summary>
internal static class QueryOutput
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a table for a terminal, with the number of rows under it.</summary>
    public static void WriteTable(TextWriter output, QueryResult result, Language language)
    {
        var table = new TextTable(result.Columns.Select(column => column.IsFigure ? ColumnAlignment.Right : ColumnAlignment.Left).ToArray());
        table.Head(result.Columns.Select(column => column.Name).ToArray());
        foreach (var row in result.Rows)
        {
            table.Add(result.Columns.Select((column, index) => Show(column, row[index])).ToArray());
        }

        table.Write(output);
        output.WriteLine(new Text($"{result.Rows.Count} 行", $"{result.Rows.Count} row(s)").In(language));
    }

    /// <summary>Writes CSV (RFC 4180); no text can be taken for a formula.</summary>
    public static void WriteCsv(TextWriter output, QueryResult result)
    {
        TableCsv.WriteLine(output, result.Columns.Select(column => TableCsv.Safe(column.Name)));
        foreach (var row in result.Rows)
        {
            TableCsv.WriteLine(output, result.Columns.Select((column, index) => row[index] is string text ? TableCsv.Safe(text) : Show(column, row[index])));
        }
    }

    /// <summary>Writes an array of objects; exact decimals are strings.</summary>
    public static void WriteJson(TextWriter output, QueryResult result)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartArray();
            foreach (var row in result.Rows)
            {
                writer.WriteStartObject();
                foreach (var (column, value) in result.Columns.Zip(row))
                {
                    writer.WritePropertyName(column.Name);
                    WriteJson(writer, column, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n");
    }

    private static void WriteJson(Utf8JsonWriter writer, QueryColumn column, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger:
            case float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                writer.WriteRawValue(Show(column, value));
                break;
            case IDictionary members:
                writer.WriteStartObject();
                foreach (DictionaryEntry member in members)
                {
                    writer.WritePropertyName(Show(column, member.Key));
                    WriteJson(writer, column, member.Value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items and not string:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteJson(writer, column, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Show(column, value));
                break;
        }
    }

    private static string Show(QueryColumn column, object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        decimal number => Assessing.Points.Plain(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment when column.IsMoment => Moment.Rfc3339(Instant.FromDateTimeUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc))),
        DateTime local => local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        TimeSpan length => length.ToString("c", CultureInfo.InvariantCulture),
        IEnumerable => Nested(column, value),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Nested(QueryColumn column, object value)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Json.Encoder }))
        {
            WriteJson(writer, column, value);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
