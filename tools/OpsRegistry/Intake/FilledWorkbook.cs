using OpsRegistry.Loading;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>
/// Reads a form that was filled in with any program for tables. Every visible sheet is a form, the guide or empty; every filled cell belongs to a known
/// column and a row that is read. What is not understood is a complaint with sheet and cell: nothing is passed over, and nothing is guessed.
/// </summary>
internal sealed class FilledWorkbook
{
    /// <summary>The largest file that is opened, in bytes.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>The most that its parts may unpack to, in bytes.</summary>
    public const long MaximumUnpacked = 64L * 1024 * 1024;

    /// <summary>The most rows of one file.</summary>
    public const int MaximumRows = 2000;

    private readonly FormBook book;
    private readonly string contract;
    private readonly bool isFirstVersion;
    private readonly List<FilledRow> rows = [];
    private readonly List<CellProblem> complaints = [];
    private readonly List<CellProblem> remarks = [];

    private FilledWorkbook(FormBook book, string contract, bool isFirstVersion)
    {
        (this.book, this.contract, this.isFirstVersion) = (book, contract, isFirstVersion);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="contract">The contract, for a workbook that does not say it; null to believe the workbook.</param>
    public static FilledBook Read(byte[] bytes, IntakeContext desk, string? contract = null)
    {
        if (FormFile.WhyNot(bytes) is { } other)
        {
            return new("", [], [new("", "", other)], []);
        }

        if (FormText.Decode(bytes) is { } text)
        {
            return ReadText(text, desk, contract);
        }

        try
        {
            var filled = FormBook.Read(bytes, MaximumUnpacked);
            var identity = filled.Tables.FirstOrDefault(table => table.Name == FormSheet.IdentitySheet);
            var version = TextAt(identity, "A1");
            var stated = version is FormSheet.Identity or FormSheet.FirstIdentity ? TextAt(identity, "A2") : null;
            if ((stated ?? contract) is not { } named)
            {
                return new("", [], [new("", "", NoIdentity)], []);
            }

            if (stated is not null && contract is not null && stated != contract)
            {
                return new(stated, [], [new("", "", new(null, new($"这是合同 {stated} 的登记表，不是 {contract} 的", $"this is a form of contract {stated} and not of {contract}"), new("换用本合同的登记表", "use a form of that contract")))], []);
            }

            var read = new FilledWorkbook(filled, named, version == FormSheet.FirstIdentity);
            read.ReadSheets(desk);
            return new(named, read.rows, read.complaints, read.remarks);
        }
        catch (NotAWorkbookException wrong)
        {
            return new("", [], [new("", "", new(
                null,
                new($"这不是由 ./opsreg form 生成的登记表：{wrong.Words.Zh}", $"this is no form made by ./opsreg form: {wrong.Words.En}"),
                new("用 ./opsreg form 重新生成一份，把内容抄进去，存为 .xlsx", "make a new one with ./opsreg form, copy the answers into it and save it as .xlsx")))], []);
        }
    }

    private static FilledBook ReadText(string text, IntakeContext desk, string? contract)
    {
        var (table, complaint) = FormText.Read(text, desk.Forms);
        if (complaint is null && contract is null)
        {
            complaint = new(null, new("文本（CSV）里没有写是哪一份合同", "text (CSV) does not say whose contract it is"), new("加 --contract 合同名", "add --contract name"));
        }

        if (complaint is not null)
        {
            return new("", [], [new("", "", complaint)], []) { IsText = true };
        }

        var read = new FilledWorkbook(new([table!], CountsFrom1904: false), contract!, isFirstVersion: false);
        read.ReadSheets(desk);
        return new(contract!, read.rows, read.complaints, read.remarks) { IsText = true };
    }

    private static FormProblem NoIdentity => new(
        null,
        new($"这不是由 ./opsreg form 生成的登记表：没有工作表“{FormSheet.IdentitySheet}”，看不出是哪一份合同的", $"this is no form made by ./opsreg form: it has no sheet '{FormSheet.IdentitySheet}' that says whose it is"),
        new("表是从登记表里拷出来的，就加 --contract 合同名；否则用 ./opsreg form 生成一份，把内容抄进去", "add --contract name where the sheet was copied out of a form; otherwise make one with ./opsreg form and copy the answers into it"));

    private static string? TextAt(FormTable? table, string address) => table?.Cells.FirstOrDefault(cell => cell.Address == address)?.Text;

    private void ReadSheets(IntakeContext desk)
    {
        string[] own = [FormSheet.GuideSheet, FormSheet.ListSheet, FormSheet.IdentitySheet, FormSheet.ResultSheet];
        var forms = desk.Forms.ToDictionary(FormSheet.NameOf, StringComparer.Ordinal);
        foreach (var table in book.Tables.Where(table => !own.Contains(table.Name, StringComparer.Ordinal)))
        {
            if (table.Pictures > 0)
            {
                remarks.Add(new(table.Name, "", new(
                    null,
                    new($"上面有 {table.Pictures} 张图片，没有登记", $"{table.Pictures} pictures lie on it and are not filed"),
                    new("要作证据，把图片存成文件，和登记表一起交", "as proofs, save them as files and send them with the form"))));
            }

            if (forms.TryGetValue(FormSheet.Original(table.Name), out var form))
            {
                ReadForm(table, form);
            }
            else if (table.IsVisible && table.Cells.Count > 0)
            {
                complaints.Add(new(table.Name, "", Unknown(table, desk.Forms)));
            }
        }

        if (rows.Sum(row => row.Rows.Count) is > MaximumRows and var filled)
        {
            complaints.Add(new("", "", new(null, new($"填了 {filled} 行，一份最多 {MaximumRows} 行", $"{filled} rows are filled in, and a file takes {MaximumRows}"), new("分成几份", "send several files"))));
        }
    }

    private static FormProblem Unknown(FormTable table, IReadOnlyList<IntakeForm> forms)
    {
        var filled = table.Cells.Select(cell => cell.Row).Distinct().Count();
        var alike = forms.Where(form => FormHeads.LabelRowOf(table, form) is not null).MaxBy(form => FormHeads.LabelsIn(table, form, FormHeads.LabelRowOf(table, form)!.Value));
        return new(
            null,
            new($"工作表“{table.Name}”有 {filled} 行内容，但登记表里没有这张表", $"sheet '{table.Name}' has {filled} filled rows and is none of the form's"),
            alike is null
                ? new("把内容移到登记表的表里，或删去这张表", "move the content into the form's sheets, or delete the sheet")
                : new($"表名改回“{FormSheet.NameOf(alike)}”；同一种要第二张，写作“{FormSheet.NameOf(alike)} (2)”", $"name it '{FormSheet.NameOf(alike)}' again; a second one of the kind is '{FormSheet.NameOf(alike)} (2)'"));
    }

    private void ReadForm(FormTable table, IntakeForm form)
    {
        if (table.Cells.Count == 0)
        {
            return;
        }

        if (FormHeads.LabelRowOf(table, form) is not { } labelRow)
        {
            complaints.Add(new(table.Name, table.Cells[0].Address, new(
                null,
                new($"工作表“{table.Name}”有内容，却找不到各列的标题", $"sheet '{table.Name}' has content and no heads of columns"),
                new("把标题行恢复成登记表原来的样子", "put the row of heads back as the form had it"))));
            return;
        }

        var isHinted = table.Cells.Any(cell => cell.Row == labelRow + 1 && (cell.Text.StartsWith(FormSheet.Required, StringComparison.Ordinal) || cell.Text == FormSheet.RecordHint));
        var firstRow = labelRow + (isHinted ? 2 : 1);
        var heads = new FormHeads(table, form, complaints);
        heads.Lost(table.Cells.Where(cell => cell.Row < labelRow && !cell.Text.Contains("登记表", StringComparison.Ordinal)));
        var columns = heads.Columns(labelRow, firstRow);
        if (isHinted && !isFirstVersion)
        {
            heads.Lost(table.Cells.Where(cell => cell.Row == labelRow + 1 && columns.TryGetValue(cell.Column, out var column) && !(column.Field is { } field ? FormSheet.IsHint(field, cell.Text) : cell.Text == FormSheet.RecordHint)));
        }

        var spread = Spread(table, columns, firstRow);
        var read = new List<(int Row, IReadOnlyDictionary<string, string> Answers)>();
        foreach (var row in table.Cells.Where(cell => cell.Row >= firstRow && columns.ContainsKey(cell.Column)).GroupBy(cell => cell.Row))
        {
            if (ReadRow(table, [.. row, .. spread[row.Key].Where(cell => !row.Any(own => own.Column == cell.Column))], columns) is { Count: > 0 } answers)
            {
                read.Add((row.Key, answers));
            }
        }

        foreach (var (whole, of) in PartAnswers.Gather(FormSheet.Questions(form), read))
        {
            var answers = new Dictionary<string, string>(whole.Answers, StringComparer.Ordinal) { [form.Field(IntakeForm.ContractKey)!.Label] = contract };
            answers.Remove(FormSheet.RecordLabel, out var record);
            rows.Add(new(
                new(form, answers) { RecordName = record, Parts = whole.Parts },
                table.Name,
                of[0],
                columns.Values.OrderBy(column => column.Column).ToDictionary(column => column.Label, column => $"{column.Letters}{of[0]}", StringComparer.Ordinal))
            { Rows = of });
        }

        if (rows.Where(row => row.Sheet == table.Name).Sum(row => row.Rows.Count(table.HiddenRows.Contains)) is > 0 and var hidden)
        {
            remarks.Add(new(table.Name, "", new(null, new($"有 {hidden} 行隐藏或被筛选掉，也一起登记", $"{hidden} rows are hidden or filtered out and are filed as well"), new("不要登记的行，请删去", "delete rows that are not to be filed"))));
        }
    }

    // What was merged down a column is said of every row of it that says anything else; across columns nobody knows which is meant.
    private ILookup<int, FormCell> Spread(FormTable table, Dictionary<int, FormColumn> columns, int firstRow)
    {
        var cells = table.Cells.ToDictionary(cell => (cell.Row, cell.Column));
        var filled = table.Cells.Select(cell => cell.Row).ToHashSet();
        var spread = new Dictionary<(int Row, int Column), FormCell>();
        foreach (var block in table.Merged.Where(block => block.LastRow >= firstRow))
        {
            if (!cells.TryGetValue((block.FirstRow, block.FirstColumn), out var head))
            {
                continue;
            }

            if (block.FirstColumn != block.LastColumn || block.FirstRow < firstRow)
            {
                complaints.Add(new(table.Name, head.Address, new(null, new($"{block} 是合并单元格，看不出属于哪一列", $"{block} is merged, and nobody knows to which column it belongs"), new("取消合并，各格分别填写", "unmerge it and fill in each cell"))));
            }
            else if (columns.ContainsKey(block.FirstColumn) && block.LastRow - block.FirstRow is > 0 and < MaximumRows)
            {
                foreach (var row in Enumerable.Range(block.FirstRow + 1, block.LastRow - block.FirstRow).Where(filled.Contains))
                {
                    spread.TryAdd((row, head.Column), head with { Row = row, Address = FormulaText.Address((row, head.Column)) });
                }
            }
        }

        return spread.Values.ToLookup(cell => cell.Row);
    }

    /// <summary>The answers of a row by label; null where a cell of it cannot be read, of which it complains.</summary>
    private Dictionary<string, string>? ReadRow(FormTable table, IReadOnlyList<FormCell> cells, Dictionary<int, FormColumn> columns)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var wrong = new List<CellProblem>();
        foreach (var cell in cells)
        {
            var (text, complaint) = CellText.Read(cell, columns[cell.Column].Field?.Shape ?? AnswerShape.Line, book.CountsFrom1904);
            if (complaint is { } said)
            {
                wrong.Add(new(table.Name, cell.Address, said with { Label = columns[cell.Column].Label }));
            }
            else if (text.Length > 0)
            {
                answers[columns[cell.Column].Label] = text;
            }
        }

        complaints.AddRange(wrong);
        return wrong.Count == 0 ? answers : null;
    }
}
