using System.IO.Compression;
using System.Security.Cryptography;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class FormEvidenceTests : IDisposable
{
    private const string Contract = "pingdingshan-2025";

    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-form-").FullName;
    private readonly TemporaryRegistry registry = TemporaryRegistry.RealContract(Contract);

    private string Form => Path.Combine(folder, "form.xlsx");

    public void Dispose()
    {
        registry.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Files_that_come_with_a_form_are_taken_in_named_and_hashed_and_a_second_import_files_nothing()
    {
        var zip = Zip(("证明/处置报告 （终稿）.txt", "one\r\n"), ("照片1.jpg", "two"), ("多余.txt", "three"));
        Fill("报告：处置报告 （终稿）.txt、照片：照片1");
        var before = Proofs();
        var outcome = registry.Run("import", Form, "--evidence", zip, "--write", "--lang", "en");
        Assert.Equal(0, outcome.Exit);
        Assert.Contains("no row names the file '多余.txt'", outcome.Error, StringComparison.Ordinal);
        var taken = Proofs().Except(before).ToList();
        Assert.Equal(["处置报告-终稿.txt", "照片1.jpg"], taken.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        var record = File.ReadAllText(Path.Combine(registry.Root, outcome.Lines[0]));
        Assert.All(taken, path => Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), record, StringComparison.Ordinal));
        Assert.Contains("- role: report", record, StringComparison.Ordinal);
        Assert.Contains("- role: photo", record, StringComparison.Ordinal);
        Assert.Equal(0, registry.Run("check", outcome.Lines[0]).Exit);

        var again = registry.Run("import", Form, "--evidence", zip, "--write");
        Assert.Equal((0, ""), (again.Exit, again.Output));
        Assert.Equal(before.Count + 2, Proofs().Count);
    }

    [Theory]
    [InlineData("报告：别的.txt", "交来的文件里没有“别的.txt”")]
    [InlineData("报告：报告2.txt", "交来的文件里没有“报告2.txt”")]
    [InlineData("报告1.txt", "没有写明用途")]
    public void A_file_that_is_not_there_or_does_not_say_what_it_is_files_nothing(string answer, string complaint)
    {
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        File.WriteAllText(Path.Combine(folder, "files", "报告1.txt"), "one");
        Fill(answer);
        var before = Proofs();
        var outcome = registry.Run("import", Form, "--evidence", Path.Combine(folder, "files"), "--write", "--lang", "zh");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.Contains(complaint, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Proofs());
    }

    private List<string> Proofs() => Directory.GetFiles(Path.Combine(registry.Root, $"ops-registry/contracts/{Contract}/evidence"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

    private void Fill(string evidence)
    {
        Assert.Equal(0, registry.Run("form", Contract, "--output", Form).Exit);
        using var sheet = new FormSheetEditor(Form, "事件");
        sheet.Write(4, "事件概述", "窗口系统登录缓慢");
        sheet.Write(4, "报告时间", "2026-11-18 09:10");
        sheet.Write(4, "响应时间", "2026-11-18 09:14");
        sheet.Write(4, "恢复时间", "2026-11-18 09:40");
        foreach (var label in new[] { "事件类别", "受影响系统", "报告渠道", "原因类别" })
        {
            sheet.Pick(4, label);
        }

        sheet.Write(4, "运维单位原因", "否");
        sheet.Write(4, "证据", evidence);
    }

    private string Zip(params (string Name, string Content)[] entries)
    {
        var path = Path.Combine(folder, "proofs.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(content);
        }

        return path;
    }
}
