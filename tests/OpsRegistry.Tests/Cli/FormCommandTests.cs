using System.Globalization;
using System.IO.Compression;
using ClosedXML.Excel;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class FormCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-form-").FullName;

    private string Form => Path.Combine(folder, "form.xlsx");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("changning-2026", "2026-11-18", "incident-2026-")]
    [InlineData("fujian-2023", "2024-03-05", "incident-2024-")]
    [InlineData("pengjiang-2025", "2026-06-02", "incident-2026-")]
    [InlineData("pingdingshan-2025", "2026-11-18", "incident-2026-")]
    [InlineData("zhangjiagang-2024", "2025-06-20", "incident-2025-")]
    public void An_incident_filled_in_with_excel_becomes_a_record_that_every_rule_accepts(string contract, string day, string name)
    {
        using var registry = TemporaryRegistry.RealContract(contract);
        Fill(registry, contract, sheet => Incident(sheet, 4, day));
        var outcome = registry.Run("import", Form, "--write", "--lang", "en");
        Assert.Equal((0, true), (outcome.Exit, outcome.Output.Contains($"ops-registry/contracts/{contract}/records/{day[..4]}/{day[5..7]}/{name}", StringComparison.Ordinal)));
        var record = File.ReadAllText(Path.Combine(registry.Root, outcome.Output.Trim()));
        Assert.Contains($"  reportedAt: {day}T09:10:00+08:00\n", record, StringComparison.Ordinal);
        Assert.Contains("  provenance: entered\n", record, StringComparison.Ordinal);
        Assert.DoesNotContain("error", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_numbered_one_after_the_other_and_what_excel_turned_into_dates_is_read()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            Incident(sheet, 6, "2026-11-19");
            Cell(sheet, 6, "报告时间").SetValue(new DateTime(2026, 11, 19, 9, 10, 0));
        });
        var outcome = registry.Run("import", Form);
        Assert.Equal(0, outcome.Exit);
        var names = outcome.Output.Trim().Split('\n').Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.Equal(2, names.Count);
        Assert.Equal(int.Parse(names[0]![^4..], CultureInfo.InvariantCulture) + 1, int.Parse(names[1]![^4..], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void One_wrong_cell_is_named_and_no_row_is_filed()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        var before = Directory.GetFiles(registry.Root, "*.yaml", SearchOption.AllDirectories).Length;
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            Incident(sheet, 5, "2026-11-19");
            Cell(sheet, 5, "报告时间").SetValue("昨天上午");
        });
        var at = Cell(new XLWorkbook(Form).Worksheet("事件"), 5, "报告时间").Address;
        var outcome = registry.Run("import", Form, "--write");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.Contains($"事件!{at} 报告时间: “昨天上午”不是时间", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("2 行中有 1 行不合格，没有登记任何一行", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(registry.Root, "*.yaml", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void A_form_that_nobody_filled_in_files_nothing()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", _ => { });
        Assert.Equal(1, registry.Run("import", Form).Exit);
    }

    [Fact]
    public void What_is_no_form_is_refused_in_one_line_whatever_it_holds()
    {
        using var registry = TemporaryRegistry.Tiny();
        using (var other = new XLWorkbook())
        {
            other.AddWorksheet("事件").Cell(4, 1).SetValue("x");
            other.SaveAs(Path.Combine(folder, "other.xlsx"));
        }

        File.WriteAllText(Path.Combine(folder, "text.xlsx"), "no zip at all");
        using (var bomb = ZipFile.Open(Path.Combine(folder, "bomb.xlsx"), ZipArchiveMode.Create))
        {
            using var part = bomb.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 65; megabyte++)
            {
                part.Write(zeros);
            }
        }

        foreach (var name in new[] { "other.xlsx", "text.xlsx", "bomb.xlsx" })
        {
            var outcome = registry.Run("import", Path.Combine(folder, name), "--lang", "en");
            Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
            Assert.Contains("is no form made by ./opsreg form", outcome.Error, StringComparison.Ordinal);
        }
    }

    private void Fill(TemporaryRegistry registry, string contract, Action<IXLWorksheet> fill)
    {
        Assert.Equal(0, registry.Run("form", contract, "--output", Form).Exit);
        using var workbook = new XLWorkbook(Form);
        fill(workbook.Worksheet("事件"));
        workbook.Save();
    }

    private static void Incident(IXLWorksheet sheet, int row, string day)
    {
        Cell(sheet, row, "事件概述").SetValue("窗口系统登录缓慢");
        Cell(sheet, row, "报告时间").SetValue($"{day} 09:10");
        Cell(sheet, row, "响应时间").SetValue($"{day} 09:14");
        Cell(sheet, row, "恢复时间").SetValue($"{day} 09:40");
        foreach (var label in new[] { "事件类别", "受影响系统", "报告渠道", "原因类别" })
        {
            var cell = Cell(sheet, row, label);
            var list = sheet.DataValidations.Single(one => one.Ranges.Any(range => range.RangeAddress.FirstAddress.ColumnNumber == cell.Address.ColumnNumber)).Value.Split('!');
            cell.SetValue(sheet.Workbook.Worksheet(list[0].Trim('\'', '=')).Range(list[1]).FirstCell().GetString());
        }

        Cell(sheet, row, "运维单位原因").SetValue("否");
    }

    private static IXLCell Cell(IXLWorksheet sheet, int row, string label) =>
        sheet.Cell(row, sheet.Row(2).CellsUsed().Single(cell => cell.GetString() == label).Address.ColumnNumber);
}
