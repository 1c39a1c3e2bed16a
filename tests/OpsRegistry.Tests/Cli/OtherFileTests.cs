using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OpsRegistry.Tests.Reporting;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>What is sent in the place of a form.</summary>
public sealed class OtherFileTests : FilledForm
{
    [Fact]
    public void What_is_no_form_is_refused_in_one_line_whatever_it_holds()
    {
        using var registry = TemporaryRegistry.Tiny();
        File.WriteAllBytes(Path.Combine(Folder, "other.xlsx"), DemoWorkbook.Build());
        File.WriteAllText(Path.Combine(Folder, "text.xlsx"), "no zip at all");
        using (var bomb = ZipFile.Open(Path.Combine(Folder, "bomb.xlsx"), ZipArchiveMode.Create))
        {
            using var part = bomb.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 65; megabyte++)
            {
                part.Write(zeros);
            }
        }

        (string Name, string Why)[] refused =
            [("other.xlsx", "it has no sheet 'ops-registry'"), ("text.xlsx", "not an xlsx file, or a damaged one"), ("bomb.xlsx", "part xl/worksheets/sheet1.xml is too large when unpacked")];
        foreach (var (name, why) in refused)
        {
            var outcome = registry.Run("import", Path.Combine(Folder, name), "--lang", "en");
            Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
            Assert.Contains($"is no form made by ./opsreg form: {why}", outcome.Error, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, byte[]> OtherFiles => new()
    {
        { "文件是空的", [] },
        { "这是旧格式的表格（.xls 或 .et）", [0xD0, 0xCF, 0x11, 0xE0, .. System.Text.Encoding.Unicode.GetBytes("Root Entry Workbook")] },
        { "文件有打开密码", [0xD0, 0xCF, 0x11, 0xE0, .. System.Text.Encoding.Unicode.GetBytes("EncryptionInfo EncryptedPackage")] },
        { "文本（CSV）里没有写是哪一份合同", "事件概述,报告时间\n登录缓慢,2026-11-18 09:10\n"u8.ToArray() },
        { "这是网页，只是名字像表格", "<html><table><tr><td>1</td></tr></table></html>"u8.ToArray() },
        { "这是 PDF", "%PDF-1.7"u8.ToArray() },
        { "这是图片", [0x89, .. "PNG"u8] },
        { "这是 ODS 格式", Zip("mimetype", "content.xml") },
        { "这是 .xlsb 格式", Zip("xl/workbook.bin") },
        { "这是 Word 文档", Zip("word/document.xml") },
        { "这是压缩包，登记表在里面", Zip("六月/登记表.xlsx") },
    };

    [Theory, MemberData(nameof(OtherFiles))]
    public void What_is_another_kind_of_file_is_called_by_its_name_and_has_its_own_remedy(string told, byte[] file)
    {
        using var registry = TemporaryRegistry.Tiny();
        File.WriteAllBytes(Form, file);
        var outcome = registry.Run("import", Form, "--annotate", Path.Combine(Folder, "answer.xlsx"));
        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.Contains(told, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("重新生成一份", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Folder, "answer.xlsx")));
    }

    private static byte[] Zip(params string[] names)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                archive.CreateEntry(name);
            }
        }

        return file.ToArray();
    }
}
