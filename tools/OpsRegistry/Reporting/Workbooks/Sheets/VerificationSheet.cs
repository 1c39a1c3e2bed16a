using System.Security.Cryptography;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>核验: from what the figures were made, file by file, and how to prove it.</summary>
internal static class VerificationSheet
{
    public static Sheet For(AssessmentBook book)
    {
        var files = FilesOf(book);
        return new("verification", new("核验", "Verification"), new("提交号、文件与核验办法", "commit, files, and how to verify"))
        {
            Blocks =
            [
                .. Facts(book, files).Select(fact => new Block.Paragraph(fact)),
                new Block.Heading(new("怎样核验", "How to verify"), "how"),
                .. Steps(book).Select(step => new Block.Paragraph(Text.Same(step))),
                new Block.Heading(new("文件清单", "Files"), "files"),
                new Block.Paragraph(new($"不以 ops-registry/ 开头的路径都在 {ContractFiles.FolderOf(book.Folder)} 下。清单 SHA-256 按完整路径排序，每行为“标识、两个空格、完整路径、换行”。", $"Paths that do not begin with ops-registry/ are below {ContractFiles.FolderOf(book.Folder)}. The list's SHA-256 is over lines of id, two spaces, path and line feed, by path.")) { Tone = Tone.Faint },
                new Block.TableBlock(VerificationTable.For(book.Folder, files)),
            ],
        };
    }

    /// <summary>Every file that was read: the contract's own and those that it shares with others, by path.</summary>
    private static List<Resource> FilesOf(AssessmentBook book) => book.Folder.Resources.Concat(book.Folder.Later).Concat(book.Origin.SharedFiles)
        .DistinctBy(resource => resource.Path, StringComparer.Ordinal)
        .OrderBy(resource => resource.Path, StringComparer.Ordinal)
        .ToList();

    /// <summary>The SHA-256 over the list: a line for each file with its blob id, two spaces, its path and a line feed.</summary>
    private static string ListHash(IReadOnlyList<Resource> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Blob}  {file.Path}\n")))));

    private static IEnumerable<Text> Facts(AssessmentBook book, IReadOnlyList<Resource> files)
    {
        var readings = WorkbookOrigin.Read(book.Result, book.Period, book.Origin, book.Volume).Readings is { Length: > 0 } keys ? keys.Replace(";", "；", StringComparison.Ordinal) : "—";
        var calendars = string.Join("、", book.Measurement.Calendar.Versions);
        var asOf = AssessmentBook.Minute(book.Measurement.AsOf);
        return
        [
            book.Origin.IsCommitted ? new($"提交号：{book.Origin.Commit}", $"Commit: {book.Origin.Commit}") : new("提交号：未提交：工作区有尚未提交的修改，数字不能凭提交号重现", "Commit: none; the work tree has changes that no commit holds"),
            new($"工具版本：{book.Origin.ToolVersion}", $"Tool version: {book.Origin.ToolVersion}"),
            new($"合同与考核期：{book.Folder.Name} {book.Days.Id}", $"Contract and period: {book.Folder.Name} {book.Days.Id}"),
            new($"数据截至：{asOf}（北京时间）", $"Data up to: {asOf} (Beijing time)"),
            new($"现行理解：{readings}", $"Readings: {readings}"),
            new($"工作日历：{calendars}{(book.Origin.IsProvisional ? "（含尚未公布的日历，所涉数字暂定）" : "")}", $"Calendars: {calendars}{(book.Origin.IsProvisional ? " (one is not published yet)" : "")}"),
            new($"文件数：{files.Count} 个", $"Files: {files.Count}"),
            Text.Same($"清单 SHA-256：{ListHash(files)}"),
        ];
    }

    private static IEnumerable<string> Steps(AssessmentBook book)
    {
        var commit = book.Origin.IsCommitted ? book.Origin.Commit : "<提交号>";
        return
        [
            "1. 单个文件：在该提交检出后运行 git hash-object <路径>，结果应与清单中的标识相同。",
            $"2. 整份清单：git ls-tree -r --format='%(objectname)  %(path)' {commit} -- ops-registry/contracts/{book.Folder.Name} ops-registry/calendars ops-registry/parties ops-registry/registry.yaml | grep '\\.yaml$' | LC_ALL=C sort -k2 | sha256sum，结果应与清单 SHA-256 相同。",
            "3. 数字：用同一版本的工具在该提交上以同一截至时刻重新生成，本文件应逐字节相同。",
            "4. 程序核验所需的各项（提交号、版本、合同、考核期、截至时刻、口径）另存于本文件的自定义属性 opsreg.*，用 Excel、WPS 或 LibreOffice 另存后仍在。",
            "5. 算式：签署页的得分、扣减和本文件的合计都是公式，在 Excel 或 LibreOffice 中重新计算，结果应不变。",
            $"6. 签署页（{AssessmentWorkbook.SigningSetFile}）签署后：签字、盖章、日期、供应商意见和试算的格子由读者填写；./opsreg verify 该文件，报“已签署；各项数字一致”。",
        ];
    }
}
