using System.Security.Cryptography;
using System.Text;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>核验: from what the figures were made, file by file, and how to prove it.</summary>
internal static class VerificationSheet
{
    private const int ColumnCount = 4;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Verification].Columns(7, 58, 15, 44);
        var row = book.Head(Pages.Verification, ColumnCount, landscape: false);
        var files = FilesOf(book);
        row = Facts(book, sheet, row, files);
        row = HowTo(book, sheet, row + 1);
        sheet.Across(row++, 1, ColumnCount, "文件清单", Look.Section);
        sheet.Across(row, 1, ColumnCount, $"不以 ops-registry/ 开头的路径都在 ops-registry/contracts/{book.Folder.Name}/ 下。清单 SHA-256 按完整路径排序，每行为“标识、两个空格、完整路径、换行”。", Look.Note);
        sheet.Table(row + 1, Columns, files.Select((file, index) => (index + 1, file, Words.FileOf(book, file.Path))).ToList(), "没有读到文件。");
        sheet.PrintOnA4(landscape: false, book.PageHeader, row + 1, row + 1).Freeze(2);
    }

    /// <summary>Every file that was read: the contract's own and those that it shares with others, by path.</summary>
    public static IReadOnlyList<Resource> FilesOf(AssessmentBook book) => book.Folder.Resources.Concat(book.Origin.SharedFiles)
        .DistinctBy(resource => resource.Path, StringComparer.Ordinal)
        .OrderBy(resource => resource.Path, StringComparer.Ordinal)
        .ToList();

    /// <summary>The SHA-256 over the list: a line for each file with its blob id, two spaces, its path and a line feed.</summary>
    public static string ListHash(IReadOnlyList<Resource> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Blob}  {file.Path}\n")))));

    private static int Facts(AssessmentBook book, SheetDraft sheet, int row, IReadOnlyList<Resource> files)
    {
        (string Label, string Value)[] facts =
        [
            ("提交号", book.Origin.IsCommitted ? book.Origin.Commit : "未提交：工作区有尚未提交的修改，数字不能凭提交号重现"),
            ("工具版本", book.Origin.ToolVersion),
            ("合同与考核期", $"{book.Folder.Name} {book.Days.Id}"),
            ("数据截至", $"{Words.Of(book.Measurement.AsOf)}（北京时间）"),
            ("现行理解", WorkbookOrigin.Of(book.Result, book.Period, book.Origin).Readings is { Length: > 0 } readings ? readings.Replace(";", "；", StringComparison.Ordinal) : "—"),
            ("工作日历", string.Join("、", book.Measurement.Calendar.Versions) + (book.Origin.IsProvisional ? "（含尚未公布的日历，所涉数字暂定）" : "")),
            ("文件数", $"{files.Count} 个"),
            ("清单 SHA-256", ListHash(files)),
        ];
        foreach (var (label, value) in facts)
        {
            sheet.Across(row++, 1, ColumnCount, $"{label}：{value}", Look.Body);
        }

        return row;
    }

    private static int HowTo(AssessmentBook book, SheetDraft sheet, int row)
    {
        var commit = book.Origin.IsCommitted ? book.Origin.Commit : "<提交号>";
        sheet.Across(row, 1, ColumnCount, "怎样核验", Look.Section);
        string[] steps =
        [
            "1. 单个文件：在该提交检出后运行 git hash-object <路径>，结果应与清单中的标识相同。",
            $"2. 整份清单：git ls-tree -r --format='%(objectname)  %(path)' {commit} -- ops-registry/contracts/{book.Folder.Name} ops-registry/calendars ops-registry/parties ops-registry/registry.yaml | grep '\\.yaml$' | LC_ALL=C sort -k2 | sha256sum，结果应与清单 SHA-256 相同。",
            $"3. 数字：用同一版本的工具在该提交上以同一截至时刻重新生成，本文件应逐字节相同。",
            "4. 程序核验所需的各项（提交号、版本、合同、考核期、截至时刻、口径）另存于本文件的自定义属性 opsreg.*，用 Excel、WPS 或 LibreOffice 另存后仍在。",
            "5. 算式：本文件的得分、扣减都是公式，在 Excel 或 LibreOffice 中重新计算，结果应不变。",
        ];
        foreach (var step in steps)
        {
            sheet.Across(++row, 1, ColumnCount, step, Look.Plain).Restyle(style => style with { Wraps = true });
        }

        return row + 2;
    }

    private static readonly Column<(int Number, Resource File, string Shown)>[] Columns =
    [
        new("序号", Look.Centred, (cell, line) => cell.Number(line.Number, WorkbookTheme.Count)),
        Column<(int Number, Resource File, string Shown)>.Words("路径", line => line.Shown),
        Column<(int Number, Resource File, string Shown)>.Words("种类", line => line.File.Kind.Title.Zh, Look.Centred),
        Column<(int Number, Resource File, string Shown)>.Words("内容标识（git blob）", line => line.File.Blob, Look.Centred),
    ];
}
