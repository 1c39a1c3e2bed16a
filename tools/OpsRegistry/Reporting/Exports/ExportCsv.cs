using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Exports;

/// <summary>A part of an exported table as CSV (RFC 4180): the columns' names, then the rows. Moments have their offset, what is unknown is empty, no text can be taken for a formula.</summary>
internal static class ExportCsv
{
    /// <summary>Writes the part.</summary>
    public static void Write(TextWriter output, ExportPart part)
    {
        TableCsv.WriteLine(output, part.Table.Columns.Select(column => column.Name));
        foreach (var row in part.Rows)
        {
            TableCsv.WriteLine(output, row.Select(Show));
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "",
        string text => TableCsv.Safe(text),
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => Assessing.Points.Plain(number),
        LocalDate day => Moment.Show(day),
        Instant moment => Moment.Rfc3339(moment),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };
}
