using System.Globalization;
using System.IO.Compression;
using ClosedXML.Excel;

namespace OpsRegistry.Intake;

/// <summary>A filled-in row of a workbook.</summary>
/// <param name="Answered">The form and its answers.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Cells">The cell of each question, by label: <c>C4</c>.</param>
public sealed record FilledRow(AnsweredForm Answered, string Sheet, int Row, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Where an answer stands; the row where no single one is meant.</summary>
    public string At(string? label) => label is not null && Cells.TryGetValue(label, out var cell) ? $"{Sheet}!{cell}" : $"{Sheet}!{Row}:{Row}";
}

/// <summary>Reads a form that was filled in with Excel. Anything may be handed in under its name: what is no such form is a complaint.</summary>
public static class FilledWorkbook
{
    /// <summary>The largest file that is opened, in bytes.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>The most that its parts may unpack to, in bytes.</summary>
    public const long MaximumUnpacked = 64L * 1024 * 1024;

    /// <summary>Reads the rows that say anything.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="desk">The registry: gives the forms.</param>
    public static (IReadOnlyList<FilledRow> Rows, Complaint? Complaint) Read(byte[] bytes, Desk desk)
    {
        if (bytes.Length > MaximumBytes || Unpacked(bytes) is not { } size || size > MaximumUnpacked)
        {
            return ([], NoForm);
        }

        try
        {
            using var workbook = new XLWorkbook(new MemoryStream(bytes, writable: false), XLEventTracking.Disabled);
            return workbook.TryGetWorksheet(FormSheet.IdentitySheet, out var identity) && Text(identity.Cell(1, 1), AnswerShape.Line) == FormSheet.Identity
                ? (Rows(workbook, Text(identity.Cell(2, 1), AnswerShape.Line), desk).ToList(), null)
                : ([], NoForm);
        }
#pragma warning disable CA1031 // The library throws whatever comes to it where a file is not what it seems; no bytes may do more than that.
        catch (Exception)
#pragma warning restore CA1031
        {
            return ([], NoForm);
        }
    }

    // A day that lost its format is a number of days: 2000-01-01 to 2100-01-01.
    private const double EarliestDay = 36526;
    private const double LatestDay = 73051;

    private static Complaint NoForm { get; } = new(
        null,
        new("这不是由 ./opsreg form 生成的登记表，或文件已损坏、过大", "this is no form made by ./opsreg form, or it is damaged or too large"),
        new("用 ./opsreg form 重新生成一份，把内容抄进去，存为 .xlsx", "make a new one with ./opsreg form, copy the answers into it and save it as .xlsx"));

    private static IEnumerable<FilledRow> Rows(XLWorkbook workbook, string contract, Desk desk)
    {
        foreach (var form in desk.Forms.Where(form => workbook.Worksheets.Contains(form.Kind.Title.Zh)))
        {
            var sheet = workbook.Worksheet(form.Kind.Title.Zh);
            var columns = Columns(sheet, form);
            for (var row = FormSheet.FirstRow; row <= FormSheet.LastRow; row++)
            {
                var answers = columns
                    .Select(column => (column.Field, Text: Answer(sheet.Cell(row, column.Number), column.Field, contract)))
                    .Where(answer => answer.Text.Length > 0)
                    .ToDictionary(answer => answer.Field.Label, answer => answer.Text, StringComparer.Ordinal);
                if (answers.Count > 0)
                {
                    answers[form.Field(IntakeForm.ContractKey)!.Label] = contract;
                    yield return new(new(form, answers), sheet.Name, row, columns.ToDictionary(column => column.Field.Label, column => sheet.Cell(row, column.Number).Address.ToString()!, StringComparer.Ordinal));
                }
            }
        }
    }

    // Columns are found by their labels: a form of last month still reads after a column was added or moved.
    private static List<(FormField Field, int Number)> Columns(IXLWorksheet sheet, IntakeForm form) =>
        (from number in Enumerable.Range(1, 2 * FormSheet.Columns(form).Count)
         let label = Text(sheet.Cell(FormSheet.LabelRow, number), AnswerShape.Line)
         from field in FormSheet.Columns(form)
         where field.Label == label
         select (field, number)).DistinctBy(column => column.field.Label).ToList();

    private static string Answer(IXLCell cell, FormField field, string contract)
    {
        var text = Text(cell, field.Shape);
        var options = FormSheet.Options(field, contract);
        return options.Count == 0 || text.Length == 0
            ? text
            : string.Join('\n', text.Split(['\n', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(word => options.FirstOrDefault(option => FormSheet.Shown(option) == word)?.Value ?? word));
    }

    // Excel turns what looks like a date into one, whatever the column's format says; formulas are read as what they last showed.
    private static string Text(IXLCell cell, AnswerShape shape)
    {
        var value = cell.HasFormula ? cell.CachedValue : cell.Value;
        if (value is double days and >= EarliestDay and < LatestDay && shape is AnswerShape.Date or AnswerShape.Time)
        {
            value = DateTime.FromOADate(days).AddMilliseconds(500); // a second is a fraction of a day that no binary number holds
        }

        return (value switch
        {
            DateTime time when shape == AnswerShape.Date => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            bool truth => truth ? "是" : "否",
            null => "",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        }).ReplaceLineEndings("\n").Trim();
    }

    private static long? Unpacked(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Sum(entry => entry.Length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
