using System.Text.RegularExpressions;
using OpsRegistry.Sources;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>Tells what a file is that was handed in as a form and is none: each has its own remedy.</summary>
internal static partial class FormFile
{
    private static readonly Text SaveAsXlsx = new("用 Excel 或 WPS 打开，“另存为”选 .xlsx 再交", "open it in Excel or WPS, save it as .xlsx and send that");
    private static readonly Text CopyIntoForm = new("用 ./opsreg form 生成登记表，把内容抄进去，存为 .xlsx", "make a form with ./opsreg form, copy the content into it and save it as .xlsx");

    /// <summary>Why a file cannot be read as a workbook; null where it may be one.</summary>
    public static FormProblem? WhyNot(byte[] file) => file switch
    {
        { Length: 0 } => new(null, new("文件是空的", "the file is empty"), new("重新保存后再交", "save it again and send it once more")),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => OfOldOffice(file),
        [(byte)'P', (byte)'K', ..] => OfZip(file),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new(null, new("这是 PDF，不是表格", "this is a PDF and no table"), CopyIntoForm),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] => new(null, new("这是图片，不是表格", "this is a picture and no table"), CopyIntoForm),
        [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => Packed,
        _ => OfText(file),
    };

    private static FormProblem Packed => new(null, new("这是压缩包，登记表在里面", "this is an archive with the form in it"), new("解压后交里面的 .xlsx", "unpack it and send the .xlsx"));

    // The names of the streams of a compound file stand in it as UTF-16.
    private static FormProblem OfOldOffice(byte[] file) =>
        Holds(file, "EncryptedPackage") ? new(
            null,
            new("文件有打开密码，读不了里面的内容", "the file has a password, and what is in it cannot be read"),
            new("在 Excel 里“文件→信息→保护工作簿→用密码进行加密”清空密码，保存后再交；WPS 在“文件→文档加密”", "clear the password (File, Info, Protect Workbook, Encrypt with Password), save it and send it again"))
        : Holds(file, "Workbook") || Holds(file, "Book") ? new(null, new("这是旧格式的表格（.xls 或 .et）", "this is a workbook of the old format (.xls or .et)"), SaveAsXlsx)
        : new(null, new("这是旧格式的 Office 文件，不是表格", "this is an Office file of an old format and no workbook"), CopyIntoForm);

    private static FormProblem? OfZip(byte[] file)
    {
        try
        {
            using var archive = SentZip.Open(file, WorkbookPackage.MostParts);
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            return names.Exists(name => name is "xl/workbook.bin") ? new(null, new("这是 .xlsb 格式", "this is the format .xlsb"), SaveAsXlsx)
                : names.Contains("content.xml") && names.Contains("mimetype") ? new(null, new("这是 ODS 格式", "this is the format ODS"), SaveAsXlsx)
                : names.Exists(name => name.StartsWith("word/", StringComparison.Ordinal)) ? new(null, new("这是 Word 文档，不是表格", "this is a Word document and no table"), CopyIntoForm)
                : names.Exists(name => name.EndsWith(".iwa", StringComparison.Ordinal)) ? new(null, new("这是 Numbers 表格", "this is a Numbers file"), new("在 Numbers 里“导出为 Excel”再交", "export it to Excel in Numbers and send that"))
                : names.Exists(name => Workbook().IsMatch(name)) ? Packed
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FormProblem? OfText(byte[] file)
    {
        var start = Encoding.Latin1.GetString(file.AsSpan(0, Math.Min(file.Length, 4096)));
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<table", StringComparison.OrdinalIgnoreCase) ? new(null, new("这是网页，只是名字像表格", "this is a web page with the name of a workbook"), SaveAsXlsx)
            : start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) ? new(null, new("这是 XML 格式的旧表格", "this is a workbook of the old XML format"), SaveAsXlsx)
            : null;
    }

    private static bool Holds(byte[] file, string stream) => file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    [GeneratedRegex(@"\.(xlsx|xls|et)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Workbook();
}
