using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>A filled-in row of a workbook.</summary>
/// <param name="Answered">The form and its answers.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Cells">The cell of each question, by label: <c>C4</c>.</param>
internal sealed record FilledRow(AnsweredForm Answered, string Sheet, int Row, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Where an answer stands; the row where no single one is meant.</summary>
    public string At(string? label) => label is not null && Cells.TryGetValue(label, out var cell) ? $"{Sheet}!{cell}" : $"{Sheet}!{Row}:{Row}";
}

/// <summary>
/// Reads a form that was filled in with Excel. Anything may be handed in under its name: what is no such form is a complaint, and so is
/// whatever is written where no question asks for it.
/// </summary>
internal sealed class FilledWorkbook
{
    /// <summary>The largest file that is opened, in bytes.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>The most that its parts may unpack to, in bytes.</summary>
    public const long MaximumUnpacked = 64L * 1024 * 1024;

    private const int ShownCells = 5;

    // A day that lost its format is a number of days: 2000-01-01 to 2100-01-01.
    private const double EarliestDay = 36526;
    private const double LatestDay = 73051;

    private readonly string contract;
    private readonly List<FilledRow> rows = [];
    private readonly List<string> lost = [];
    private readonly List<string> valueless = [];

    private FilledWorkbook(string contract)
    {
        this.contract = contract;
    }

    /// <summary>Reads the rows that say anything.</summary>
    public static (IReadOnlyList<FilledRow> Rows, FormProblem? Complaint) Read(byte[] bytes, IntakeContext desk)
    {
        try
        {
            var content = WorkbookContent.Read(WorkbookPackage.Open(bytes, MaximumUnpacked));
            var identity = content.Sheets.FirstOrDefault(sheet => sheet.Name == FormSheet.IdentitySheet)?.Grid.Cells;
            if (identity?.GetValueOrDefault("A1")?.Value != FormSheet.Identity)
            {
                throw new NotAWorkbookException(new($"没有工作表“{FormSheet.IdentitySheet}”", $"it has no sheet '{FormSheet.IdentitySheet}'"));
            }

            var read = new FilledWorkbook(identity.GetValueOrDefault("A2")?.Value ?? "");
            read.ReadSheets(content, desk);
            return read.Complaint is { } complaint ? ([], complaint) : (read.rows, null);
        }
        catch (NotAWorkbookException wrong)
        {
            return ([], new(
                null,
                new($"这不是由 ./opsreg form 生成的登记表：{wrong.Words.Zh}", $"this is no form made by ./opsreg form: {wrong.Words.En}"),
                new("用 ./opsreg form 重新生成一份，把内容抄进去，存为 .xlsx", "make a new one with ./opsreg form, copy the answers into it and save it as .xlsx")));
        }
    }

    private FormProblem? Complaint => lost.Count > 0
        ? new(
            null,
            new($"{Shown(lost)} 不在登记表的行和列里，登记时会丢失", $"{Shown(lost)} stand outside the form's rows and columns and would be lost"),
            new("把内容移到表里，或删去；表名和标题不要改", "move them into the form or clear them; leave the names of sheets and columns as they are"))
        : valueless.Count > 0
            ? new(null, new($"{Shown(valueless)} 的公式没有值", $"the formulas of {Shown(valueless)} have no value"), new("直接写内容，不用公式", "write the answer itself, no formula"))
            : null;

    private static string Shown(List<string> cells) => string.Join(", ", cells.Take(ShownCells)) + (cells.Count > ShownCells ? $" … ({cells.Count})" : "");

    private void ReadSheets(WorkbookContent content, IntakeContext desk)
    {
        string[] own = [FormSheet.GuideSheet, FormSheet.ListSheet, FormSheet.IdentitySheet];
        var forms = desk.Forms.ToDictionary(FormSheet.NameOf, StringComparer.Ordinal);
        foreach (var sheet in content.Sheets.Where(sheet => !own.Contains(sheet.Name, StringComparer.Ordinal)))
        {
            if (forms.TryGetValue(sheet.Name, out var form))
            {
                ReadForm(sheet, form);
            }
            else
            {
                lost.AddRange(CellsOf(sheet).Select(cell => $"{sheet.Name}!{cell.Address}"));
            }
        }
    }

