using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A form in a folder of its own, filled in and sent.</summary>
public abstract class FilledForm : IDisposable
{
    /// <summary>The folder.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("opsreg-form-").FullName;

    /// <summary>The form.</summary>
    protected string Form => Path.Combine(Folder, "form.xlsx");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static string Snapshot(TemporaryRegistry registry) =>
        string.Join('\n', Directory.GetFiles(Path.Combine(registry.Root, "ops-registry"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));

    private protected void Refused(TemporaryRegistry registry, params string[] told)
    {
        var outcome = registry.Run("import", Form, "--write", "--lang", "en");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.All(told, words => Assert.Contains(words, outcome.Error, StringComparison.Ordinal));
    }

    private protected string Written(TemporaryRegistry registry)
    {
        var outcome = registry.Run("import", Form, "--write");
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        return Path.Combine(registry.Root, outcome.Output.Trim());
    }

    private protected void Fill(TemporaryRegistry registry, string contract, Action<FormSheetEditor> fill)
    {
        File.Delete(Form);
        Assert.Equal(0, registry.Run("form", contract, "--output", Form).Exit);
        using var sheet = new FormSheetEditor(Form, "事件");
        fill(sheet);
    }

    private protected static void Incident(FormSheetEditor sheet, int row, string day)
    {
        sheet.Write(row, "事件概述", "窗口系统登录缓慢");
        sheet.Write(row, "报告时间", $"{day} 09:10");
        sheet.Write(row, "响应时间", $"{day} 09:14");
        sheet.Write(row, "恢复时间", $"{day} 09:40");
        foreach (var label in new[] { "事件类别", "受影响系统", "报告渠道", "原因类别" })
        {
            sheet.Pick(row, label);
        }

        sheet.Write(row, "运维单位原因", "否");
    }
}
