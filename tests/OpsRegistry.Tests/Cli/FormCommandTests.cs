using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OpsRegistry.Tests.Reporting;
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
            sheet.Write(6, "报告时间", new DateTime(2026, 11, 19, 9, 10, 0));
        });
        var outcome = registry.Run("import", Form);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        var names = outcome.Output.Trim().Split('\n').Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.Equal(2, names.Count);
        Assert.Equal(int.Parse(names[0]![^4..], CultureInfo.InvariantCulture) + 1, int.Parse(names[1]![^4..], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void One_wrong_cell_is_named_and_no_row_is_filed()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        var at = "";
        var before = Directory.GetFiles(registry.Root, "*.yaml", SearchOption.AllDirectories).Length;
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            Incident(sheet, 5, "2026-11-19");
            sheet.Write(5, "报告时间", "昨天上午");
            at = sheet.AddressOf(5, "报告时间");
        });
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
        File.WriteAllBytes(Path.Combine(folder, "other.xlsx"), DemoWorkbook.Build());
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

        (string Name, string Why)[] refused =
            [("other.xlsx", "it has no sheet 'ops-registry'"), ("text.xlsx", "not an xlsx file, or a damaged one"), ("bomb.xlsx", "part xl/worksheets/sheet1.xml is too large when unpacked")];
        foreach (var (name, why) in refused)
        {
            var outcome = registry.Run("import", Path.Combine(folder, name), "--lang", "en");
            Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
            Assert.Contains($"is no form made by ./opsreg form: {why}", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_form_is_valid_by_the_schema_of_its_format_and_only_its_questions_may_be_written_on()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", _ => { });
        using var document = SpreadsheetDocument.Open(Form, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        var book = document.WorkbookPart!.Workbook!;
        var sheets = book.Descendants<Sheet>().ToList();
        Assert.Equal(["选项", "ops-registry"], sheets.Where(sheet => sheet.State is not null).Select(sheet => sheet.Name!.Value));
        Assert.Equal("事件", sheets[(int)book.Descendants<WorkbookView>().Single().ActiveTab!.Value].Name!.Value);
        var incidents = ((WorksheetPart)document.WorkbookPart.GetPartById(sheets[2].Id!)).Worksheet!;
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.True(incidents.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.All(incidents.Descendants<Row>(), row => Assert.All(row.Elements<Cell>(), cell =>
            Assert.Equal(row.RowIndex!.Value >= 4, formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false)));
    }

    [Fact]
    public void A_form_that_LibreOffice_saved_again_comes_back_as_the_same_record()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.Write(4, "恢复时间", new DateTime(2026, 11, 18, 9, 40, 0));
            sheet.Write(4, "运维单位原因", CellValues.Boolean, "0");
        });
        var path = Written(registry);
        var record = File.ReadAllText(path);
        Assert.Contains("  restoredAt: 2026-11-18T09:40:00+08:00\n", record, StringComparison.Ordinal);
        File.Delete(path);
        File.WriteAllBytes(Form, LibreOffice.SavedAgain(File.ReadAllBytes(Form)));
        Assert.Equal((path, record), (Written(registry), File.ReadAllText(path)));
    }

    [Fact]
    public void A_formula_counts_as_what_it_last_showed_and_one_that_failed_is_refused()
    {
        var at = "";
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.Write(4, "事件概述", CellValues.String, "登录缓慢", "A1&\"缓慢\"");
        });
        Assert.Contains("登录缓慢", File.ReadAllText(Written(registry)), StringComparison.Ordinal);
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.Write(4, "事件概述", CellValues.Error, "#REF!", "#REF!&\"缓慢\"");
            at = sheet.AddressOf(4, "事件概述");
        });
        Refused(registry, $"the formulas of 事件!{at} have no value");
    }

    [Theory]
    [InlineData("事件", "A204", "事件!A204")]
    [InlineData("事件", "ZZ5", "事件!ZZ5")]
    [InlineData("突发事件", "A5", "突发事件!")]
    public void What_stands_outside_the_form_is_refused_and_not_lost(string name, string address, string told)
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.WriteAt(address, "还有一件");
            sheet.Rename("事件", name);
        });
        Refused(registry, told, "stand outside the form's rows and columns and would be lost");
    }

    private void Refused(TemporaryRegistry registry, params string[] told)
    {
        var outcome = registry.Run("import", Form, "--write", "--lang", "en");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.All(told, words => Assert.Contains(words, outcome.Error, StringComparison.Ordinal));
    }

    private string Written(TemporaryRegistry registry)
    {
        var outcome = registry.Run("import", Form, "--write");
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        return Path.Combine(registry.Root, outcome.Output.Trim());
    }

    private void Fill(TemporaryRegistry registry, string contract, Action<FormSheetEditor> fill)
    {
        File.Delete(Form);
        Assert.Equal(0, registry.Run("form", contract, "--output", Form).Exit);
        using var sheet = new FormSheetEditor(Form, "事件");
        fill(sheet);
    }

    private static void Incident(FormSheetEditor sheet, int row, string day)
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