    // Columns are found by their labels: a form of last month still reads after a column was added or moved.
    private void ReadForm(SheetContent sheet, IntakeForm form)
    {
        var cells = CellsOf(sheet).ToLookup(cell => cell.Row);
        var columns =
            (from cell in cells[FormSheet.LabelRow]
             join field in FormSheet.Columns(form) on cell.Content.Value.Trim() equals field.Label
             select (cell.Column, Letters: cell.Address.TrimEnd([.. "0123456789"]), Field: field)).DistinctBy(column => column.Field.Label).ToDictionary(column => column.Column);
        foreach (var row in cells.Where(row => row.Key >= FormSheet.FirstRow).OrderBy(row => row.Key))
        {
            lost.AddRange(row.Where(cell => row.Key > FormSheet.LastRow || !columns.ContainsKey(cell.Column)).Select(cell => $"{sheet.Name}!{cell.Address}"));
            valueless.AddRange(row.Where(cell => cell.HasNoValue).Select(cell => $"{sheet.Name}!{cell.Address}"));
            var answers = row.Where(cell => columns.ContainsKey(cell.Column))
                .ToDictionary(cell => columns[cell.Column].Field.Label, cell => Answer(cell, columns[cell.Column].Field), StringComparer.Ordinal);
            answers[form.Field(IntakeForm.ContractKey)!.Label] = contract;
            rows.Add(new(new(form, answers), sheet.Name, row.Key, columns.Values.ToDictionary(column => column.Field.Label, column => $"{column.Letters}{row.Key}", StringComparer.Ordinal)));
        }
    }

    private static IEnumerable<FilledCell> CellsOf(SheetContent sheet) =>
        from cell in sheet.Grid.Cells
        let place = FormulaText.Place(cell.Key)
        let filled = new FilledCell(cell.Key, place.Row, place.Column, cell.Value, cell.Value.Look.Format)
        where filled.HasNoValue || !string.IsNullOrWhiteSpace(cell.Value.Value)
        orderby place
        select filled;

    private string Answer(FilledCell cell, FormField field)
    {
        var text = TextOf(cell, field.Shape);
        var options = FormSheet.Options(field, contract);
        return options.Count == 0
            ? text
            : string.Join('\n', text.Split(['\n', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(word => options.FirstOrDefault(option => FormSheet.Shown(option) == word)?.Value ?? word));
    }

    // Excel turns what looks like a date into one, whatever the column's format says; formulas are read as what they last showed.
    private static string TextOf(FilledCell cell, AnswerShape shape)
    {
        var (type, value, _) = cell.Content;
        if (type == 'b' || (type == 'n' && shape == AnswerShape.Truth && value is "0" or "1")) // LibreOffice saves a truth in a column of texts as a number
        {
            return value is "1" or "true" ? "是" : "否";
        }

        if (type == 'n' && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            var lostFormat = shape is AnswerShape.Date or AnswerShape.Time && number is >= EarliestDay and < LatestDay;
            return lostFormat || (NumberFormats.ShowsTime(cell.Format) && number is >= 0 and < LatestDay)
                ? MomentOf(number, shape == AnswerShape.Time && cell.Format.Contains('h', StringComparison.Ordinal))
                : number.ToString("0.##########", CultureInfo.InvariantCulture);
        }

        return value.ReplaceLineEndings("\n").Trim();
    }

    /// <summary>A number of days as a day, a time of day, or both where there are both.</summary>
    private static string MomentOf(double days, bool withTime)
    {
        var moment = DateTime.FromOADate(days).AddMilliseconds(500); // a second is a fraction of a day that no binary number holds
        var isMidnight = moment.TimeOfDay < TimeSpan.FromSeconds(1);
        return moment.ToString(days < 1 ? "HH:mm:ss" : isMidnight && !withTime ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A cell that says anything.</summary>
    private sealed record FilledCell(string Address, int Row, int Column, CellContent Content, string Format)
    {
        /// <summary>True where a formula failed or was never calculated.</summary>
        public bool HasNoValue => Content is { Type: 'e' } or { Type: 'n', Value: "", Formula: not null };
    }
}
