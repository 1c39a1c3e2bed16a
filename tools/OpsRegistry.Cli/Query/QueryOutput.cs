using System.Collections;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Cli.Query;

/// <summary>Writes an answer as a table, as CSV or as JSON. Moments are in Beijing time, decimals are exact, what is unknown is empty, in JSON null.</summary>
internal static class QueryOutput
{
    private static readonly JsonSerializerOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(OnOneLine) { WriteIndented = true, NewLine = "\n" };

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
        output.WriteLine(new Text($"{result.Rows.Count} 行", English.Count(result.Rows.Count, "row")).In(language));
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

    /// <summary>Writes an array of objects; exact decimals are strings. Of two columns of one name the second is told by its number.</summary>
    public static void WriteJson(TextWriter output, QueryResult result)
    {
        var names = result.Columns.Select((column, index) =>
            result.Columns.Take(index).Any(other => other.Name == column.Name) ? FormattableString.Invariant($"{column.Name}_{index + 1}") : column.Name).ToList();
        var rows = result.Rows.Select(row => (JsonNode?)new JsonObject(result.Columns.Select((column, index) => KeyValuePair.Create(names[index], NodeOf(column, row[index])))));
        output.Write(new JsonArray([.. rows]).ToJsonString(Indented) + "\n");
    }

    private static JsonNode? NodeOf(QueryColumn column, object? value) => value switch
    {
        null => null,
        bool truth => JsonValue.Create(truth),
        sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger => JsonNode.Parse(Show(column, value)),
        float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) => JsonNode.Parse(Show(column, value)),
        IDictionary members => new JsonObject(members.Cast<DictionaryEntry>().Select(member => KeyValuePair.Create(Show(column, member.Key), NodeOf(column, member.Value)))),
        IEnumerable items and not string => new JsonArray([.. items.Cast<object?>().Select(item => NodeOf(column, item))]),
        _ => JsonValue.Create(Show(column, value)),
    };

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

    private static string Nested(QueryColumn column, object value) => NodeOf(column, value)?.ToJsonString(OnOneLine) ?? "";
}
