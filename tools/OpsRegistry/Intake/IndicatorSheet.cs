using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>One line of a table of indicators as tenders have it.</summary>
/// <param name="Group">The group it stands in; empty where the table has none.</param>
/// <param name="Title">The indicator.</param>
/// <param name="Deduction">How marks are lost, in the table's words.</param>
internal sealed record SheetIndicator(string Group, string Title, decimal Marks, string Deduction);

/// <summary>Reads a table of indicators from a workbook's first sheet with such a head, or from CSV.</summary>
internal static class IndicatorSheet
{
    private const int MostHeadRow = 20; // A table may stand below a title and a few notes.

    private static readonly string[]
        Groups = ["一级指标", "指标类别", "类别", "考核类别", "group"],
        Titles = ["二级指标", "考核指标", "指标", "指标名称", "考核内容", "考核项目", "indicator"],
        Marks = ["分值", "标准分", "满分", "分数", "marks"],
        Deductions = ["扣分办法", "扣分标准", "评分标准", "考核标准", "扣分细则", "how deducted", "deduction", "deducted"];

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="isCsv">True for CSV, false for a workbook.</param>
    public static (IReadOnlyList<SheetIndicator> Indicators, FormProblem? Complaint) Read(byte[] bytes, bool isCsv)
    {
        IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<int, string>>> tables;
        try
        {
            tables = isCsv ? FormText.Tables(bytes).Select(Rows).ToList() : FormBook.Read(bytes, FilledWorkbook.MaximumUnpacked).Tables.Select(Rows).ToList();
        }
        catch (NotAWorkbookException)
        {
            return ([], new(null, new("不是 Excel 工作簿", "it is no Excel workbook"), new("另存为 .xlsx，或另存为 UTF-8 的 CSV", "save it as .xlsx, or as CSV in UTF-8")));
        }

        foreach (var rows in tables)
        {
            foreach (var (head, index) in rows.Take(MostHeadRow).Select((row, index) => (row, index)))
            {
                if (ColumnOf(head, Titles) is { } title && ColumnOf(head, Marks) is { } marks)
                {
                    return Below(rows.Skip(index + 1), title, marks, ColumnOf(head, Groups), ColumnOf(head, Deductions));
                }
            }
        }

        return ([], new(null, new("没有表头：要有“指标”和“分值”两列", "no head: the columns 'indicator' and 'marks' are needed"), new("可用的列：一级指标、指标、分值、扣分办法", "columns: group, indicator, marks, how deducted")));
    }

    private static (IReadOnlyList<SheetIndicator> Indicators, FormProblem? Complaint) Below(IEnumerable<IReadOnlyDictionary<int, string>> rows, int title, int marks, int? group, int? deduction)
    {
        var indicators = new List<SheetIndicator>();
        var last = "";
        foreach (var row in rows)
        {
            last = group is { } at && row.TryGetValue(at, out var named) ? named : last; // merged cells say it once
            if (!row.TryGetValue(title, out var name) || !row.TryGetValue(marks, out var text) || name is "合计" or "总分" or "total")
            {
                continue;
            }

            if (!decimal.TryParse(text.TrimEnd('分', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number is <= 0m or > 1000m)
            {
                return ([], new(name, new($"分值“{text}”不是数", $"marks '{text}' are no number"), new("只写数字", "write a number")));
            }

            indicators.Add(new(last, Line(name), number, Line(deduction is { } how && row.TryGetValue(how, out var words) ? words : name)));
        }

        return indicators.Count > 0 ? (indicators, null) : ([], new(null, new("表里没有指标", "the table holds no indicator"), new("每行一个指标，写明分值", "one indicator a row, with its marks")));
    }

    private static string Line(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) is var line && line.Length > 150 ? line[..150] : line;

    private static int? ColumnOf(IReadOnlyDictionary<int, string> head, string[] names) => names
        .SelectMany(name => head.Where(cell => cell.Value.Replace(" ", "", StringComparison.Ordinal).Split('（', '(')[0].Equals(name.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)))
        .Select(cell => (int?)cell.Key).FirstOrDefault();

    private static List<IReadOnlyDictionary<int, string>> Rows(FormTable table) =>
        table.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key)
            .Select(row => (IReadOnlyDictionary<int, string>)row.ToDictionary(cell => cell.Column, cell => cell.Text)).ToList();
}
