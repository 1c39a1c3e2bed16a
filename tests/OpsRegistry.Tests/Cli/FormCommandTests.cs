using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OpsRegistry.Tests.Reporting;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>The form itself: what it holds, and what is exported into it.</summary>
public sealed class FormCommandTests : FilledForm
{
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
    public void Every_kind_of_record_has_a_sheet_whose_elements_bear_no_prefix()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Assert.Equal(0, registry.Run("form", "pingdingshan-2025", "--output", Form).Exit); // whoever edits it may write prefixes
        using var archive = ZipFile.OpenRead(Form);
        foreach (var part in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(part.Open());
            Assert.DoesNotContain("<x:", text.ReadToEnd(), StringComparison.Ordinal);
        }

        using var document = SpreadsheetDocument.Open(Form, isEditable: false);
        var sheets = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!).ToList();
        Assert.All(OpsRegistry.Model.Kinds.All.Where(kind => kind.Area == OpsRegistry.Model.Area.Records), kind => Assert.Contains(kind.Title.Zh, sheets));
    }

    /// <summary>Every record of every contract, exported and read back, is the record that it was.</summary>
    [Theory]
    [InlineData("changning-2026")]
    [InlineData("fujian-2023")]
    [InlineData("pengjiang-2025")]
    [InlineData("pingdingshan-2025")]
    [InlineData("zhangjiagang-2024")]
    public void What_is_exported_comes_back_as_what_is_there(string contract)
    {
        using var registry = TemporaryRegistry.RealContract(contract);
        Assert.Equal(0, registry.Run("form", contract, "--with-records", "-o", Form).Exit);
        var outcome = registry.Run("import", Form, "--write", "--format", "json");
        using var told = System.Text.Json.JsonDocument.Parse(outcome.Output);
        Assert.Empty(told.RootElement.GetProperty("complaints").EnumerateArray().Select(one => $"{one}"));
        Assert.All(told.RootElement.GetProperty("rows").EnumerateArray(), row => Assert.Equal("filed", row.GetProperty("outcome").GetString()));
        Assert.Equal(
            Directory.GetFiles(Path.Combine(registry.Root, "ops-registry/contracts", contract, "records"), "*.yaml", SearchOption.AllDirectories).Length,
            told.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void An_exported_row_that_was_changed_changes_the_lines_of_its_record_and_no_others()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet => Incident(sheet, 4, "2026-11-18"));
        var path = Written(registry);
        var text = File.ReadAllText(path).Replace("  restoredAt: 2026-11-18T09:40:00+08:00", "  # 值班表核对过\n  restoredAt: '2026-11-18T09:40:00+08:00' # 监控", StringComparison.Ordinal);
        File.WriteAllText(path, text);
        File.Delete(Form); // the one that was filled in is the person's, and is not written over
        Assert.Equal(0, registry.Run("form", "pingdingshan-2025", "--with-records", "--kind", "事件", "-o", Form).Exit);
        using (var sheet = new FormSheetEditor(Form, "事件"))
        {
            var row = sheet.RowOf("登记编号", Path.GetFileNameWithoutExtension(path));
            sheet.Write(row, "恢复时间", "2026年11月18日 上午9点50分");
            sheet.Write(row, "到场时间", "2026-11-18 09:30");
        }

        var outcome = registry.Run("import", Form, "--write");
        Assert.Equal((0, Path.GetRelativePath(registry.Root, path)), (outcome.Exit, outcome.Output.Trim()));
        Assert.Contains("更新", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            text.Replace("  # 值班表核对过\n  restoredAt: '2026-11-18T09:40:00+08:00' # 监控", "  arrivedAt: 2026-11-18T09:30:00+08:00\n  # 值班表核对过\n  restoredAt: 2026-11-18T09:50:00+08:00 # 监控", StringComparison.Ordinal),
            File.ReadAllText(path));
    }
}
